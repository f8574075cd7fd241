import { route } from '../route.ts';

/** The sealed copy of one institution's rows; its key stays with the server. */
export const backupRoutes = {
  download: route({ method: 'POST', path: '/api/backup', body: null, reply: null }),
} as const;
