import { route } from '@loanbook/contract/route.ts';
import { z } from 'zod';
import { institutionsForSignIn } from './database.ts';
import { serveWithoutTransaction, type Server } from './http.ts';
import type { FeaturePolicy } from './policy.ts';

/** For supervisors and containers, not for the browser; so it is no part of the contract. */
const healthRoutes = {
  read: route({ method: 'GET', path: '/api/health', body: null, reply: z.object({ isReady: z.boolean() }) }),
} as const;

const healthPolicy = { read: 'public' } as const satisfies FeaturePolicy<typeof healthRoutes>;

export function registerHealth(server: Server): void {
  serveWithoutTransaction(server, healthRoutes.read, healthPolicy.read, async ({ app }) => {
    await institutionsForSignIn(app);
    return { isReady: true };
  });
}
