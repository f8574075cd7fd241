import { addDays, daysBetween, type CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { fen } from '@loanbook/engine/money.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import { isIn, type InventedLoan } from './invented-loans.ts';
import type { SeededRandom } from './seeded-random.ts';

const channels = ['bank_transfer', 'bank_transfer', 'wechat', 'alipay', 'cash', 'direct_debit'];

/** An event without its id, and how the money of a receipt came. */
export interface InventedEvent {
  readonly event: LoanEvent;
  readonly channel: string | null;
}

/** What the borrower has done up to the business date; every amount is what the engine says was owed on that day. */
export function inventEvents(random: SeededRandom, loan: InventedLoan, businessDate: CivilDate, idOf: () => string): InventedEvent[] {
  const { terms } = loan;
  const events: LoanEvent[] = [{ type: 'disburse', id: idOf(), sequence: 1, occurredOn: terms.startsOn, amountFen: terms.principalFen }];
  for (const payOn of payingDays(random, loan, businessDate)) {
    const amountFen = owedOn(loan, events, payOn, random);
    if (amountFen > 0) events.push({ type: 'repay', id: idOf(), sequence: events.length + 1, occurredOn: payOn, amountFen: fen(amountFen) });
  }
  return events.map((event) => ({ event, channel: event.type === 'repay' ? random.pick(channels) : null }));
}

/** One day for each installment that gets paid, in order. */
function payingDays(random: SeededRandom, loan: InventedLoan, businessDate: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  const { habit } = loan;
  for (const row of buildSchedule(loan.terms)) {
    if (row.dueOn > businessDate) break;
    if (habit.kind === 'stops' && isIn(daysBetween(row.dueOn, businessDate), habit)) break;
    const payOn = addDays(row.dueOn, habit.kind === 'late' && random.chance(35) ? random.between(1, 9) : 0);
    if (payOn <= businessDate) days.push(payOn);
    if (habit.kind === 'settles_early' && days.length >= 3 && random.chance(25)) break;
  }
  return days;
}

/** What is due on the day, everything owed for the last payment of somebody who settles early, now and then a part only. */
function owedOn(loan: InventedLoan, events: readonly LoanEvent[], day: CivilDate, random: SeededRandom): number {
  const state = replay(loan.terms, events, day);
  const { balances } = state;
  const duePrincipalFen = state.installments.filter((row) => row.dueOn <= day).reduce((sum, row) => sum + row.principalFen - row.paidPrincipalFen, 0);
  const dueFen = duePrincipalFen + balances.interestDueFen + balances.penaltyFen + balances.compoundFen + balances.feeFen;
  return loan.habit.kind === 'late' && random.chance(4) ? Math.floor(dueFen / 200) * 100 : dueFen;
}
