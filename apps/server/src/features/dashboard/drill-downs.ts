import type { Dashboard } from '@loanbook/contract/features/dashboard.ts';
import type { Filter } from '@loanbook/contract/list-query.ts';
import { addDays, addMonths, type CivilDate } from '@loanbook/engine/civil-date.ts';

type DrillDown = Dashboard['overdue']['rows'];

/** What stands on the books: lent, not yet repaid, not written off. */
const onTheBooks: Filter = { key: 'status', operator: 'in', values: ['active', 'overdue', 'defaulted'] };
/** Once lent, whatever became of it. */
const everLent: Filter = { key: 'status', operator: 'in', values: ['active', 'overdue', 'defaulted', 'settled', 'written_off'] };
const notReversed: Filter = { key: 'reversed', operator: 'equals', value: 'false' };

function between(key: string, first: CivilDate, last: CivilDate): Filter[] {
  return [{ key, operator: 'from', value: first }, { key, operator: 'to', value: last }];
}

/** The days of a month that begins on `firstDay`. */
export function monthDays(firstDay: CivilDate): { readonly first: CivilDate; readonly last: CivilDate } {
  return { first: firstDay, last: addDays(addMonths(firstDay, 1), -1) };
}

/** The rows behind each figure of the dashboard: same conditions as its SQL, which a test holds together. */
export const drillDowns = {
  outstanding: (): DrillDown => ({ list: 'loans', view: { filters: [onTheBooks] } }),
  customers: (): DrillDown => ({ list: 'customers', view: { filters: [] } }),
  lent: (firstDay: CivilDate): DrillDown => ({ list: 'loans', view: { filters: [everLent, ...between('disbursedOn', monthDays(firstDay).first, monthDays(firstDay).last)] } }),
  collected: (firstDay: CivilDate): DrillDown => ({ list: 'repayments', view: { filters: [notReversed, ...between('paidOn', monthDays(firstDay).first, monthDays(firstDay).last)] } }),
  due: (first: CivilDate, last: CivilDate): DrillDown => ({ list: 'installments', view: { filters: [{ key: 'status', operator: 'in', values: ['pending', 'due_today', 'partial'] }, ...between('dueOn', first, last)] } }),
  overdue: (): DrillDown => ({ list: 'overdue', view: { filters: [] } }),
  bucket: (bucket: string): DrillDown => ({ list: 'overdue', view: { filters: [{ key: 'overdueBucket', operator: 'equals', value: bucket }] } }),
  fiveTier: (fiveTierClass: string): DrillDown => ({ list: 'loans', view: { filters: [onTheBooks, { key: 'class', operator: 'equals', value: fiveTierClass }] } }),
} as const;
