// node tools/run.mjs FILE.ts [arguments]: runs one of the project's TypeScript programs.
import path from 'node:path';
import { ensureInstalled, projectFolder, runOnPinnedNode, stopWith } from './launcher.mjs';

const [program, ...rest] = process.argv.slice(2);
if (program === undefined) stopWith('用法：node tools/run.mjs 文件.ts', 'Usage: node tools/run.mjs FILE.ts', 2);
await ensureInstalled();
process.exit(await runOnPinnedNode([path.resolve(projectFolder, program), ...rest]));
