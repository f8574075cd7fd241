import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

/** One file of the project with what the rules ask about it. Paths are relative to the project, with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lineCount: number;
  readonly isTest: boolean;
  readonly imports: readonly ImportReference[];
  readonly nodes: readonly SyntaxNode[];
  /** 1-based numbers of the lines that hold (part of) a comment. */
  readonly commentLines: ReadonlySet<number>;
  lineOf(offset: number): number;
}

export interface ImportReference {
  readonly specifier: string;
  /** The project's file it leads to, or null for a package or a built-in module. */
  readonly target: string | null;
  readonly isReexport: boolean;
}

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export const projectFolder: string = path.resolve(import.meta.dirname, '../..');

const roots = ['packages', 'apps', 'tools', 'bench', 'e2e', '.ci'];
const skipped: ReadonlySet<string> = new Set(['node_modules', 'dist', '.cache']);

/** All files below the project's own folders, without installed and generated ones. */
export function listProjectFiles(): string[] {
  return roots.flatMap((root) => listFolder(root));
}

export function readSourceFiles(): SourceFile[] {
  return listProjectFiles().filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts')).map((file) => parseSource(file, readFileSync(path.join(projectFolder, file), 'utf8')));
}

/** Exported for the rules' own tests, which give it text instead of files. */
export function parseSource(file: string, text: string): SourceFile {
  const parsed = parseSync(file, text);
  if (parsed.errors.length > 0) throw new Error(`${file}: ${parsed.errors[0]?.message ?? 'cannot be parsed'}`);
  const lineStarts = [0];
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) lineStarts.push(index + 1);
  const lineOf = (offset: number): number => lineStarts.findLastIndex((start) => start <= offset) + 1;
  const commentLines = new Set<number>();
  for (const comment of parsed.comments) for (let line = lineOf(comment.start); line <= lineOf(comment.end); line += 1) commentLines.add(line);
  return {
    path: file, text, lineCount: text.split('\n').length - 1, isTest: /\.(test|e2e)\.tsx?$|\/(test|testing)\//.test(file),
    imports: readImports(file, parsed.module), nodes: [...walk(parsed.program)], commentLines, lineOf,
  };
}

type ParsedModule = ReturnType<typeof parseSync>['module'];

function readImports(file: string, module: ParsedModule): ImportReference[] {
  const imports = module.staticImports.map((entry) => ({ specifier: entry.moduleRequest.value, isReexport: false }));
  const reexports = module.staticExports.flatMap((entry) => entry.entries.flatMap((part) => (part.moduleRequest ? [{ specifier: part.moduleRequest.value, isReexport: true }] : [])));
  return [...imports, ...reexports].map((reference) => ({ ...reference, target: resolveTarget(file, reference.specifier) }));
}

function resolveTarget(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  const match = /^@loanbook\/([a-z-]+)\/(.+)$/.exec(specifier);
  return match ? `packages/${match[1]}/src/${match[2]}` : null;
}

function* walk(value: unknown): Generator<SyntaxNode> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item);
  else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) yield* walk(child);
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value;
}

function listFolder(folder: string): string[] {
  if (!existsSync(path.join(projectFolder, folder))) return [];
  return readdirSync(path.join(projectFolder, folder), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const file = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFolder(file) : [file];
  });
}
