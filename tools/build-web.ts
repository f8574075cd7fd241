import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const projectFolder = path.resolve(import.meta.dirname, '..');
const webFolder = path.join(projectFolder, 'apps/web');
const distFolder = path.join(webFolder, 'dist');
// Beside dist and not in it: everything in dist is served.
const stampFile = path.join(projectFolder, 'node_modules/.cache/loanbook-web-build');
const sourceFolders = ['apps/web', 'packages/engine', 'packages/contract', 'docs/guide'];

/** SHA-256 over the names and contents of everything the web build reads. */
export function webSourceChecksum(): string {
  const hash = createHash('sha256').update(readFileSync(path.join(projectFolder, 'package-lock.json')));
  for (const folder of sourceFolders) {
    for (const file of listFiles(path.join(projectFolder, folder))) hash.update(path.relative(projectFolder, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Builds apps/web/dist unless it was already built from exactly these sources. */
export async function buildWeb(): Promise<'built' | 'current' | 'absent'> {
  if (!existsSync(path.join(webFolder, 'index.html'))) return 'absent';
  const checksum = webSourceChecksum();
  if (existsSync(path.join(distFolder, 'index.html')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === checksum) return 'current';
  console.log('正在生成网页… Building the web pages…');
  rmSync(stampFile, { force: true });
  const { build } = await import('vite');
  // The build prints a table of chunks that says nothing to a lender; warnings and errors still show.
  await build({ root: webFolder, logLevel: 'warn', build: { outDir: distFolder, emptyOutDir: true } });
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, checksum);
  return 'built';
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name === 'node_modules' || entry.name === 'dist') return [];
      if (/\.test\.tsx?$/.test(entry.name)) return [];
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? listFiles(file) : [file];
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const outcome = await buildWeb().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    console.error('\n网页没有生成：源文件有错误，原因见上。\nThe web pages were not built: the sources have an error; the reason is above.');
    process.exitCode = 1;
    return 'failed' as const;
  });
  if (outcome === 'built') console.log(`网页已生成，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒。 Web pages built.`);
}
