import { installmentsRoutes } from '@loanbook/contract/features/overdue.ts';
import type { Server } from '../../platform/http.ts';
import { serveList } from '../exports/exports.index.ts';
import { installmentsList } from './installments.list.ts';
import { installmentsPolicy } from './installments.policy.ts';

export function registerInstallments(server: Server): void {
  serveList(server, installmentsRoutes, installmentsPolicy, installmentsList);
}
