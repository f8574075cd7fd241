import { addMonths, civilDateOf, civilParts, compareCivilDates, dayNumber, dayNumberInMonth, monthIndex, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms, type PartialTerms } from '@loanbook/engine/default-terms.ts';
import { dueDaysOf } from '@loanbook/engine/due-dates.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import { parsePercent } from '@loanbook/engine/rate.ts';
import { EngineRefusal, type RefusalCode } from '@loanbook/engine/refusal.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { InputProblem } from './errors.ts';
import type { LoanTermsInput } from './features/loans.ts';

/** `path` of a problem is a key of LoanTermsInput. */
export type LoanTermsResult =
  | { readonly isValid: true; readonly terms: LoanTerms }
  | { readonly isValid: false; readonly problems: readonly InputProblem[] };

/**
 * A new loan's terms as the engine takes them; the browser's preview and the server's posting both come through here.
 *
 * - The maturity, when given, wins over the term, which must then be the months it spans, give or take one.
 * - Regular methods have one row a month from the first due date to the maturity, the last row due on the maturity itself
 *   (rule §1.9). The first due date is the one given, or a month after the disbursement, on `dueDay` or the anniversary.
 * - A first row that is not a whole month bears interest for its actual days over 360 (rule §1.9, choice 1).
 * - Bullet has one row, at maturity; so has a revolving loan, here as if all of it were drawn at once. Quarterly interest is settled on `dueDay` or the 20th of each quarter's last month and
 *   at maturity (rule §1.8); with a first due date it is due every three months from there.
 */
export function loanTermsFromInput(input: LoanTermsInput): LoanTermsResult {
  const problems: InputProblem[] = [];
  const partial = readPartialTerms(input, problems);
  if (partial === null || problems.length > 0) return { isValid: false, problems };
  try {
    const terms = completeTerms({ ...partial, ...planDates(input, partial) });
    buildSchedule(terms);
    return { isValid: true, terms };
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    return { isValid: false, problems: [refusalProblem(error)] };
  }
}

type DatedInput = PartialTerms & { readonly maturesOn: CivilDate };

function readPartialTerms(input: LoanTermsInput, problems: InputProblem[]): DatedInput | null {
  const principalFen = parseYuan(input.principal);
  const rateAnnualE8 = parsePercent(input.annualRatePct);
  const penaltyE6 = parsePercent(input.penaltyMultiplier);
  if (principalFen === null || principalFen <= 0) problems.push(problem('principal', 'amount_not_positive'));
  if (rateAnnualE8 === null) problems.push(problem('annualRatePct', 'invalid_rate'));
  if (penaltyE6 === null || penaltyE6 % 100 !== 0 || penaltyE6 > 10_000_000) problems.push(problem('penaltyMultiplier', 'invalid_multiplier'));
  if (!plannableMethods.has(input.method)) problems.push(problem('method', 'method_not_offered'));
  const maturesOn = input.maturesOn ?? addMonths(input.disbursedOn, input.termMonths);
  problems.push(...dateProblems(input, maturesOn));
  if (principalFen === null || rateAnnualE8 === null || penaltyE6 === null) return null;
  return {
    method: input.method, principalFen, rateAnnualE8, maturesOn, startsOn: input.disbursedOn,
    // Drawn and repaid on any day, a revolving loan has no months to count.
    interestMode: input.method === 'revolving' && input.interestMode === 'monthly' ? 'actual_360' : input.interestMode, penaltyMultiplierE4: penaltyE6 / 100, graceDays: input.graceDays,
  };
}

/** Methods whose plan follows from this input alone; the others need rows, residuals or steps that it does not carry. */
const plannableMethods: ReadonlySet<string> = new Set(['equal_installment', 'equal_principal', 'interest_only', 'quarterly_interest', 'bullet', 'flat', 'revolving']);

function dateProblems(input: LoanTermsInput, maturesOn: CivilDate): InputProblem[] {
  if (compareCivilDates(maturesOn, input.disbursedOn) <= 0) return [problem('maturesOn', 'dates_out_of_order')];
  const problems: InputProblem[] = [];
  const isShorter = compareCivilDates(maturesOn, addMonths(input.disbursedOn, input.termMonths - 1)) <= 0;
  const isLonger = compareCivilDates(maturesOn, addMonths(input.disbursedOn, input.termMonths + 1)) >= 0;
  if (isShorter || isLonger) problems.push(problem('maturesOn', 'term_and_maturity_differ'));
  const firstDueOn = input.firstDueOn ?? null;
  if (firstDueOn === null) return problems;
  if (compareCivilDates(firstDueOn, input.disbursedOn) <= 0) problems.push(problem('firstDueOn', 'dates_out_of_order'));
  if (compareCivilDates(firstDueOn, maturesOn) > 0) problems.push(problem('firstDueOn', 'first_due_after_maturity'));
  return problems;
}

type PlanDates = Pick<PartialTerms, 'periods' | 'periodMonths' | 'firstDueOn' | 'dueRule' | 'firstPeriodRule'>;

function planDates(input: LoanTermsInput, partial: DatedInput): PlanDates {
  if (input.method === 'bullet' || input.method === 'revolving') return { periods: 1, firstDueOn: partial.maturesOn };
  if (input.method === 'quarterly_interest' && !input.firstDueOn) return settledQuarterly(input, partial);
  const periodMonths = input.method === 'quarterly_interest' ? 3 : 1;
  const nextMonth = monthIndex(input.disbursedOn) + periodMonths;
  const anchorDay = input.dueDay ?? civilParts(input.disbursedOn).day;
  const regularFirstOn = input.firstDueOn ?? civilDateOf(dayNumberInMonth(nextMonth, anchorDay));
  // A loan shorter than one period has its only row at maturity.
  const firstDueOn = compareCivilDates(regularFirstOn, partial.maturesOn) > 0 ? partial.maturesOn : regularFirstOn;
  const isWholePeriod = firstDueOn === addMonths(input.disbursedOn, periodMonths);
  return {
    firstDueOn, periodMonths,
    periods: periodsFrom(firstDueOn, partial.maturesOn, periodMonths),
    dueRule: input.dueDay ? { kind: 'fixed_day', day: input.dueDay } : { kind: 'anniversary' },
    firstPeriodRule: isWholePeriod ? 'full_period' : 'actual_days_360',
  };
}

/** Rows by calendar months, so that a maturity some days off the due day stretches or cuts the last row instead of adding a stub. */
function periodsFrom(firstDueOn: CivilDate, maturesOn: CivilDate, periodMonths: number): number {
  const months = monthIndex(maturesOn) - monthIndex(firstDueOn);
  return Math.max(1, Math.ceil(months / periodMonths) + 1);
}

function settledQuarterly(input: LoanTermsInput, partial: DatedInput): PlanDates {
  const dueRule = { kind: 'settlement_day', day: input.dueDay ?? 20, everyMonths: 3 } as const;
  const { days } = dueDaysOf({ periods: 1, periodMonths: 3, startsOn: partial.startsOn, firstDueOn: partial.maturesOn, maturesOn: partial.maturesOn, dueRule });
  return { dueRule, periodMonths: 3, periods: days.length, firstDueOn: civilDateOf(days[0] ?? dayNumber(partial.maturesOn)) };
}

const problemTexts = {
  amount_not_positive: { zh: '金额必须大于零。', en: 'The amount must be more than zero.' },
  invalid_rate: { zh: '利率格式不正确。', en: 'The rate is not valid.' },
  invalid_multiplier: { zh: '罚息倍数应在 0 到 10 之间，最多四位小数。', en: 'The penalty multiplier must be from 0 to 10 with at most four decimals.' },
  method_not_offered: { zh: '暂不能在这里新建这种还款方式的贷款。', en: 'A loan with this method cannot be made here yet.' },
  term_and_maturity_differ: { zh: '到期日与期限不一致。', en: 'The maturity does not fit the term.' },
  first_due_after_maturity: { zh: '首期还款日晚于到期日。', en: 'The first due date is after the maturity.' },
  dates_out_of_order: { zh: '该日期必须晚于放款日。', en: 'This date must be after the disbursement.' },
  maturity_conflicts_with_periods: { zh: '到期日与期数、首期还款日不一致。', en: 'The maturity does not fit the first due date and the number of installments.' },
  periods_not_positive: { zh: '期数不正确。', en: 'The number of installments is not valid.' },
  plan_does_not_amortise: { zh: '按这些条件无法还清本金。', en: 'These terms never repay the principal.' },
  plan_refused: { zh: '按这些条件不能生成还款计划。', en: 'No plan can be made from these terms.' },
} as const;
type ProblemCode = keyof typeof problemTexts;

function problem(path: keyof LoanTermsInput, code: ProblemCode): InputProblem {
  return { path, code, ...problemTexts[code] };
}

/** Engine terms and the input speak of the same things by other names. */
const inputKeys: Readonly<Record<string, keyof LoanTermsInput>> = { principalFen: 'principal', firstDueOn: 'firstDueOn', maturesOn: 'maturesOn', periods: 'termMonths' };
const refusalCodes: Readonly<Partial<Record<RefusalCode, ProblemCode>>> = {
  principal_not_positive: 'amount_not_positive', dates_out_of_order: 'dates_out_of_order', periods_not_positive: 'periods_not_positive',
  maturity_conflicts_with_periods: 'maturity_conflicts_with_periods', plan_does_not_amortise: 'plan_does_not_amortise',
};

function refusalProblem(refusal: EngineRefusal): InputProblem {
  return problem(inputKeys[refusal.field] ?? 'method', refusalCodes[refusal.code] ?? 'plan_refused');
}
