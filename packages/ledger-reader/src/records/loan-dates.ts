import type { ColumnMeaning } from '../tables/column-meaning.ts';
import { addMonths } from '../values/civil-days.ts';
import { readTermMonths } from '../values/read-count.ts';
import { readPeriod } from '../values/read-period.ts';
import type { DateReading } from '../values/read-date.ts';
import type { DraftValues } from './draft-values.ts';
import { presentKeys } from './present-keys.ts';
import type { TableRow } from './table-row.ts';

const laterDays = ['firstDueOn', 'extendedTo'] as const;
const from: ColumnMeaning = 'loan.disbursedOn';
const until: ColumnMeaning = 'loan.maturesOn';

/**
 * The loan's days. A day whose order is unclear (5/6/2023) is taken only when the other day and the term leave one
 * possibility; a due day before the first day is kept as written and reported.
 */
export function readLoanDates(row: TableRow, values: DraftValues, once?: string): void {
  const months = readTermMonths(row.cell('loan.termMonths'), row.column('loan.termMonths')?.termUnit === 'year' ? 'year' : 'month');
  const term = typeof months === 'number' ? months : null;
  const period = row.has(from) && row.has(until) ? null : readPeriod(row.cell('row.period'));
  const [start, end] = period ?? resolvePair(row, row.date(from), row.date(until), term, once);
  row.reportDate(period ? 'row.period' : from, start, once);
  row.reportDate(period ? 'row.period' : until, end, once);
  if (start.kind === 'date') values.disbursedOn = start.date;
  if (end.kind === 'date') values.maturesOn = end.date;
  if (start.kind === 'date' && end.kind === 'date' && end.date < start.date) {
    row.report(period ? 'row.period' : until, { kind: 'date_order', zh: '到期日早于放款日', en: 'Due before it was lent', ...(once ? { once: `${once}|date_order` } : {}) });
  }
  for (const [key, meaning] of presentKeys(row.table.map, 'loan', laterDays)) {
    const reading = row.date(meaning);
    row.reportDate(meaning, reading, once);
    if (reading.kind === 'date') values[key] = reading.date;
  }
}

function resolvePair(row: TableRow, start: DateReading, end: DateReading, term: number | null, once?: string): [DateReading, DateReading] {
  if (term === null) return [start, end];
  if (start.kind === 'ambiguous' && end.kind === 'date') return [settle(row, from, start, (day) => addMonths(day, term) === end.date, once), end];
  if (end.kind === 'ambiguous' && start.kind === 'date') return [start, settle(row, until, end, (day) => addMonths(start.date, term) === day, once)];
  if (start.kind === 'ambiguous' && end.kind === 'ambiguous') {
    const fitting = start.candidates.filter((day) => end.candidates.includes(addMonths(day, term)));
    const [only] = fitting;
    if (only && fitting.length === 1) return [{ kind: 'date', date: only }, { kind: 'date', date: addMonths(only, term) }];
  }
  return [start, end];
}

function settle(row: TableRow, meaning: ColumnMeaning, reading: Extract<DateReading, { kind: 'ambiguous' }>, isFitting: (day: string) => boolean, once?: string): DateReading {
  const fitting = reading.candidates.filter(isFitting);
  const [only] = fitting;
  if (!only || fitting.length > 1) return reading;
  row.report(meaning, { kind: 'ambiguous_date', severity: 'info', zh: `月/日顺序由期限印证为 ${only}`, en: `The term shows that ${only} is meant`, ...(once ? { once: `${once}|${meaning}|resolved` } : {}) });
  return { kind: 'date', date: only };
}
