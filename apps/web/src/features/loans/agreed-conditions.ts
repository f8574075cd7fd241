import { choiceLabel, type Choice } from '@loanbook/contract/choices.ts';
import { allocationPresetOf } from '@loanbook/contract/loan-option-terms.ts';
import type { LoanOptions } from '@loanbook/contract/loan-option-fields.ts';
import { allocationPresets, compoundRules, dueRuleChoices, graceRules, paymentCycles, paymentSolves, penaltyBases, prepaymentInterests, roundings } from '@loanbook/contract/term-choices.ts';
import { formatYuan } from '@loanbook/engine/money.ts';
import { formatPercent, rateE8 } from '@loanbook/engine/rate.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';

/** One condition that this loan agreed otherwise than most: its label is that of the new loan's form, `unit` a word of that form. */
export interface AgreedCondition {
  readonly key: Extract<keyof LoanOptions, string>;
  readonly value: string;
  readonly unit?: 'days' | 'periods' | 'months';
}

/** What the loan's page says of the further conditions; the usual ones are left out. Amounts in yuan, shares in percent. */
export function agreedConditions(terms: LoanTerms, language: 'zh' | 'en'): readonly AgreedCondition[] {
  return [...cycleConditions(terms, language), ...planConditions(terms, language), ...debtConditions(terms, language)];
}

const cycleOfMonths: Readonly<Record<number, string>> = { 2: 'two_months', 3: 'quarter', 6: 'half_year', 12: 'year' };
const cycleFreeMethods: ReadonlySet<string> = new Set(['bullet', 'revolving', 'custom', 'quarterly_interest']);

function cycleConditions({ method, periodDays, periodMonths, dueRule }: LoanTerms, language: 'zh' | 'en'): AgreedCondition[] {
  const conditions: AgreedCondition[] = [];
  const cycle = cycleOfMonths[periodMonths];
  if (periodDays !== undefined) conditions.push({ key: 'cycleDays', value: String(periodDays), unit: 'days' });
  else if (cycle !== undefined && !cycleFreeMethods.has(method)) conditions.push({ key: 'cycle', value: choiceLabel(paymentCycles, cycle, language) });
  if (dueRule.kind === 'month_end' || (dueRule.kind === 'settlement_day' && method !== 'quarterly_interest')) conditions.push({ key: 'dueRule', value: choiceLabel(dueRuleChoices, dueRule.kind, language) });
  return conditions;
}

function planConditions(terms: LoanTerms, language: 'zh' | 'en'): AgreedCondition[] {
  const { interestOnlyPeriods, amortizationPeriods, residualFen, progressiveStep: step, upfrontFeeFen, mostTermMonths } = terms;
  const conditions: AgreedCondition[] = [];
  if (interestOnlyPeriods) conditions.push({ key: 'interestOnlyPeriods', value: String(interestOnlyPeriods), unit: 'periods' });
  if (amortizationPeriods !== undefined) conditions.push({ key: 'amortizationPeriods', value: String(amortizationPeriods), unit: 'periods' });
  if (residualFen !== undefined) conditions.push({ key: 'residual', value: formatYuan(residualFen) });
  if (step?.kind === 'ratio') conditions.push({ key: 'stepRatioPct', value: `${formatPercent(rateE8(step.ratioE8))}%` });
  if (step?.kind === 'amount') conditions.push({ key: 'stepAmount', value: formatYuan(step.amountFen) });
  if (step !== undefined) conditions.push({ key: 'stepEvery', value: String(step.everyPeriods), unit: 'periods' });
  if (terms.paymentSolve === 'exact_daycount') conditions.push({ key: 'paymentSolve', value: choiceLabel(paymentSolves, terms.paymentSolve, language) });
  if (upfrontFeeFen) conditions.push({ key: 'upfrontFee', value: formatYuan(upfrontFeeFen) });
  if (mostTermMonths !== undefined) conditions.push({ key: 'mostTermMonths', value: String(mostTermMonths), unit: 'months' });
  return conditions;
}

function debtConditions(terms: LoanTerms, language: 'zh' | 'en'): AgreedCondition[] {
  const chosen: readonly (readonly [AgreedCondition['key'], readonly Choice[], string | null, string])[] = [
    ['rounding', roundings, terms.rounding, 'half_up'],
    ['compound', compoundRules, compoundOf(terms), 'penalty_rate'],
    ['penaltyBasis', penaltyBases, String(terms.basisDays), '360'],
    ['graceRule', graceRules, terms.graceDays > 0 && !terms.isGraceRetroactive ? 'excess' : 'retroactive', 'retroactive'],
    ['prepaymentInterest', prepaymentInterests, terms.prepaymentInterest ?? 'all', 'all'],
    ['allocation', allocationPresets, allocationPresetOf(terms.allocation), 'costs_first'],
    ['nplAllocation', allocationPresets, allocationPresetOf(terms.nplAllocation), 'principal_first'],
  ];
  return chosen.flatMap(([key, choices, value, usual]) => (value === null || value === usual ? [] : [{ key, value: choiceLabel(choices, value, language) }]));
}

function compoundOf({ isCompoundCharged, compoundRate }: LoanTerms): string {
  if (!isCompoundCharged) return 'none';
  return compoundRate === 'contract' ? 'contract_rate' : 'penalty_rate';
}
