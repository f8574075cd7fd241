/** What other features may use of the dashboard. */
export { drillDowns } from './drill-downs.ts';
export { readDashboard } from './dashboard.queries.ts';
export { registerDashboard } from './dashboard.routes.ts';
