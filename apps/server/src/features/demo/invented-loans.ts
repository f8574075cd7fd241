import { addDays, daysBetween, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms } from '@loanbook/engine/default-terms.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { LoanTerms, Method } from '@loanbook/engine/terms.ts';
import type { SeededRandom } from './seeded-random.ts';

/** How a borrower of the demo book behaves. `stops`: the first unpaid installment is between so many days old. */
export type Habit =
  | { readonly kind: 'punctual' }
  | { readonly kind: 'late' }
  | { readonly kind: 'settles_early' }
  | { readonly kind: 'stops'; readonly leastDays: number; readonly mostDays: number };

export interface InventedLoan {
  readonly terms: LoanTerms;
  readonly habit: Habit;
  readonly product: string;
  readonly guarantee: string;
  readonly purpose: string;
}

interface Product {
  readonly name: string;
  readonly methods: readonly Method[];
  readonly months: readonly number[];
  /** Thousands of yuan. */
  readonly amounts: readonly [number, number];
  /** Tenths of a percent a year. */
  readonly rates: readonly [number, number];
  readonly guarantees: readonly string[];
  readonly purposes: readonly string[];
}

const products: readonly Product[] = [
  { name: '惠农贷', methods: ['bullet', 'interest_only', 'quarterly_interest'], months: [6, 12, 12, 18], amounts: [20, 200], rates: [60, 96], guarantees: ['credit', 'guarantee', 'joint'], purposes: ['购买种苗', '购买农机', '养殖周转'] },
  { name: '小微经营贷', methods: ['equal_installment', 'equal_principal', 'interest_only'], months: [12, 18, 24, 36], amounts: [100, 800], rates: [72, 132], guarantees: ['mortgage', 'guarantee', 'pledge'], purposes: ['采购原料', '扩建厂房', '流动资金'] },
  { name: '商户快贷', methods: ['equal_installment', 'flat'], months: [6, 9, 12], amounts: [10, 120], rates: [96, 156], guarantees: ['credit', 'guarantee'], purposes: ['店铺进货', '店铺装修'] },
  { name: '消费贷', methods: ['equal_installment', 'flat'], months: [12, 24], amounts: [8, 80], rates: [84, 144], guarantees: ['credit'], purposes: ['购车', '家庭装修', '子女教育'] },
];

const regularHabits: readonly Habit[] = [
  { kind: 'punctual' }, { kind: 'punctual' }, { kind: 'punctual' }, { kind: 'punctual' }, { kind: 'late' }, { kind: 'late' }, { kind: 'settles_early' },
];

/** Every bucket of the overdue report has its borrowers. */
const stops: readonly Habit[] = [[1, 30], [31, 60], [61, 90], [91, 180], [181, 270], [271, 360], [361, 480]].map(([leastDays = 1, mostDays = 30]) => ({ kind: 'stops', leastDays, mostDays }));

/** Terms and habit of one loan; lent within the last 24 months, or long enough ago for the arrears it is to have. */
export function inventLoan(random: SeededRandom, index: number, businessDate: CivilDate): InventedLoan {
  const product = random.pick(products);
  // One loan in eight stops paying, in every bucket by turns.
  const habit = index % 8 === 3 ? (stops[Math.floor(index / 8) % stops.length] ?? stopsFirst) : random.pick(regularHabits);
  for (;;) {
    const terms = inventTerms(random, product, habit, businessDate);
    if (habit.kind !== 'stops' || hasDueDateIn(terms, habit, businessDate)) {
      return { terms, habit, product: product.name, guarantee: random.pick(product.guarantees), purpose: random.pick(product.purposes) };
    }
  }
}

const stopsFirst: Habit = { kind: 'stops', leastDays: 1, mostDays: 30 };

function inventTerms(random: SeededRandom, product: Product, habit: Habit, businessDate: CivilDate): LoanTerms {
  const oldest = 729;
  const youngest = habit.kind === 'stops' ? Math.min(oldest - 60, habit.leastDays + 31) : 1;
  const months = random.pick(product.months);
  const method = random.pick(product.methods);
  const startsOn = addDays(businessDate, -random.between(youngest, oldest));
  return completeTerms({
    method, startsOn,
    principalFen: fen(random.between(...product.amounts) * 100_000),
    rateAnnualE8: rateE8(Math.min(random.between(...product.rates), method === 'flat' ? highestFlatRate : 999) * 100_000),
    maturesOn: monthsLater(startsOn, months),
    interestMode: method === 'bullet' ? 'actual_360' : 'monthly',
  });
}

/** 等本等息 costs nearly twice its stated rate; above this its yearly cost would pass the cap of 24 %. */
const highestFlatRate = 125;

function monthsLater(startsOn: CivilDate, months: number): CivilDate {
  const plan = completeTerms({ method: 'equal_principal', startsOn, principalFen: fen(100), rateAnnualE8: rateE8(0), periods: months });
  return plan.maturesOn;
}

function hasDueDateIn(terms: LoanTerms, habit: Extract<Habit, { kind: 'stops' }>, businessDate: CivilDate): boolean {
  return buildSchedule(terms).some((row) => isIn(daysBetween(row.dueOn, businessDate), habit));
}

export function isIn(days: number, habit: Extract<Habit, { kind: 'stops' }>): boolean {
  return days >= habit.leastDays && days <= habit.mostDays;
}
