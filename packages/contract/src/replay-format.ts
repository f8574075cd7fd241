import { refuseHistory } from '@loanbook/engine/check-history.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { Allocation, Balances, InstallmentState, LoanState } from '@loanbook/engine/loan-state.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { EngineRefusal } from '@loanbook/engine/refusal.ts';
import { replay } from '@loanbook/engine/replay.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { readEvents } from './event-format.ts';
import { FormatProblem, FormatReader } from './format-reader.ts';
import { asFormatProblem, readTerms, refusalText } from './terms-format.ts';

export interface ReplayRequest {
  readonly terms: LoanTerms;
  readonly events: readonly LoanEvent[];
  readonly asOf: CivilDate;
}

/** `{terms, events, asOf}` of domain/replay-format.md. @throws FormatProblem naming the field */
export function readReplayRequest(input: unknown, path: string): ReplayRequest {
  const reader = new FormatReader(input, path);
  return {
    terms: readTerms(reader.raw('terms'), reader.pathOf('terms')),
    events: readEvents(reader.objects('events')),
    asOf: reader.date('asOf'),
  };
}

/** One request → the state to print. @throws FormatProblem for bad input and for events that cannot stand */
export function replayReply(input: unknown, path: string): ReplayReply {
  const { terms, events, asOf } = readReplayRequest(input, path);
  const refusal = refuseHistory(terms, events);
  if (refusal !== null) throw eventProblem(refusal, input, path);
  try {
    return writeReplayReply(replay(terms, events, asOf));
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    throw eventProblem(error, input, path);
  }
}

/** Keys of the format by the engine's own. */
const eventKeys: Readonly<Record<string, string>> = {
  amountFen: 'amount', principalFen: 'principal', overduePrincipalFen: 'overduePrincipal', maturesOn: 'maturity',
  reversedEventId: 'of', rateAnnualE8: 'annual_rate_pct', feeFen: 'fee',
};

/** Names the event by its place in the input, and its field; an event without an id was given its place as id. */
function eventProblem(refusal: EngineRefusal, input: unknown, path: string): FormatProblem {
  const reader = new FormatReader(input, path);
  const index = reader.objects('events').findIndex((event, place) => (event.optionalText('id') ?? `#${place + 1}`) === refusal.eventId);
  if (index === -1) return asFormatProblem(refusal, reader.pathOf('terms'));
  return new FormatProblem(`${reader.pathOf('events')}[${index}].${eventKeys[refusal.field] ?? refusal.field}`, refusalText(refusal));
}

/** The printed state: money as yuan texts, dates ISO. */
export interface ReplayReply {
  readonly schedule: readonly Readonly<Record<string, string | number>>[];
  readonly transactions: readonly Readonly<Record<string, string>>[];
  readonly balances: Readonly<Record<string, string>>;
  readonly daysPastDue: number;
  readonly overdueInstallments: number;
  readonly class: string;
  readonly status: string;
  readonly payoff: string;
}

export function writeReplayReply(state: LoanState): ReplayReply {
  return {
    schedule: state.installments.map(scheduleRow),
    transactions: state.allocations.filter((allocation) => !allocation.isReversed).map(transaction),
    balances: balancesTexts(state.balances),
    daysPastDue: state.daysPastDue,
    overdueInstallments: state.overdueInstallments,
    class: state.fiveTierClass,
    status: state.status,
    payoff: formatYuan(state.payoffFen),
  };
}

function scheduleRow(row: InstallmentState): Readonly<Record<string, string | number>> {
  return {
    n: row.number,
    due: row.dueOn,
    principal: formatYuan(row.principalFen),
    interest: formatYuan(row.interestFen),
    fee: formatYuan(row.feeFen),
    total: formatYuan(fen(row.principalFen + row.interestFen + row.feeFen)),
    paidPrincipal: formatYuan(row.paidPrincipalFen),
    paidInterest: formatYuan(row.paidInterestFen),
    status: row.status,
  };
}

function transaction(allocation: Allocation): Readonly<Record<string, string>> {
  return {
    event: allocation.eventId,
    occurredOn: allocation.occurredOn,
    fee: formatYuan(allocation.feeFen),
    compound: formatYuan(allocation.compoundFen),
    penalty: formatYuan(allocation.penaltyFen),
    interest: formatYuan(allocation.interestFen),
    principal: formatYuan(allocation.principalFen),
    credit: formatYuan(allocation.creditFen),
  };
}

function balancesTexts(balances: Balances): Readonly<Record<string, string>> {
  return {
    principal: formatYuan(balances.principalFen),
    interestDue: formatYuan(balances.interestDueFen),
    interestAccrued: formatYuan(balances.interestAccruedFen),
    penalty: formatYuan(balances.penaltyFen),
    compound: formatYuan(balances.compoundFen),
    fee: formatYuan(balances.feeFen),
    credit: formatYuan(balances.creditFen),
  };
}
