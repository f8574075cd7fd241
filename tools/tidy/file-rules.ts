import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder, type SourceFile } from './source-file.ts';

const lineLimit = 400;
/** Tables of data, where length is not complexity. */
const dataFiles: ReadonlySet<string> = new Set(['apps/server/schema.sql', 'packages/engine/src/testing/schedule-cases.ts']);
const forbiddenNames: ReadonlySet<string> = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'misc']);

export function tooLongFiles(paths: readonly string[]): string[] {
  return paths
    .filter((file) => /\.(ts|tsx|mjs|css|sql)$/.test(file) && !dataFiles.has(file))
    .map((file) => ({ file, lines: readFileSync(path.join(projectFolder, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > lineLimit)
    .map(({ file, lines }) => `${file}: ${lines} lines; at ${lineLimit} a file is split by what changes together (data tables are listed in file-rules.ts)`);
}

export function badFileNames(paths: readonly string[]): string[] {
  return paths.filter((file) => /\.(ts|tsx|mjs|css)$/.test(file)).flatMap((file) => {
    const [name = ''] = path.posix.basename(file).split('.');
    if (forbiddenNames.has(name)) return [`${file}: “${name}” names no content; name the file for its main export`];
    return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? [] : [`${file}: file names are kebab-case`];
  });
}

/** Places of this or that machine, which mean nothing on another one. */
export function machinePaths(files: readonly SourceFile[]): string[] {
  const pattern = /\/(?:home|Users)\/[a-z]\w*\/|\/work\/|\/root\/|registry\.npm\w*\.|https?:\/\/(?:10|192\.168)\.\d/;
  return files.filter((file) => !file.path.startsWith('tools/tidy')).flatMap((file) => {
    const match = pattern.exec(file.text);
    return match ? [`${file.path}:${file.lineOf(match.index)}: “${match[0]}” is a place on one machine; take it from the configuration`] : [];
  });
}

export function migrationNumbers(paths: readonly string[]): string[] {
  const files = paths.filter((file) => file.startsWith('apps/server/migrations/')).map((file) => path.posix.basename(file)).toSorted();
  return files.flatMap((file, index) => {
    const expected = String(index + 1).padStart(4, '0');
    return new RegExp(`^${expected}_[a-z][a-z0-9_]*\\.sql$`).test(file) ? [] : [`${file}: expected ${expected}_<feature>_<what>.sql; migrations have no gaps and no doubles`];
  });
}
