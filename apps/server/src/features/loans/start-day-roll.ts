import type { Server } from '../../platform/http.ts';
import { dayRoller } from './day-roller.ts';

const checkEveryMs = 60_000;

/** Rolls when the server starts, within a minute of midnight, and before anything is answered on a new day. */
export function startDayRoll(server: Server): void {
  const roller = dayRoller(server.app);
  let timer: NodeJS.Timeout | undefined;
  let latest: Promise<void> = Promise.resolve();
  const roll = (): void => { latest = roller.untilToday(); };
  server.fastify.addHook('preHandler', async (request) => {
    if (isPrivate(server, request.routeOptions.url)) await roller.untilToday();
  });
  server.fastify.addHook('onListen', async () => {
    roll();
    timer = setInterval(roll, checkEveryMs);
    timer.unref();
  });
  server.fastify.addHook('onClose', async () => {
    clearInterval(timer);
    await latest;
  });
}

/** Signing in, health and the files of the pages show nothing of the book. */
function isPrivate(server: Server, path: string | undefined): boolean {
  return server.routes.some(({ route, access }) => route.path === path && access !== 'public');
}
