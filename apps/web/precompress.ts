import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(js|css|svg|html|json)$/;

/**
 * Writes `.br` and `.gz` beside every text file of the build, once, so that the server sends a third of the bytes
 * without spending time on each request. index.html is left out: it changes with every reply.
 */
export function precompress(): Plugin {
  let outputFolder = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: (config) => {
      outputFolder = path.resolve(config.root, config.build.outDir);
    },
    closeBundle: () => {
      for (const file of readdirSync(path.join(outputFolder, 'assets'))) {
        if (compressible.test(file)) compressBeside(path.join(outputFolder, 'assets', file));
      }
    },
  };
}

function compressBeside(file: string): void {
  const content = readFileSync(file);
  // Below one packet nothing is won.
  if (content.length < 1400) return;
  // Quality 9 takes a fifth of the time of 11 for 4 % more bytes.
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
