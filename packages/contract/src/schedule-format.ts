import { fen, formatYuan } from '@loanbook/engine/money.ts';
import type { Fen } from '@loanbook/engine/money.ts';
import { disclosedRates } from '@loanbook/engine/irr.ts';
import { EngineRefusal } from '@loanbook/engine/refusal.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { PlanRow } from '@loanbook/engine/schedule/plan-row.ts';
import { revolvingRates, revolvingSchedule } from '@loanbook/engine/schedule/revolving-schedule.ts';
import type { Movement } from '@loanbook/engine/schedule/revolving-schedule.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { FormatReader } from './format-reader.ts';
import { asFormatProblem, readTerms } from './terms-format.ts';

/** Reply of `loanbook schedule` for one loan; money as yuan texts, dates ISO, rates percent a year. */
export interface ScheduleReply {
  readonly schedule: readonly ScheduleReplyRow[];
  readonly totals: Readonly<Record<string, string | number>>;
  readonly irrAnnualPct: string;
  readonly eirPct: string;
  readonly nominalAnnualPct: string;
}

export interface ScheduleReplyRow {
  readonly n: number;
  readonly due: string;
  readonly days: number;
  readonly principal: string;
  readonly interest: string;
  readonly total: string;
  readonly balance: string;
  /** Only for revolving loans. */
  readonly kind?: 'repay' | 'settle' | 'maturity';
}

/**
 * One `terms` object, bare or under the key `terms` → its plan.
 * @throws FormatProblem naming the field that cannot be read or that makes no plan
 */
export function scheduleReply(input: unknown, path: string): ScheduleReply {
  const isWrapped = typeof input === 'object' && input !== null && 'terms' in input;
  const termsPath = isWrapped ? (path === '' ? 'terms' : `${path}.terms`) : path;
  const termsInput: unknown = isWrapped ? input.terms : input;
  const terms = readTerms(termsInput, termsPath);
  try {
    if (terms.method === 'revolving') return revolvingReply(terms, readMovements(new FormatReader(termsInput, termsPath)));
    const rows = buildSchedule(terms);
    return { schedule: rows.map(replyRow), totals: totalsOf(terms, rows), ...disclosedRates(terms, rows) };
  } catch (error) {
    throw error instanceof EngineRefusal ? asFormatProblem(error, termsPath) : error;
  }
}

function revolvingReply(terms: LoanTerms, movements: readonly Movement[]): ScheduleReply {
  const rows = revolvingSchedule(terms, movements);
  const schedule = rows.map((row) => ({ ...replyRow(row), kind: row.kind }));
  return { schedule, totals: totalsOf(terms, rows), ...revolvingRates(terms, movements, rows) };
}

/** Draws and repayments of a revolving loan's terms; without any, the whole limit is drawn at the start. */
function readMovements(reader: FormatReader): readonly Movement[] {
  if (!reader.has('events')) return [{ occurredOn: reader.date('start'), type: 'draw', amountFen: reader.money(reader.has('principal') ? 'principal' : 'limit') }];
  return reader.objects('events').map((event) => ({
    occurredOn: event.date('date'),
    type: event.oneOf('type', ['draw', 'repay']),
    amountFen: event.money('amount'),
  }));
}

function replyRow(row: PlanRow): ScheduleReplyRow {
  return {
    n: row.number,
    due: row.dueOn,
    days: row.days,
    principal: formatYuan(row.principalFen),
    interest: formatYuan(row.interestFen),
    total: formatYuan(row.totalFen),
    balance: formatYuan(row.balanceFen),
  };
}

function totalsOf(terms: LoanTerms, rows: readonly PlanRow[]): ScheduleReply['totals'] {
  const zero = fen(0);
  return {
    principal: formatYuan(sumOf(rows, (row) => row.principalFen)),
    interest: formatYuan(sumOf(rows, (row) => row.interestFen)),
    payment: formatYuan(sumOf(rows, (row) => row.totalFen)),
    periods: rows.length,
    first_payment: formatYuan(rows[0]?.totalFen ?? zero),
    last_payment: formatYuan(rows.at(-1)?.totalFen ?? zero),
    upfront_fee: formatYuan(terms.upfrontFeeFen ?? zero),
  };
}

function sumOf(rows: readonly PlanRow[], amountOf: (row: PlanRow) => Fen): Fen {
  return fen(rows.reduce((sum, row) => sum + amountOf(row), 0));
}
