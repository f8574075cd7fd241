import { completeTerms, nplLoanAllocation, performingAllocation } from '@loanbook/engine/default-terms.ts';
import type { PartialTerms } from '@loanbook/engine/default-terms.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { EngineRefusal } from '@loanbook/engine/refusal.ts';
import type {
  AllocationRule, CustomPlanRow, DebtComponent, DueRule, FirstPeriodRule, HolidayRule, InterestMode, LoanTerms, LprLink,
  Method,
  ProgressiveStep, RateStep, Rounding,
} from '@loanbook/engine/terms.ts';
import { FormatProblem, FormatReader } from './format-reader.ts';

const methods: Readonly<Record<string, Method>> = {
  EPI: 'equal_installment',
  EP: 'equal_principal',
  INTEREST_ONLY: 'interest_only',
  QUARTERLY_INTEREST: 'quarterly_interest',
  BULLET: 'bullet',
  FLAT: 'flat',
  BALLOON: 'balloon',
  CUSTOM: 'custom',
  REVOLVING: 'revolving',
};

/** "flat" says how 等本等息 is quoted; its interest is a month's share like the others. */
const interestModes: Readonly<Record<string, InterestMode>> = {
  monthly: 'monthly',
  flat: 'monthly',
  'act/360': 'actual_360',
  'act/365': 'actual_365',
  '30e/360': '30e_360',
  'months+days': 'months_days',
};

const firstPeriodRules: Readonly<Record<string, FirstPeriodRule>> = {
  std: 'full_period',
  actual_days_360: 'actual_days_360',
  'months+days': 'months_days',
};

const debtComponents: readonly DebtComponent[] = ['fee', 'compound', 'penalty', 'interest', 'principal'];

/** Keys of the format by the engine's own, so that a refusal names the field the reader wrote. */
const formatKeys: Readonly<Record<string, string>> = {
  principalFen: 'principal',
  rateAnnualE8: 'annual_rate_pct',
  startsOn: 'start',
  firstDueOn: 'first_due',
  maturesOn: 'maturity',
  customRows: 'principal_plan',
  periodMonths: 'period_months',
  periods: 'periods',
  interestOnlyPeriods: 'interest_only_periods',
  amortizationPeriods: 'amortization_periods',
  progressiveStep: 'step',
  upfrontFeeFen: 'upfront_fee',
  lprLink: 'lpr',
};

/** An engine refusal in the words of the format, with the path of the field at fault. */
export function asFormatProblem(refusal: EngineRefusal, path: string): FormatProblem {
  const key = formatKeys[refusal.field] ?? refusal.field;
  return new FormatProblem(path === '' ? key : `${path}.${key}`, refusalText(refusal));
}

/** "waiver_exceeds_owed (most 120.00)": the code, and what would have been allowed. */
export function refusalText(refusal: EngineRefusal): string {
  const figures = Object.entries(refusal.figures).map(([key, value]) => {
    const text = key.endsWith('Fen') ? formatYuan(fen(Number(value))) : String(value);
    return `${key.replace(/(Fen|On)$/, '')} ${text}`;
  });
  return figures.length === 0 ? refusal.code : `${refusal.code} (${figures.join(', ')})`;
}

/**
 * `terms` of the schedule vectors and of the replay format → contract terms. Keys that are results are ignored.
 * @throws FormatProblem naming the field
 */
export function readTerms(value: unknown, path: string): LoanTerms {
  const reader = new FormatReader(value, path);
  try {
    return withGraceRows(withoutUndefined({ ...readPlanTerms(reader), ...readDebtTerms(reader) }));
  } catch (error) {
    throw error instanceof EngineRefusal ? asFormatProblem(error, path) : error;
  }
}

/** 宽限期: where the maturity says so, the interest-only rows come before the `periods` that repay. */
function withGraceRows(partial: PartialTerms): LoanTerms {
  const { maturesOn, periods, interestOnlyPeriods, ...rest } = partial;
  if (maturesOn === undefined || periods === undefined || interestOnlyPeriods === undefined) return completeTerms(partial);
  const longer = completeTerms({ ...rest, interestOnlyPeriods, periods: periods + interestOnlyPeriods });
  return longer.maturesOn === maturesOn ? longer : completeTerms(partial);
}

/** A key that is present but undefined would hide a default. */
function withoutUndefined(terms: { [Key in keyof PartialTerms]: PartialTerms[Key] | undefined }): PartialTerms {
  const entries = Object.entries(terms).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as PartialTerms; // required keys are read, never left undefined
}

function readPlanTerms(reader: FormatReader): { [Key in keyof PartialTerms]: PartialTerms[Key] | undefined } {
  const method = readMethod(reader);
  return {
    method,
    principalFen: reader.money(method === 'revolving' && !reader.has('principal') ? 'limit' : 'principal'),
    rateAnnualE8: reader.percent('annual_rate_pct'),
    startsOn: reader.date('start'),
    firstDueOn: reader.optionalDate('first_due'),
    maturesOn: reader.optionalDate('maturity'),
    periods: reader.optionalWholeNumber('periods'),
    periodMonths: reader.optionalWholeNumber('period_months'),
    periodDays: reader.optionalWholeNumber('period_days'),
    dueRule: readDueRule(reader) ?? readSettlement(reader)?.dueRule,
    revolvingSettlement: readSettlement(reader)?.revolvingSettlement,
    interestMode: readNamed(reader, 'interest_mode', interestModes),
    firstPeriodRule: readNamed(reader, 'first_period_rule', firstPeriodRules),
    rounding: readRounding(reader),
    interestOnlyPeriods: reader.optionalWholeNumber('interest_only_periods') || undefined,
    paymentSolve: reader.has('payment_solve') ? reader.oneOf('payment_solve', ['standard', 'exact_daycount']) : undefined,
    amortizationPeriods: reader.optionalWholeNumber('amortization_periods'),
    residualFen: reader.optionalMoney('residual'),
    repricingRule: reader.has('repricing_rule') ? reader.oneOf('repricing_rule', ['days_360', 'month_share']) : undefined,
    prepaymentInterest: reader.has('prepayment_interest') ? reader.oneOf('prepayment_interest', ['all', 'portion']) : undefined,
    progressiveStep: method === 'progressive' ? readStep(reader) : undefined,
    upfrontFeeFen: reader.optionalMoney('upfront_fee'),
    rateSteps: reader.has('rate_steps') ? reader.objects('rate_steps').map(readRateStep) : undefined,
    mostTermMonths: reader.optionalWholeNumber('most_term_months'),
    lprLink: reader.has('lpr') ? readLprLink(reader.object('lpr')) : undefined,
    holidayRule: reader.has('holiday') ? readHolidayRule(reader.object('holiday')) : undefined,
    customRows: reader.has('principal_plan') ? reader.objects('principal_plan').map(readCustomRow) : undefined,
  };
}

function readDebtTerms(reader: FormatReader): Partial<LoanTerms> {
  return {
    ...(reader.has('penalty_multiplier') && { penaltyMultiplierE4: readMultiplier(reader) }),
    ...(reader.has('compound') && { isCompoundCharged: reader.flag('compound') }),
    ...(reader.has('compound_rate') && { compoundRate: reader.oneOf('compound_rate', ['penalty', 'contract']) }),
    ...(reader.has('basis') && { basisDays: readBasis(reader) }),
    ...(reader.has('grace_days') && { graceDays: reader.wholeNumber('grace_days') }),
    ...(reader.has('grace_retroactive') && { isGraceRetroactive: reader.flag('grace_retroactive') }),
    ...(reader.has('allocation') && { allocation: readAllocation(reader, 'allocation') }),
    ...(reader.has('npl_allocation') && { nplAllocation: readAllocation(reader, 'npl_allocation') }),
    isUpgradeTested: reader.has('upgrade_test') && reader.flag('upgrade_test'),
    ...(reader.has('npl_from_dpd') && { nplFromDaysPastDue: reader.wholeNumber('npl_from_dpd') }),
  };
}

function readMethod(reader: FormatReader): Method {
  const text = reader.text('method');
  if (text.startsWith('PROGRESSIVE')) return 'progressive';
  return methods[text] ?? reader.fail('method', `expected one of ${Object.keys(methods).join(', ')}, PROGRESSIVE_GEO`);
}

function readNamed<Value>(reader: FormatReader, key: string, names: Readonly<Record<string, Value>>): Value | undefined {
  return reader.has(key) ? readRequired(reader, key, names) : undefined;
}

function readMultiplier(reader: FormatReader): number {
  const multiplierE4 = reader.decimal('penalty_multiplier', 4);
  return multiplierE4 <= 1_000_000 ? multiplierE4 : reader.fail('penalty_multiplier', 'expected at most 100');
}

function readBasis(reader: FormatReader): 360 | 365 {
  const days = reader.wholeNumber('basis');
  return days === 360 || days === 365 ? days : reader.fail('basis', 'expected 360 or 365');
}

/** "half_up_0.01 per settlement (accrual unrounded)" is half-up; so is a contract that says nothing. */
function readRounding(reader: FormatReader): Rounding | undefined {
  if (!reader.has('rounding')) return undefined;
  const text = reader.text('rounding');
  if (text.startsWith('half_up')) return 'half_up';
  if (text.startsWith('half_even')) return 'half_even';
  return text.startsWith('down') ? 'down' : reader.fail('rounding', 'expected half_up, half_even or down');
}

/** "anniversary…", "fixed_day:20", "month_end", and 结息日 of each month, quarter, half-year or year. */
function readDueRule(reader: FormatReader): DueRule | undefined {
  if (!reader.has('due_rule')) return undefined;
  const text = reader.text('due_rule');
  if (text.startsWith('anniversary')) return { kind: 'anniversary' };
  if (text.startsWith('month_end')) return { kind: 'month_end' };
  const fixedDay = /^fixed_day:(\d{1,2})$/.exec(text);
  if (fixedDay !== null) return { kind: 'fixed_day', day: dayOfMonth(reader, fixedDay[1]) };
  const settled = /结息日=(每月|季末月|3\/6\/9\/12月|半年末月|6\/12月|年末月|12月)(\d{1,2})日/.exec(text);
  if (settled === null) return reader.fail('due_rule', 'expected anniversary, fixed_day:N, month_end or 结息日=…N日');
  return { kind: 'settlement_day', day: dayOfMonth(reader, settled[2]), everyMonths: settlementMonths(settled[1] ?? '') };
}

/** Revolving: "on_repay", or "monthly20" and "quarterly20" for interest settled by day. */
function readSettlement(reader: FormatReader): Pick<PartialTerms, 'dueRule' | 'revolvingSettlement'> | undefined {
  if (!reader.has('settle')) return undefined;
  const text = reader.text('settle');
  if (text === 'on_repay') return { revolvingSettlement: 'on_repay' };
  const [, every, day] = /^(monthly|quarterly)(\d{1,2})$/.exec(text) ?? reader.fail('settle', 'expected on_repay or monthlyN');
  return {
    revolvingSettlement: 'settlement_day',
    dueRule: { kind: 'settlement_day', day: Number(day), everyMonths: every === 'monthly' ? 1 : 3 },
  };
}

function dayOfMonth(reader: FormatReader, text: string | undefined): number {
  const day = Number(text);
  return day >= 1 && day <= 31 ? day : reader.fail('due_rule', 'expected a day from 1 to 31');
}

function settlementMonths(text: string): 1 | 3 | 6 | 12 {
  if (text === '每月') return 1;
  if (text === '季末月' || text === '3/6/9/12月') return 3;
  return text === '年末月' || text === '12月' ? 12 : 6;
}

/** A share ("0.02") for 等比累进, yuan for 等额累进; every `step_every` rows. */
function readStep(reader: FormatReader): ProgressiveStep {
  const everyPeriods = reader.optionalWholeNumber('step_every') ?? 1;
  if (everyPeriods === 0) reader.fail('step_every', 'expected at least 1');
  if (reader.text('method') === 'PROGRESSIVE_GEO') return { kind: 'ratio', ratioE8: reader.decimal('step', 8), everyPeriods };
  return { kind: 'amount', amountFen: reader.money('step'), everyPeriods };
}

function readRateStep(step: FormatReader): RateStep {
  return { startsOn: step.date(step.has('from') ? 'from' : 'date'), rateAnnualE8: step.percent('annual_rate_pct') };
}

/** `{tenor, spread_bp, reprice, values: [{date, one_year_pct, five_year_pct}]}`; the spread may be negative. */
function readLprLink(reader: FormatReader): LprLink {
  const spread = reader.raw('spread_bp');
  if (typeof spread !== 'number' || !Number.isInteger(spread)) return reader.fail('spread_bp', 'expected a whole number of basis points');
  return {
    tenor: readRequired(reader, 'tenor', { '1Y': 'one_year', '5Y': 'five_years' }),
    spreadBasisPoints: spread,
    repricing: readRequired(reader, 'reprice', { jan1: 'january_first', anniversary: 'anniversary', none: 'none' }),
    values: reader.objects('values').map((value) => ({
      publishedOn: value.date('date'), oneYearE8: value.percent('one_year_pct'), fiveYearE8: value.percent('five_year_pct'),
    })),
  };
}

/** `{policy: "following", extra_interest, holidays: [dates], working_days: [dates]}`, or `{policy: "none"}`. */
function readHolidayRule(reader: FormatReader): HolidayRule | undefined {
  if (reader.oneOf('policy', ['following', 'none']) === 'none') return undefined;
  return {
    isInterestExtra: reader.has('extra_interest') && reader.flag('extra_interest'),
    calendar: { holidays: reader.dates('holidays'), workingDays: reader.has('working_days') ? reader.dates('working_days') : [] },
  };
}

function readRequired<const Value>(reader: FormatReader, key: string, names: Readonly<Record<string, Value>>): Value {
  return names[reader.text(key)] ?? reader.fail(key, `expected one of ${Object.keys(names).join(', ')}`);
}

function readCustomRow(row: FormatReader): CustomPlanRow {
  return { dueOn: row.date('due'), principalFen: row.money('principal') };
}

/** A preset's name, or `{order, mode}`. */
function readAllocation(reader: FormatReader, key: string): AllocationRule {
  const value = reader.raw(key);
  if (value === 'performing') return performingAllocation;
  if (value === 'npl_loan') return nplLoanAllocation;
  if (typeof value === 'string') return reader.fail(key, 'expected performing, npl_loan or {order, mode}');
  const rule = new FormatReader(value, reader.pathOf(key));
  const order = rule.list('order').map((name) => debtComponents.find((component) => component === name));
  const isComplete = order.length === debtComponents.length && debtComponents.every((component) => order.includes(component));
  if (!isComplete) rule.fail('order', `expected each of ${debtComponents.join(', ')} once`);
  return {
    order: order.filter((component) => component !== undefined),
    mode: rule.has('mode') ? rule.oneOf('mode', ['horizontal', 'vertical']) : 'horizontal',
  };
}
