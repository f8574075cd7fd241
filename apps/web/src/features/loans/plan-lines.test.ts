import { parseCivilDate, civilDateOf, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms } from '@loanbook/engine/default-terms.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { expect, test } from 'vitest';
import { owedLines } from '@loanbook/contract/owed-lines.ts';
import { nextDueRow, openFenOf, planLines, sumFen } from './plan-lines.ts';

function day(text: string): CivilDate {
  return parseCivilDate(text) ?? civilDateOf(0);
}

const terms = completeTerms({ method: 'equal_principal', principalFen: fen(120_000), rateAnnualE8: rateE8(12_000_000), periods: 3, startsOn: day('2026-01-10'), firstDueOn: day('2026-02-10'), maturesOn: day('2026-04-10') });
const disburse: LoanEvent = { id: 'd', type: 'disburse', occurredOn: day('2026-01-10'), sequence: 1, amountFen: fen(120_000) };
const repay = (amountFen: number, on: string): LoanEvent => ({ id: `r${on}`, type: 'repay', occurredOn: day(on), sequence: 2, amountFen: fen(amountFen) });
const stateOn = (on: string, ...events: LoanEvent[]) => replay(terms, [disburse, ...events], day(on));

test('what is owed today adds up to the payoff, whether late, on time or with money waiting', () => {
  const cases = [stateOn('2026-01-20'), stateOn('2026-03-25'), stateOn('2026-05-01'), stateOn('2026-01-20', repay(5_000, '2026-01-15')), stateOn('2026-03-01', repay(20_000, '2026-02-10'))];
  for (const state of cases) {
    const { lines, totalFen } = owedLines(state);
    expect(lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(state.payoffFen);
    expect(totalFen).toBe(state.payoffFen);
  }
});

test('penalty and compound are shown only once there are any, principal and interest always', () => {
  expect(owedLines(stateOn('2026-01-20')).lines.map((line) => line.part)).toEqual(['principalNotDue', 'interestDue', 'interestAccrued']);
  expect(owedLines(stateOn('2026-03-25')).lines.map((line) => line.part)).toContain('penalty');
});

test('money that waits for its day is taken off as a negative line', () => {
  expect(owedLines(stateOn('2026-01-20', repay(5_000, '2026-01-15'))).lines.find((line) => line.part === 'credit')?.amountFen).toBe(-5_000);
});

test('the next due row is the first from today on that is not paid; rows in the past are arrears', () => {
  const late = stateOn('2026-02-20');
  expect(nextDueRow(late.installments, late.asOf)?.number).toBe(2);
  const today = stateOn('2026-02-10');
  expect(nextDueRow(today.installments, today.asOf)?.number).toBe(1);
  const over = stateOn('2026-05-01');
  expect(nextDueRow(over.installments, over.asOf)).toBeNull();
});

test('each row of the plan is due less paid, and the balance after the last row is nothing', () => {
  const lines = planLines(stateOn('2026-02-10', repay(20_000, '2026-02-10')));
  expect(lines.map((line) => line.openFen)).toEqual(lines.map((line) => line.dueFen - line.paidFen));
  expect(lines.map((line) => line.balanceAfterFen)).toEqual([80_000, 40_000, 0]);
  expect(sumFen(lines, (line) => line.paidFen)).toBe(20_000);
  expect(lines.filter((line) => line.isNextDue).map((line) => line.installment.number)).toEqual([1]);
});

test('what was waived is no longer open', () => {
  const [row] = stateOn('2026-03-25').installments;
  if (row === undefined) throw new Error('the plan has rows');
  expect(openFenOf({ ...row, waivedInterestFen: row.interestFen })).toBe(openFenOf(row) - row.interestFen);
});
