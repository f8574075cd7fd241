import { parseCivilDate, civilDateOf, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms } from '@loanbook/engine/default-terms.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import type { RepaidLoan } from '@loanbook/contract/repayment-events.ts';
import { expect, test } from 'vitest';
import { openFenOf } from '../loans/loans.index.ts';
import { previewRepayment, previewReversal, usualAmounts } from './repayment-preview.ts';

function day(text: string): CivilDate {
  return parseCivilDate(text) ?? civilDateOf(0);
}

const terms = completeTerms({ method: 'equal_principal', principalFen: fen(120_000), rateAnnualE8: rateE8(12_000_000), periods: 3, startsOn: day('2026-01-10'), firstDueOn: day('2026-02-10'), maturesOn: day('2026-04-10') });
const loan: RepaidLoan = { terms, events: [{ id: 'd', type: 'disburse', occurredOn: day('2026-01-10'), sequence: 1, amountFen: fen(120_000) }] };
const money = (amountFen: number, on: string, keepExcess = false) => ({ amountFen: fen(amountFen), paidOn: day(on), keepExcess });

test('the parts of a receipt add up to it, and the first installment is paid by what it asks', () => {
  const preview = previewRepayment(loan, money(41_200, '2026-02-10'), day('2026-02-10'));
  expect(preview).toMatchObject({ isAccepted: true, allocation: { principalFen: 40_000, interestFen: 1_200, penaltyFen: 0, creditFen: 0 } });
});

test('more than the payoff is refused with the payoff, until the excess is to be kept', () => {
  expect(previewRepayment(loan, money(200_000, '2026-02-10'), day('2026-02-10'))).toMatchObject({ isAccepted: false, code: 'amount_exceeds_payoff', details: { payoff: '1212.00' } });
  expect(previewRepayment(loan, money(200_000, '2026-02-10', true), day('2026-02-10'))).toMatchObject({ isAccepted: true, after: { balances: { principalFen: 0, creditFen: 78_800 } } });
});

test('the usual amounts: all that is past due, all up to the next due day, all that settles', () => {
  const before = usualAmounts(loan, day('2026-02-01'), openFenOf);
  expect(before).toMatchObject({ overdueFen: 0, currentFen: 41_200, currentDueOn: '2026-02-10' });
  const late = usualAmounts(loan, day('2026-02-20'), openFenOf);
  expect(late.overdueFen).toBeGreaterThan(41_200);
  expect(late.currentFen).toBe(late.overdueFen + 40_800);
  expect(late.payoffFen).toBeGreaterThan(120_000);
});

test('paying exactly what settles settles the loan', () => {
  const { payoffFen } = usualAmounts(loan, day('2026-02-20'), openFenOf);
  expect(previewRepayment(loan, money(payoffFen, '2026-02-20'), day('2026-02-20'))).toMatchObject({ isAccepted: true, after: { status: 'settled', payoffFen: 0 } });
});

test('paying exactly what is past due leaves nothing past due', () => {
  const { overdueFen } = usualAmounts(loan, day('2026-02-20'), openFenOf);
  expect(previewRepayment(loan, money(overdueFen, '2026-02-20'), day('2026-02-20'))).toMatchObject({ isAccepted: true, after: { daysPastDue: 0, balances: { creditFen: 0 } } });
});

test('money that waits is taken off what is asked', () => {
  const preview = previewRepayment(loan, money(5_000, '2026-01-20'), day('2026-01-20'));
  if (!preview.isAccepted) throw new Error('accepted');
  expect(usualAmounts({ terms, events: [...loan.events, ...preview.events] }, day('2026-02-01'), openFenOf).currentFen).toBe(36_200);
});

test('taking a receipt back leads to the state without it; an unknown one cannot be taken back', () => {
  const preview = previewRepayment(loan, money(41_200, '2026-02-10'), day('2026-02-10'));
  if (!preview.isAccepted) throw new Error('accepted');
  const repaid = { terms, events: [...loan.events, ...preview.events] };
  expect(previewReversal(repaid, preview.events[0]?.id ?? '', day('2026-02-10'))).toMatchObject({ after: { balances: { principalFen: 120_000 } } });
  expect(previewReversal(repaid, 'nobody', day('2026-02-10'))).toMatchObject({ code: 'event_unknown' });
});
