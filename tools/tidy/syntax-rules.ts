import type { SourceFile, SyntaxNode } from './source-file.ts';

/** any, as and ! together, for each thousand lines of code that is no test. */
export const escapeLimitPerThousandLines = 1.5;

export function defaultExports(files: readonly SourceFile[]): string[] {
  return findNodes(files.filter((file) => !/\.config\.ts$/.test(file.path)), (node) => node.type === 'ExportDefaultDeclaration', 'a default export has no name to search for; export it by name');
}

export function barrels(files: readonly SourceFile[]): string[] {
  return files.filter((file) => {
    const statements = file.nodes.find((node) => node.type === 'Program')?.['body'];
    const isOnlyReexports = Array.isArray(statements) && statements.length > 0 && statements.every((statement: SyntaxNode) => /^Export(All|Named)Declaration$/.test(statement.type) && statement['source']);
    // A feature's <feature>.index.ts says what others may use of it; that is a door, and no barrel.
    return isOnlyReexports && !isFeatureIndex(file.path);
  }).map((file) => `${file.path}: only re-exports; import from the file that defines the thing`);
}

export function emptyCatches(files: readonly SourceFile[]): string[] {
  return findNodes(files, (node) => node.type === 'CatchClause' && isEmptyBlock(node['body']), 'an empty catch hides failures; handle the expected one and rethrow the rest');
}

/** `any`, `as` (but not `as const`) and `!` that no comment explains: on the same line, or on one of the two before. */
export function unexplainedEscapes(files: readonly SourceFile[]): string[] {
  return files.filter((file) => !file.isTest).flatMap((file) => escapesOf(file)
    .map((node) => ({ node, line: file.lineOf(node.type === 'TSAnyKeyword' ? node.start : node.end - 1) }))
    .filter(({ line }) => ![line, line - 1, line - 2].some((near) => file.commentLines.has(near)))
    .map(({ node, line }) => `${file.path}:${line}: ${escapeNames[node.type]} needs a comment that says why it is right; better: parse at the edge, narrow with a check`));
}

/** How many escapes there are in the code that is no test, and on how many lines. */
export function countEscapes(files: readonly SourceFile[]): { count: number; lines: number } {
  const sources = files.filter((file) => !file.isTest);
  return { count: sources.reduce((sum, file) => sum + escapesOf(file).length, 0), lines: sources.reduce((sum, file) => sum + file.lineCount, 0) };
}

export function environmentReads(files: readonly SourceFile[]): string[] {
  const mayRead = /^apps\/server\/(src\/platform\/(config\.ts|host\/)|test\/)|^(tools|bench|e2e)\/|\.config\.ts$/;
  return findNodes(files.filter((file) => !file.isTest && !mayRead.test(file.path)), (node) => isMember(node, 'process', 'env'), 'only platform/config.ts reads the environment; add the setting to Config');
}

/** What must not be in the engine, with what to use there. */
const engineBans: readonly { readonly matches: (node: SyntaxNode) => boolean; readonly instead: string }[] = [
  { matches: (node) => node.type === 'Identifier' && node['name'] === 'Date', instead: 'Date has a time zone and a clock; use CivilDate, and take "today" as an argument' },
  { matches: (node) => isMember(node, 'Math', 'random') || isMember(node, 'crypto', 'randomUUID'), instead: 'the engine is the same on every run; take ids as arguments' },
  { matches: (node) => (node.type === 'Identifier' && node['name'] === 'parseFloat') || isMember(node, 'Number', 'parseFloat'), instead: 'parseFloat makes floats; read money with the functions of money.ts and rates with those of rate.ts' },
  { matches: (node) => node.type === 'Literal' && typeof node['value'] === 'number' && !Number.isInteger(node['value']), instead: 'a fractional number is a float; write rates in 1e-8 and money in fen' },
  { matches: (node) => node.type === 'MemberExpression' && nameOf(node['property']) === 'toFixed', instead: 'toFixed rounds floats; format with money.ts' },
  { matches: (node) => node.type === 'Identifier' && ['process', 'fetch', 'setTimeout', 'performance', 'console'].includes(String(node['name'])), instead: 'the engine has no clock, I/O or process; return the value' },
];

export function engineImpurities(files: readonly SourceFile[]): string[] {
  const engine = files.filter((file) => file.path.startsWith('packages/engine/src/') && !file.isTest);
  return engineBans.flatMap((ban) => findNodes(engine, ban.matches, ban.instead));
}

export function isFeatureIndex(file: string): boolean {
  return /\/features\/([a-z-]+)\/\1\.index\.tsx?$/.test(file);
}

const escapeNames: Readonly<Record<string, string>> = { TSAnyKeyword: 'any', TSAsExpression: 'as', TSNonNullExpression: '!' };

function escapesOf(file: SourceFile): SyntaxNode[] {
  return file.nodes.filter((node) => node.type in escapeNames && !isConstAssertion(node));
}

function isConstAssertion(node: SyntaxNode): boolean {
  const annotation = node['typeAnnotation'];
  return node.type === 'TSAsExpression' && isNode(annotation) && annotation.type === 'TSTypeReference' && nameOf(annotation['typeName']) === 'const';
}

function isMember(node: SyntaxNode, object: string, property: string): boolean {
  return node.type === 'MemberExpression' && nameOf(node['object']) === object && nameOf(node['property']) === property;
}

function isEmptyBlock(block: unknown): boolean {
  return isNode(block) && Array.isArray(block['body']) && block['body'].length === 0;
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && typeof node['name'] === 'string' ? node['name'] : undefined;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function findNodes(files: readonly SourceFile[], matches: (node: SyntaxNode) => boolean, message: string): string[] {
  return files.flatMap((file) => file.nodes.filter(matches).map((node) => `${file.path}:${file.lineOf(node.start)}: ${message}`));
}
