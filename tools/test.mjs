// npm test [-- PART…]: everything that can be tested on this machine; parts: check unit server system browser.
import { ensureInstalled, runOnPinnedNode } from './launcher.mjs';

await ensureInstalled();
process.exit(await runOnPinnedNode(['tools/test.ts', ...process.argv.slice(2)]));
