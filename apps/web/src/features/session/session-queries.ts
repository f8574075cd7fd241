import { sessionRoutes } from '@loanbook/contract/features/session.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/client.ts';

export const setupStateQuery = queryOptions({ queryKey: ['setup'], queryFn: ({ signal }) => call(sessionRoutes.readSetupState, { signal }) });
