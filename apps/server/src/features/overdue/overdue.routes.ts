import { overdueRoutes } from '@loanbook/contract/features/overdue.ts';
import type { Server } from '../../platform/http.ts';
import { serveList } from '../exports/exports.index.ts';
import { overdueList } from './overdue.list.ts';
import { overduePolicy } from './overdue.policy.ts';

export function registerOverdue(server: Server): void {
  serveList(server, overdueRoutes, overduePolicy, overdueList);
}
