import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms } from '@loanbook/engine/default-terms.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { expect, test } from 'vitest';
import { loanEventInputSchema, refinanceInputSchema, type RefinanceInput } from '../features/events.ts';
import type { RepaidLoan } from '../repayment-events.ts';
import { drawableFen } from './event-refusal.ts';
import { loanEventFromInput, loanEventReversal } from './loan-event-from-input.ts';
import { refinanceEvents } from './refinance-events.ts';
import { isPartOfRefinance, liveRefinance, refinanceGroup } from './refinance-group.ts';
import { voidEvents } from './void-loan.ts';

function day(text: string): CivilDate {
  const parsed = parseCivilDate(text);
  if (parsed === null) throw new Error(`${text} is no day`);
  return parsed;
}

const today = day('2026-03-16');
// 12 000.00 lent 2025-12-15, twelve rows of 1 000.00 and 1 % interest due on the 15th.
const terms = completeTerms({ method: 'equal_principal', principalFen: fen(12_000_00), rateAnnualE8: rateE8(12_000_000), periods: 12, startsOn: day('2025-12-15') });
const disbursal: LoanEvent = { id: 'disburse', type: 'disburse', occurredOn: day('2025-12-15'), sequence: 1, amountFen: fen(12_000_00) };
const lent: RepaidLoan = { terms, events: [disbursal] };

function ids(): () => string {
  let count = 0;
  return () => `new-${(count += 1)}`;
}

function post(loan: RepaidLoan, input: Record<string, unknown>) {
  const parsed = loanEventInputSchema.parse({ occurredOn: '2026-03-16', ...input });
  return loanEventFromInput(loan, parsed, { businessDate: today, rateCapE8: rateE8(24_000_000), newEventId: ids() });
}

function refinanceInput(changes: Record<string, unknown> = {}): RefinanceInput {
  return refinanceInputSchema.parse({
    terms: { method: 'bullet', principal: '12000.00', annualRatePct: '10', termMonths: 12, disbursedOn: '2026-03-16' }, facts: {}, fromNewLoan: '12000.00', ownMoney: { channel: 'cash' }, reason: '到期周转', ...changes,
  });
}

function refinance(input = refinanceInput(), loan = lent) {
  return refinanceEvents(loan, input, { oldLoanId: 'old', newLoanId: 'new' }, { businessDate: today, rateCapE8: null, newEventId: ids() });
}

test('making void takes back what stands on the loan, latest first, and leaves nothing owed', () => {
  const fee: LoanEvent = { id: 'fee', type: 'fee', occurredOn: day('2026-02-01'), sequence: 2, amountFen: fen(50_00), name: '手续费' };
  const result = voidEvents({ terms, events: [disbursal, fee] }, today, ids());
  if (!result.isAccepted) throw new Error(result.code);
  expect(result.events.map((event) => (event.type === 'reverse' ? event.reversedEventId : event.type))).toEqual(['fee', 'disburse']);
  expect(result.after).toMatchObject({ status: 'pending', payoffFen: 0, installments: [] });
  expect(voidEvents({ terms, events: [disbursal, fee, ...result.events] }, today, ids())).toMatchObject({ isAccepted: false, code: 'already_reversed' });
});

test('many receipts that stand in the way are counted, and the first ones named', () => {
  const receipts = Array.from({ length: 7 }, (_unused, index): LoanEvent => ({ id: `r${index}`, type: 'repay', occurredOn: day(`2026-01-0${index + 1}`), sequence: index + 2, amountFen: fen(10_00) }));
  const refused = voidEvents({ terms, events: [disbursal, ...receipts] }, today, ids());
  expect(refused).toMatchObject({ code: 'loan_has_receipts', details: { count: 7, list: expect.stringMatching(/^2026-01-01 10\.00; .* …$/) } });
});

test('the two halves of a refinancing sum to the payoff, to the fen', () => {
  const { payoffFen } = replay(terms, lent.events, today);
  const result = refinance();
  if (!result.isAccepted) throw new Error(result.code);
  expect(result).toMatchObject({ usedFen: 12_000_00, ownFen: payoffFen - 12_000_00, handedOutFen: 0, oldAfter: { status: 'settled', payoffFen: 0 }, newAfter: { status: 'active', fiveTierClass: 'special_mention' } });
  const all = refinance(refinanceInput({ fromNewLoan: (payoffFen / 100).toFixed(2), terms: { ...refinanceInput().terms, principal: '20000.00' }, ownMoney: null }));
  expect(all).toMatchObject({ isAccepted: true, ownFen: 0, ownReceiptId: null, handedOutFen: 20_000_00 - payoffFen });
});

test('what a refinancing entered belongs together, until it is taken back', () => {
  const result = refinance();
  if (!result.isAccepted) throw new Error(result.code);
  const after = [...lent.events, ...result.oldEvents];
  expect(refinanceGroup(after).map((event) => event.type)).toEqual(['refinance', 'repay', 'repay', 'prepay']);
  expect([isPartOfRefinance(after, 'disburse'), isPartOfRefinance(after, result.oldEvents.at(-1)?.id ?? '')]).toEqual([false, true]);
  for (const event of result.oldEvents) expect(loanEventReversal({ terms, events: after }, event.id, today, ids())).toMatchObject({ code: 'refinance_is_whole' });
  const reversals = result.oldEvents.toReversed().map((event, index): LoanEvent => ({ id: `back-${index}`, type: 'reverse', occurredOn: today, sequence: 10 + index, reversedEventId: event.id }));
  expect(liveRefinance([...after, ...reversals], 'repaid')).toBeNull();
  expect(replay(terms, [...after, ...reversals], today).payoffFen).toBe(replay(terms, lent.events, today).payoffFen);
});

test('what may still be lent is what was agreed less what was lent, or under a limit less what is outstanding', () => {
  const inParts = { terms, events: [{ ...disbursal, amountFen: fen(5_000_00) }] };
  expect(drawableFen(replay(terms, inParts.events, today))).toBe(7_000_00);
  expect(post(inParts, { type: 'draw', amount: '7000.01' })).toMatchObject({ code: 'draw_beyond_limit', details: { limit: '12000.00', available: '7000.00' } });
  const revolving = completeTerms({ method: 'revolving', principalFen: fen(12_000_00), rateAnnualE8: rateE8(12_000_000), startsOn: day('2025-12-15'), maturesOn: day('2026-12-15') });
  const drawn: RepaidLoan = { terms: revolving, events: [{ ...disbursal, amountFen: fen(5_000_00) }, { id: 'r', type: 'repay', occurredOn: day('2026-01-15'), sequence: 2, amountFen: fen(3_000_00) }] };
  const openFen = replay(revolving, drawn.events, today).balances.principalFen;
  expect(drawableFen(replay(revolving, drawn.events, today))).toBe(12_000_00 - openFen);
  expect(post(drawn, { type: 'draw', amount: '1000.00' })).toMatchObject({ isAccepted: true, after: { balances: { principalFen: openFen + 1_000_00 } } });
  const matured: RepaidLoan = { ...lent, terms: completeTerms({ ...terms, firstDueOn: day('2026-01-15'), maturesOn: day('2026-02-15'), periods: 2 }), events: [{ ...disbursal, amountFen: fen(5_000_00) }] };
  expect(post(matured, { type: 'draw', amount: '100.00' })).toMatchObject({ code: 'draw_after_maturity' });
});

test('a restructuring keeps how interest is counted and punished, and plans what is owed', () => {
  const agreed: RepaidLoan = { terms: { ...terms, penaltyMultiplierE4: 13_000, graceDays: 3, rounding: 'down' }, events: lent.events };
  const posted = post(agreed, { type: 'restructure', method: 'equal_installment', annualRatePct: '9', termMonths: 18, capitalised: 'all', reason: '收入中断' });
  if (!posted.isAccepted) throw new Error(posted.code);
  const owed = replay(agreed.terms, agreed.events, today);
  expect(posted.after.currentTerms).toMatchObject({ penaltyMultiplierE4: 13_000, graceDays: 3, rounding: 'down', rateAnnualE8: 9_000_000, principalFen: owed.payoffFen });
  expect(posted.after.payoffFen).toBe(owed.payoffFen);
});

test('a new rate is held against the cap by what it costs: equal principal and interest on what was first lent cost more than they state', () => {
  const flat: RepaidLoan = { terms: completeTerms({ ...terms, method: 'flat' }), events: [disbursal] };
  const dear = post(flat, { type: 'rate', annualRatePct: '14' });
  expect(dear).toMatchObject({ isAccepted: false, code: 'rate_over_cap', details: { cap: '24.0000' } });
  expect(post(flat, { type: 'rate', annualRatePct: '13' })).toMatchObject({ isAccepted: true });
  expect(post(lent, { type: 'rate', annualRatePct: '14' })).toMatchObject({ isAccepted: true });
});
