import { refuseEvent } from '../check-event.ts';
import { addDays, addMonths } from '../civil-date.ts';
import type { CivilDate } from '../civil-date.ts';
import { fiveTierClasses } from '../classification.ts';
import { completeTerms } from '../default-terms.ts';
import type { LoanEvent } from '../events.ts';
import type { LoanState } from '../loan-state.ts';
import { fen } from '../money.ts';
import type { Fen } from '../money.ts';
import { rateE8 } from '../rate.ts';
import type { EngineRefusal } from '../refusal.ts';
import { replay } from '../replay.ts';
import type { LoanTerms } from '../terms.ts';
import type { Beginning, Command, LoanStory } from './commands.ts';

/** A loan as it stands in the middle of a story. */
export interface Life {
  readonly terms: LoanTerms;
  readonly events: readonly LoanEvent[];
  /** The latest value date so far. */
  readonly lastOn: CivilDate;
}

/** What became of one step. */
export interface Step {
  readonly before: Life;
  readonly event: LoanEvent;
  readonly refusal: EngineRefusal | null;
  readonly after: Life;
}

/** Lives through a story step by step as the server would: what is refused is not posted. `onStep` sees every step. */
export function live(story: LoanStory, onStep: (step: Step) => void = ignore): Life {
  let life: Life = { terms: story.terms, events: [], lastOn: story.terms.startsOn };
  const post = (event: LoanEvent): void => {
    const refusal = refuseEvent(life.terms, life.events, event);
    const lastOn = event.occurredOn > life.lastOn ? event.occurredOn : life.lastOn;
    const after = refusal === null ? { ...life, events: [...life.events, event], lastOn } : life;
    onStep({ before: life, event, refusal, after });
    life = after;
  };
  post(firstEvent(story.terms, story.begun));
  for (const [index, command] of story.commands.entries()) post(eventOf(life, command, index + 1));
  return life;
}

function ignore(): void {
  // A story may be lived for its end alone.
}

function shareOf(amountFen: number, thousandths: number): Fen {
  return fen(Math.max(1, Math.floor((amountFen * thousandths) / 1000)));
}

function firstEvent(terms: LoanTerms, begun: Beginning): LoanEvent {
  const base = { id: 'e0', sequence: 0, occurredOn: terms.startsOn };
  if (begun.kind !== 'opening') return { ...base, type: 'disburse', amountFen: shareOf(terms.principalFen, begun.kind === 'full' ? 1000 : 700) };
  const occurredOn = addDays(terms.startsOn, begun.afterDays);
  const principalFen = shareOf(terms.principalFen, 900);
  if (begun.overdueShare === null) return { ...base, occurredOn, type: 'opening', principalFen };
  return {
    ...base, occurredOn, type: 'opening', principalFen, overduePrincipalFen: fen(Math.floor((principalFen * begun.overdueShare) / 1000)),
    overdueSince: addDays(occurredOn, -begun.overdueShare), overdueInterestFen: shareOf(terms.principalFen, 10), penaltyFen: shareOf(terms.principalFen, 1),
  };
}

function stateOn(life: Life, occurredOn: CivilDate): LoanState {
  return replay(life.terms, life.events, occurredOn);
}

function eventOf(life: Life, command: Command, index: number): LoanEvent {
  const { kind, share, component } = command;
  const occurredOn = addDays(life.lastOn, command.isBackdated ? -command.days : command.days);
  const base = { id: `e${index}`, sequence: index, occurredOn };
  const principalShareFen = shareOf(life.terms.principalFen, share);
  const near = (amountFen: number): Fen => fen(amountFen + command.offFen);
  switch (kind) {
    case 'disburse':
    case 'draw':
      return { ...base, type: kind, amountFen: principalShareFen };
    case 'repay':
    case 'recover':
      return { ...base, type: kind, amountFen: shareOf(life.terms.principalFen, Math.ceil(share / 4)) };
    case 'opening':
      return { ...base, type: 'opening', principalFen: principalShareFen };
    case 'repayDue':
      return { ...base, type: moneyType(life), amountFen: near(dueFen(stateOn(life, occurredOn))) };
    case 'repayPart':
      return { ...base, type: moneyType(life), amountFen: near(shareOf(dueFen(stateOn(life, occurredOn)), share)) };
    case 'repayAll':
      return { ...base, type: moneyType(life), amountFen: near(stateOn(life, occurredOn).payoffFen) };
    case 'refund':
      return { ...base, type: 'refund', amountFen: near(shareOf(stateOn(life, occurredOn).balances.creditFen, share)) };
    case 'fee':
      return { ...base, type: 'fee', amountFen: shareOf(life.terms.principalFen, Math.ceil(share / 50)), name: '费用' };
    case 'waive':
      return { ...base, type: 'waive', component, amountFen: near(shareOf(openOf(stateOn(life, occurredOn), component), Math.min(1000, share * 2))) };
    case 'class':
      return { ...base, type: 'class', fiveTierClass: fiveTierClasses[share % fiveTierClasses.length] ?? 'loss', reason: '人工' };
    case 'writeOff':
      return { ...base, type: 'write_off' };
    case 'refinance':
      return { ...base, type: 'refinance', otherLoanId: 'other', isQualifiedRenewal: share % 2 === 0 };
    case 'nothing':
      return { ...base, type: 'repay', amountFen: fen(-command.offFen) };
    case 'sameId':
      return { ...base, id: life.events.at(-1)?.id ?? 'e0', type: 'repay', amountFen: principalShareFen };
    case 'reverse':
      return { ...base, type: 'reverse', reversedEventId: life.events[share % Math.max(1, life.events.length)]?.id ?? 'e0' };
    case 'reverseLast':
      return { ...base, type: 'reverse', reversedEventId: life.events.at(-1 - (share % 3))?.id ?? 'e0' };
    case 'unknownReversal':
      return { ...base, type: 'reverse', reversedEventId: `nothing${share}` };
    default:
      return planChange(life, command, base, kind);
  }
}

type EventBase = Pick<LoanEvent, 'id' | 'sequence' | 'occurredOn'>;

/** Steps that make rows anew. */
function planChange(
  life: Life, { share, offFen }: Command, base: EventBase, kind: 'prepayShorten' | 'prepayReduce' | 'settle' | 'rate' | 'extend' | 'restructure',
): LoanEvent {
  const feeFen = share % 3 === 0 ? { feeFen: shareOf(life.terms.principalFen, 2) } : {};
  const state = stateOn(life, base.occurredOn);
  switch (kind) {
    case 'prepayShorten':
    case 'prepayReduce':
      return { ...base, type: 'prepay', mode: kind === 'prepayShorten' ? 'shorten' : 'reduce', principalFen: fen(shareOf(state.balances.principalFen, share) + offFen), ...feeFen };
    case 'settle':
      return { ...base, type: 'prepay', mode: 'settle', ...feeFen };
    case 'rate':
      return { ...base, type: 'rate', rateAnnualE8: rateE8(share * 36_000) };
    case 'extend':
      return { ...base, type: 'extend', maturesOn: addMonths(state.currentTerms.maturesOn, 1 + (share % 14)), ...(share % 2 === 0 && { rateAnnualE8: rateE8(share * 36_000) }) };
    case 'restructure':
      return { ...base, type: 'restructure', terms: restructured(life.terms, state, base.occurredOn, share, offFen) };
  }
}

/** A plan of another method, length and rate, with some of the interest and charges made principal, or none. */
function restructured(terms: LoanTerms, state: LoanState, startsOn: CivilDate, share: number, offFen: number): LoanTerms {
  const { principalFen } = state.offBook ?? state.balances;
  const otherFen = Math.max(0, state.payoffFen + state.balances.creditFen - principalFen);
  const capitalisedFen = share % 3 === 0 ? Math.floor((otherFen * share) / 1000) : 0;
  const method = (['equal_principal', 'equal_installment', 'interest_only', 'bullet'] as const)[share % 4] ?? 'bullet';
  const { rounding, interestMode, graceDays, isCompoundCharged, allocation, nplAllocation } = terms;
  return completeTerms({
    method, principalFen: fen(principalFen + capitalisedFen + offFen), rateAnnualE8: rateE8(share * 24_000), periods: 1 + (share % 12), startsOn,
    rounding, interestMode, graceDays, isCompoundCharged, allocation, nplAllocation,
  });
}

function moneyType(life: Life): 'repay' | 'recover' {
  return life.events.some((event) => event.type === 'write_off') ? 'recover' : 'repay';
}

/** What a borrower who pays on the day would bring: everything due, or the next row where nothing is. */
function dueFen(state: LoanState): number {
  const open = state.installments.filter((row) => row.status !== 'paid');
  const due = open.filter((row) => row.dueOn <= state.asOf);
  const rows = due.length > 0 ? due : open.slice(0, 1);
  const { penaltyFen, compoundFen } = state.offBook ?? state.balances;
  const owedFen = rows.reduce((sum, row) => sum + row.principalFen + row.interestFen + row.feeFen - row.paidPrincipalFen - row.paidInterestFen - row.waivedInterestFen - row.paidFeeFen - row.waivedFeeFen, 0);
  return Math.max(1, owedFen + penaltyFen + compoundFen);
}

function openOf(state: LoanState, component: Command['component']): number {
  const balances = state.offBook ?? state.balances;
  switch (component) {
    case 'fee':
      return balances.feeFen;
    case 'interest':
      return balances.interestDueFen;
    case 'penalty':
      return balances.penaltyFen;
    case 'compound':
      return balances.compoundFen;
  }
}
