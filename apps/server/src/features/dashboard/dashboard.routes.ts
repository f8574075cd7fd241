import { dashboardRoutes } from '@loanbook/contract/features/dashboard.ts';
import { serve, type Server } from '../../platform/http.ts';
import { dashboardPolicy } from './dashboard.policy.ts';
import { readDashboard } from './dashboard.queries.ts';

export function registerDashboard(server: Server): void {
  serve(server, dashboardRoutes.read, dashboardPolicy.read, ({ tx }) => readDashboard(tx));
}
