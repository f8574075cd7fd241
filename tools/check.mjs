// npm run check: types, lint and the style test; the quick gate before every commit.
import { ensureInstalled, runOnPinnedNode } from './launcher.mjs';

await ensureInstalled();
process.exit(await runOnPinnedNode(['tools/check.ts']));
