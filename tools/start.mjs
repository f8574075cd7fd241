// npm start [-- --demo] [-- --port N]
import { ensureInstalled, runOnPinnedNode } from './launcher.mjs';

await ensureInstalled();
const built = await runOnPinnedNode(['tools/build-web.ts'], { isStoppedWithUs: true });
if (built !== 0) process.exit(built);
process.exit(await runOnPinnedNode(['apps/server/src/main.ts', ...process.argv.slice(2)], { isStoppedWithUs: true, environment: { NODE_ENV: 'production' } }));
