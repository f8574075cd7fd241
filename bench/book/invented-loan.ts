import { addDays, addMonths, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms } from '@loanbook/engine/default-terms.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { fen, type Fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { PlanRow } from '@loanbook/engine/schedule/plan-row.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { SeededRandom } from '../../apps/server/src/features/demo/seeded-random.ts';
import type { TakenOverEvent, TakenOverLoan } from '../../apps/server/src/features/loans/loans.index.ts';

/** The day on which every measured book stands, whatever the machine's clock says. */
export const bookDate = '2026-06-16' as CivilDate; // as: a real day, written out
export const bookNow = '2026-06-16T04:00:00.000Z';

const methods = ['equal_installment', 'equal_installment', 'equal_installment', 'equal_principal', 'interest_only', 'flat'] as const;
const products = ['农户小额贷款', '商户经营贷', '工薪消费贷', '助农贷', '妇女创业贷'];
const managers = Array.from({ length: 40 }, (_unused, index) => `信贷员${String(index + 1).padStart(2, '0')}`);
const branches = ['县支公司', '城东网点', '柳塘网点', '清溪网点'];

type Fate = 'current' | 'settled' | 'overdue' | 'written_off';

/** Of a hundred loans 69 are current, 21 settled, 9 overdue in every bucket, 1 is written off; six events each on average. */
export function inventLoan(random: SeededRandom, index: number, customerId: string): TakenOverLoan {
  const fate = fateOf(random.between(1, 100));
  const daysLate = fate === 'overdue' ? daysPastDue(random) : random.between(380, 600);
  const paidRows = random.between(1, 5);
  const startsOn = startOf(random, fate, paidRows, daysLate);
  const principalFen = fen(random.between(30, 3_000) * 10_000);
  const terms = completeTerms({ method: random.pick(methods), principalFen, rateAnnualE8: rateE8(random.between(48, 220) * 100_000), startsOn, periods: 12 });
  const receiptNo = `B${String(index).padStart(6, '0')}`;
  return {
    customerId, terms, unstated: [], termMonths: 12, flags: [], receipts: [],
    facts: {
      receiptNo, contractNo: `HT${receiptNo}`, product: random.pick(products), rateType: 'fixed', guarantee: random.pick(['credit', 'guarantee', 'mortgage'] as const),
      purpose: '购买农资', manager: random.pick(managers), branch: random.pick(branches),
    },
    events: history(random, terms, fate, paidRows),
  };
}

function fateOf(percent: number): Fate {
  if (percent <= 69) return 'current';
  if (percent <= 90) return 'settled';
  return percent <= 99 ? 'overdue' : 'written_off';
}

/** Half of the overdue loans are in the first bucket; each further one is rarer. */
function daysPastDue(random: SeededRandom): number {
  const bucket = random.between(1, 100);
  if (bucket <= 50) return random.between(1, 30);
  if (bucket <= 75) return random.between(31, 90);
  if (bucket <= 90) return random.between(91, 270);
  return bucket <= 95 ? random.between(271, 360) : random.between(361, 700);
}

function startOf(random: SeededRandom, fate: Fate, paidRows: number, daysLate: number): CivilDate {
  if (fate === 'current') return addDays(bookDate, -random.between(3, 210));
  if (fate === 'settled') return addDays(bookDate, -random.between(400, 760));
  return addMonths(addDays(bookDate, -daysLate), -(paidRows + 1));
}

function history(random: SeededRandom, terms: LoanTerms, fate: Fate, paidRows: number): TakenOverEvent[] {
  const events: TakenOverEvent[] = [{ type: 'disburse', occurredOn: terms.startsOn, sequence: 1, amountFen: terms.principalFen }];
  const plan = buildSchedule(terms);
  // One receipt at most is late, so that what is paid covers the penalty too.
  const lateNumber = random.chance(15) ? random.between(1, 12) : 0;
  const rows = fate === 'current' || fate === 'settled' ? plan : plan.slice(0, paidRows);
  for (const row of rows) {
    const isLate = row.number === lateNumber;
    const paidOn = addDays(row.dueOn, isLate ? random.between(1, 9) : -random.pick([0, 0, 0, 0, 0, 1, 1, 2, 3]));
    const isWaitingStill = row.dueOn === bookDate && random.chance(50);
    if (paidOn > bookDate || isWaitingStill) break;
    const amountFen = isLate ? dueFen(terms, events, paidOn) : row.totalFen;
    if (amountFen > 0) events.push({ type: 'repay', occurredOn: paidOn, sequence: events.length + 1, amountFen });
  }
  return [...events, ...ending(random, plan, fate, paidRows, events.length + 1)];
}

/** Everything that is due on the day, penalty included: what a late payer is asked for. */
function dueFen(terms: LoanTerms, events: readonly TakenOverEvent[], on: CivilDate): Fen {
  const known = events.map((event): LoanEvent => ({ ...event, id: String(event.sequence) }));
  const { balances } = replay(terms, known, on);
  return fen(balances.feeFen + balances.penaltyFen + balances.compoundFen + balances.interestDueFen + balances.overduePrincipalFen);
}

function ending(random: SeededRandom, plan: readonly PlanRow[], fate: Fate, paidRows: number, sequence: number): TakenOverEvent[] {
  if (fate === 'written_off') return [{ type: 'write_off', occurredOn: addDays(bookDate, -random.between(1, 20)), sequence }];
  const open = plan[paidRows];
  const isPartlyPaid = fate === 'overdue' && open !== undefined && open.dueOn < bookDate && random.chance(30);
  return isPartlyPaid ? [{ type: 'repay', occurredOn: open.dueOn, sequence, amountFen: fen(Math.max(100, Math.floor(open.totalFen / 3))) }] : [];
}
