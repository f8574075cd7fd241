import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms } from '@loanbook/engine/default-terms.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import { replay } from '@loanbook/engine/replay.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repaymentEvents, reversalEvents, type RepaidLoan, type RepaymentEvents } from './repayment-events.ts';

function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === null) throw new Error(text);
  return date;
}

const today = day('2026-03-16');
const terms = completeTerms({ method: 'equal_principal', principalFen: fen(1_200_000), rateAnnualE8: rateE8(12_000_000), startsOn: day('2025-12-15'), maturesOn: day('2026-12-15') });
const lent: RepaidLoan = { terms, events: [{ id: 'lent', type: 'disburse', occurredOn: terms.startsOn, sequence: 1, amountFen: terms.principalFen }] };

function pay(loan: RepaidLoan, amountFen: number, paidOn: string, keepExcess = false): RepaymentEvents {
  let count = 0;
  return repaymentEvents(loan, { amountFen: fen(amountFen), paidOn: day(paidOn), keepExcess }, today, () => `e${loan.events.length}-${(count += 1)}`);
}

function numbered(): () => string {
  let count = 0;
  return () => `r${(count += 1)}`;
}

function accepted(result: RepaymentEvents): Extract<RepaymentEvents, { isAccepted: true }> {
  if (!result.isAccepted) throw new Error(result.code);
  return result;
}

function after(loan: RepaidLoan, result: RepaymentEvents): RepaidLoan {
  return { terms: loan.terms, events: [...loan.events, ...accepted(result).events] };
}

function typesOf(result: RepaymentEvents): string[] {
  return accepted(result).events.map((event) => event.type);
}

test('money for what is due is one event; money ahead of time stays as credit', () => {
  expect(typesOf(pay(lent, 112_000, '2026-01-15'))).toEqual(['repay']);
  const early = pay(lent, 112_000, '2026-01-10');
  expect(typesOf(early)).toEqual(['repay']);
  expect(accepted(early).after.allocations[0]).toMatchObject({ principalFen: 100_000, interestFen: 12_000, creditFen: 0 });
});

test('money for everything settles the loan on the day', () => {
  const payoffFen = replay(terms, lent.events, today).payoffFen;
  const result = pay(lent, payoffFen, '2026-03-16');
  expect(typesOf(result)).toEqual(['repay', 'prepay']);
  expect(accepted(result).after).toMatchObject({ status: 'settled', payoffFen: 0 });
});

test('more than everything is refused with the payoff, or kept as credit when that is said', () => {
  const payoffFen = replay(terms, lent.events, today).payoffFen;
  expect(pay(lent, payoffFen + 1, '2026-03-16')).toMatchObject({ isAccepted: false, code: 'amount_exceeds_payoff' });
  expect(accepted(pay(lent, payoffFen + 1, '2026-03-16', true)).after).toMatchObject({ status: 'settled', payoffFen: -1 });
});

test('a receipt entered late must not overpay a loan once the later receipts count', () => {
  const payoffFen = replay(terms, lent.events, today).payoffFen;
  const nearlyPaid = after(lent, pay(lent, payoffFen - 1_000, '2026-03-16'));
  expect(pay(nearlyPaid, 50_000, '2026-02-01')).toMatchObject({ isAccepted: false, code: 'amount_exceeds_payoff' });
});

test('dates outside the loan and settled loans are refused by their code', () => {
  expect(pay(lent, 100, '2026-03-17')).toMatchObject({ code: 'event_in_future', details: { businessDate: '2026-03-16' } });
  expect(pay(lent, 100, '2025-12-01')).toMatchObject({ code: 'event_before_disbursement', details: { disbursedOn: '2025-12-15' } });
  const payoffFen = replay(terms, lent.events, today).payoffFen;
  expect(pay(after(lent, pay(lent, payoffFen, '2026-03-16')), 100, '2026-03-16')).toMatchObject({ code: 'loan_settled' });
});

test('reversing any receipt of a loan settled early takes the settlement back too', () => {
  const first = after(lent, pay(lent, 112_000, '2026-01-15'));
  const settled = after(first, pay(first, replay(terms, first.events, today).payoffFen, '2026-03-16'));
  const [, installment, payoff] = settled.events;
  for (const receipt of [installment, payoff]) {
    const reversal = accepted(reversalEvents(settled, receipt?.id ?? '', today, numbered()));
    expect(reversal.events.map((event) => event.type)).toEqual(['reverse', 'reverse']);
    expect(reversal.after.status).not.toBe('settled');
  }
});

test('a receipt entered late does not lean on one that has been taken back', () => {
  const first = after(lent, pay(lent, 161_334, '2026-01-10'));
  const second = after(first, pay(first, 633_665, '2026-01-10'));
  const reversed = after(second, reversalEvents(second, second.events[1]?.id ?? '', today, numbered()));
  const late = pay(reversed, 415_401, '2026-01-10', true);
  expect(typesOf(late)).toEqual(['repay']);
  expect(usedFen(accepted(late).after)).toBe(633_665 + 415_401);
});

test('a loan whose last payment was taken back takes money again for the days between', () => {
  const settled = after(lent, pay(lent, replay(terms, lent.events, day('2026-01-20')).payoffFen, '2026-01-20'));
  const reversed = after(settled, reversalEvents(settled, settled.events[1]?.id ?? '', today, numbered()));
  expect(typesOf(pay(reversed, 50_000, '2026-02-10'))).toEqual(['repay']);
});

test('an unknown or already reversed receipt is refused', () => {
  const paid = after(lent, pay(lent, 112_000, '2026-01-15'));
  expect(reversalEvents(paid, 'nothing', today, () => 'r1')).toMatchObject({ code: 'event_unknown' });
  const reversed = after(paid, reversalEvents(paid, paid.events[1]?.id ?? '', today, () => 'r1'));
  expect(reversalEvents(reversed, paid.events[1]?.id ?? '', today, () => 'r2')).toMatchObject({ code: 'already_reversed' });
});

test('whatever is received and reversed, no money appears or is lost', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('pay' as const), amountFen: fc.integer({ min: 1, max: 700_000 }), days: fc.integer({ min: 0, max: 90 }) }),
    fc.record({ kind: fc.constant('payoff' as const) }),
    fc.record({ kind: fc.constant('reverse' as const), which: fc.nat(20) }),
  );
  fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
    let loan = lent;
    let ids = 0;
    const newId = (): string => `id${(ids += 1)}`;
    for (const one of steps) {
      const repays = loan.events.filter((event) => event.type === 'repay');
      const payoffFen = replay(terms, loan.events, today).payoffFen;
      const result = one.kind === 'reverse' ? reversalEvents(loan, repays[one.which % Math.max(1, repays.length)]?.id ?? '', today, newId)
        : repaymentEvents(loan, { amountFen: fen(one.kind === 'payoff' ? Math.max(1, payoffFen) : one.amountFen), paidOn: one.kind === 'payoff' ? today : day(`2026-0${1 + (one.days % 3)}-1${one.days % 7}`), keepExcess: true }, today, newId);
      if (result.isAccepted) loan = { terms, events: [...loan.events, ...result.events] };
    }
    const state = replay(terms, loan.events, today);
    expect(usedFen(state)).toBe(receivedFen(loan.events));
    expect(state.balances.principalFen).toBe(1_200_000 - state.allocations.reduce((sum, one) => sum + one.principalFen, 0));
  }), { numRuns: 300 });
});

function receivedFen(events: readonly LoanEvent[]): number {
  const reversedIds = new Set(events.flatMap((event) => (event.type === 'reverse' ? [event.reversedEventId] : [])));
  return events.reduce((sum, event) => sum + (event.type === 'repay' && !reversedIds.has(event.id) ? event.amountFen : 0), 0);
}

function usedFen(state: ReturnType<typeof replay>): number {
  return state.allocations.reduce((sum, one) => sum + one.feeFen + one.compoundFen + one.penaltyFen + one.interestFen + one.principalFen + one.creditFen, 0);
}
