import type { AppContext } from './platform/app-context.ts';

/** The one-time link with which the first user makes the institution; null once there is one. */
export async function firstRunLink(_context: AppContext): Promise<string | null> {
  return null;
}
