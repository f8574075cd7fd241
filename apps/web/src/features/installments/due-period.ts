import type { Filter } from '@loanbook/contract/list-query.ts';
import { addDays, parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';

/** today, week: seven days with today, as the dashboard counts them · overdue: before today · chosen: any other days. */
export type DuePeriod = 'today' | 'week' | 'overdue' | 'chosen';

/** Inclusive bounds; null is open. */
export interface DueDays {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

const dueKey = 'dueOn';
const statusKey = 'status';
const unpaidStatuses = ['pending', 'due_today', 'partial', 'overdue'];

export function daysOfPeriod(period: Exclude<DuePeriod, 'chosen'>, today: CivilDate): DueDays {
  switch (period) {
    case 'today': return { from: today, to: today };
    case 'week': return { from: today, to: addDays(today, 6) };
    case 'overdue': return { from: null, to: addDays(today, -1) };
    default: {
      const unknownPeriod: never = period;
      throw new Error(`no days for ${String(unknownPeriod)}`);
    }
  }
}

/** Unpaid installments due on those days; filters of other fields stay. */
export function filtersForDays(filters: readonly Filter[], { from, to }: DueDays): readonly Filter[] {
  const others = filters.filter((filter) => filter.key !== dueKey && filter.key !== statusKey);
  return [
    ...(from === null ? [] : [{ key: dueKey, operator: 'from', value: from } as const]),
    ...(to === null ? [] : [{ key: dueKey, operator: 'to', value: to } as const]),
    { key: statusKey, operator: 'in', values: [...unpaidStatuses] },
    ...others,
  ];
}

export function daysOfFilters(filters: readonly Filter[]): DueDays {
  const bound = (operator: 'from' | 'to'): CivilDate | null => {
    const [value] = filters.flatMap((filter) => (filter.key === dueKey && (filter.operator === operator || filter.operator === 'equals') ? [filter.value] : []));
    return value === undefined ? null : parseCivilDate(value);
  };
  return { from: bound('from'), to: bound('to') };
}

/** The tab that a view belongs to, so that a link from the dashboard lights the right one. */
export function periodOfFilters(filters: readonly Filter[], today: CivilDate): DuePeriod {
  const days = daysOfFilters(filters);
  const periods = ['today', 'week', 'overdue'] as const;
  return periods.find((period) => {
    const { from, to } = daysOfPeriod(period, today);
    return from === days.from && to === days.to;
  }) ?? 'chosen';
}
