import { QueryClient } from '@tanstack/react-query';
import { isApiError } from './api-error.ts';

/** Reads are repeated twice where the server says that may help; writes never (see `call`). */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: (failures, error) => failures < 2 && isApiError(error) && error.isRetryable, retryDelay: (failures) => 400 * 3 ** failures, staleTime: 10_000 },
      mutations: { retry: false },
    },
  });
}
