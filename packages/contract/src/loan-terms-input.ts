import { addMonths, compareCivilDates, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms, type PartialTerms } from '@loanbook/engine/default-terms.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import { parsePercent } from '@loanbook/engine/rate.ts';
import { EngineRefusal, type RefusalCode } from '@loanbook/engine/refusal.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { InputProblem } from './errors.ts';
import type { LoanTermsInput } from './features/loans.ts';
import { optionTerms } from './loan-option-terms.ts';
import { cycleDays, planDates } from './loan-plan-dates.ts';

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
 * - The further conditions (`loanOptionFields`) change the cycle, the due-day rule and how debts are counted; rows every so
 *   many days bear interest for their days over 360 unless another mode was chosen. Own rows (自定义) end on the maturity.
 */
export function loanTermsFromInput(input: LoanTermsInput): LoanTermsResult {
  const problems: InputProblem[] = [];
  const partial = readPartialTerms(input, problems);
  if (partial === null || problems.length > 0) return { isValid: false, problems };
  try {
    const terms = completeTerms({ ...partial, ...planDates(input, partial.maturesOn) });
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
  const maturesOn = input.maturesOn ?? addMonths(input.disbursedOn, input.termMonths);
  problems.push(...dateProblems(input, maturesOn));
  if (principalFen === null || rateAnnualE8 === null || penaltyE6 === null) return null;
  problems.push(...optionProblems(input, maturesOn, principalFen));
  return {
    method: input.method, principalFen, rateAnnualE8, maturesOn, startsOn: input.disbursedOn,
    interestMode: countsDays(input) ? 'actual_360' : input.interestMode, penaltyMultiplierE4: penaltyE6 / 100, graceDays: input.graceDays,
    ...optionTerms(input),
  };
}

/** Drawn and repaid on any day, or due every so many days, a loan has no months to count. */
function countsDays(input: LoanTermsInput): boolean {
  return input.interestMode === 'monthly' && (input.method === 'revolving' || (cycleDays(input) !== null && hasCycle(input.method)));
}

/** Methods with rows that the repayment cycle spaces out. */
function hasCycle(method: LoanTermsInput['method']): boolean {
  return !['bullet', 'revolving', 'quarterly_interest', 'custom'].includes(method);
}

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

/** Values that one method or cycle needs and others do without. */
function optionProblems(input: LoanTermsInput, maturesOn: CivilDate, principalFen: number): InputProblem[] {
  const problems: InputProblem[] = [];
  if (input.cycle === 'days' && !input.cycleDays) problems.push(problem('cycleDays', 'option_required'));
  if ((parseYuan(input.upfrontFee ?? '') ?? 0) >= principalFen) problems.push(problem('upfrontFee', 'fee_not_below_principal'));
  if (input.method === 'balloon') problems.push(...balloonProblems(input, principalFen));
  if (input.method === 'progressive' && input.stepKind !== 'amount' && !input.stepRatioPct) problems.push(problem('stepRatioPct', 'option_required'));
  if (input.method === 'progressive' && input.stepKind === 'amount' && !input.stepAmount) problems.push(problem('stepAmount', 'option_required'));
  if (input.method === 'custom') problems.push(...customRowProblems(input, maturesOn, principalFen));
  return problems;
}

function balloonProblems({ amortizationPeriods, residual }: LoanTermsInput, principalFen: number): InputProblem[] {
  if (!amortizationPeriods && !residual) return [problem('amortizationPeriods', 'balloon_missing')];
  return residual && (parseYuan(residual) ?? 0) >= principalFen ? [problem('residual', 'residual_not_below_principal')] : [];
}

function customRowProblems({ customRows, disbursedOn }: LoanTermsInput, maturesOn: CivilDate, principalFen: number): InputProblem[] {
  const rows = customRows ?? [];
  if (rows.length === 0) return [problem('customRows', 'rows_missing')];
  const isInOrder = rows.every((row, index) => row.dueOn > (rows[index - 1]?.dueOn ?? disbursedOn));
  if (!isInOrder) return [problem('customRows', 'rows_out_of_order')];
  if (rows.at(-1)?.dueOn !== maturesOn) return [problem('customRows', 'rows_end_elsewhere')];
  const sumFen = rows.reduce((sum, row) => sum + (parseYuan(row.principal) ?? 0), 0);
  return sumFen === principalFen ? [] : [problem('customRows', 'rows_sum_differs')];
}

const problemTexts = {
  amount_not_positive: { zh: '金额必须大于零。', en: 'The amount must be more than zero.' },
  invalid_rate: { zh: '利率格式不正确。', en: 'The rate is not valid.' },
  invalid_multiplier: { zh: '罚息倍数应在 0 到 10 之间，最多四位小数。', en: 'The penalty multiplier must be from 0 to 10 with at most four decimals.' },
  option_required: { zh: '请填写此项。', en: 'Please fill this in.' },
  balloon_missing: { zh: '气球贷请填写摊销期数或尾款金额。', en: 'A balloon loan needs its number of amortising rows or its residual.' },
  residual_not_below_principal: { zh: '尾款必须小于放款金额。', en: 'The residual must be less than the amount lent.' },
  fee_not_below_principal: { zh: '费用必须小于放款金额。', en: 'The fee must be less than the amount lent.' },
  rows_missing: { zh: '请填写各期的应还日期和本金。', en: 'Enter the due date and principal of each row.' },
  rows_out_of_order: { zh: '各期日期应晚于放款日，并由早到晚。', en: 'The rows must be due after the disbursement, earlier ones first.' },
  rows_end_elsewhere: { zh: '最后一期的日期应是到期日期。', en: 'The last row must be due on the maturity.' },
  rows_sum_differs: { zh: '各期本金之和应等于放款金额。', en: 'The principal of all rows must sum to the amount lent.' },
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
const inputKeys: Readonly<Record<string, keyof LoanTermsInput>> = { interestOnlyPeriods: 'interestOnlyPeriods', progressiveStep: 'stepAmount', customRows: 'customRows', upfrontFeeFen: 'upfrontFee', principalFen: 'principal', firstDueOn: 'firstDueOn', maturesOn: 'maturesOn', periods: 'termMonths' };
const refusalCodes: Readonly<Partial<Record<RefusalCode, ProblemCode>>> = {
  principal_not_positive: 'amount_not_positive', dates_out_of_order: 'dates_out_of_order', periods_not_positive: 'periods_not_positive',
  maturity_conflicts_with_periods: 'maturity_conflicts_with_periods', plan_does_not_amortise: 'plan_does_not_amortise',
};

function refusalProblem(refusal: EngineRefusal): InputProblem {
  return problem(inputKeys[refusal.field] ?? 'method', refusalCodes[refusal.code] ?? 'plan_refused');
}
