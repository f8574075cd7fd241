#!/usr/bin/env node
// npx --no loanbook COMMAND …
import path from 'node:path';
import { ensureInstalled, projectFolder, runOnPinnedNode } from './launcher.mjs';

await ensureInstalled();
process.exit(await runOnPinnedNode([path.join(projectFolder, 'apps/server/src/cli.ts'), ...process.argv.slice(2)]));
