import type { PartialTerms } from '@loanbook/engine/default-terms.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import { parsePercent } from '@loanbook/engine/rate.ts';
import type { AllocationRule, DebtComponent, LoanTerms, ProgressiveStep } from '@loanbook/engine/terms.ts';
import type { LoanTermsInput } from './features/loans.ts';
import type { LoanOptions } from './loan-option-fields.ts';
import { allocationPresets } from './term-choices.ts';

const orders = {
  costs_first: ['fee', 'compound', 'penalty', 'interest', 'principal'],
  interest_first: ['fee', 'interest', 'principal', 'penalty', 'compound'],
  principal_first: ['fee', 'principal', 'interest', 'penalty', 'compound'],
  costs_first_vertical: ['fee', 'compound', 'penalty', 'interest', 'principal'],
} as const satisfies Readonly<Record<NonNullable<LoanOptions['allocation']>, readonly DebtComponent[]>>;

function allocationOf(preset: NonNullable<LoanOptions['allocation']>): AllocationRule {
  return { order: orders[preset], mode: preset === 'costs_first_vertical' ? 'vertical' : 'horizontal' };
}

/** Name of an order of use, or null for one that the form does not offer. */
export function allocationPresetOf({ order, mode }: AllocationRule): NonNullable<LoanOptions['allocation']> | null {
  const isPreset = (preset: NonNullable<LoanOptions['allocation']>): boolean => allocationOf(preset).mode === mode && orders[preset].join() === order.join();
  return allocationPresets.find((choice) => isPreset(choice.value))?.value ?? null;
}

/** What the further conditions make of the terms: only what differs from the engine's own defaults. */
export function optionTerms(input: LoanTermsInput): Partial<PartialTerms> {
  return { ...methodTerms(input), ...debtTerms(input), ...feeTerms(input) };
}

function debtTerms(input: LoanTermsInput): Partial<LoanTerms> {
  return {
    ...(input.rounding && { rounding: input.rounding }),
    ...(input.allocation && { allocation: allocationOf(input.allocation) }),
    ...(input.nplAllocation && { nplAllocation: allocationOf(input.nplAllocation) }),
    ...(input.compound && { isCompoundCharged: input.compound !== 'none' }),
    ...(input.compound === 'contract_rate' && { compoundRate: 'contract' }),
    ...(input.penaltyBasis && { basisDays: input.penaltyBasis === '365' ? 365 : 360 }),
    ...(input.graceRule && { isGraceRetroactive: input.graceRule === 'retroactive' }),
    ...(input.prepaymentInterest === 'portion' && { prepaymentInterest: 'portion' }),
    ...(input.mostTermMonths && { mostTermMonths: input.mostTermMonths }),
  };
}

function feeTerms(input: LoanTermsInput): Partial<LoanTerms> {
  const upfrontFeeFen = input.upfrontFee ? parseYuan(input.upfrontFee) : null;
  return upfrontFeeFen === null || upfrontFeeFen === 0 ? {} : { upfrontFeeFen };
}

/** Options that belong to one method are left aside for the others. */
function methodTerms(input: LoanTermsInput): Partial<LoanTerms> {
  if (input.method === 'equal_installment') {
    return {
      ...(input.interestOnlyPeriods && { interestOnlyPeriods: input.interestOnlyPeriods }),
      ...(input.paymentSolve === 'exact_daycount' && { paymentSolve: 'exact_daycount' }),
    };
  }
  if (input.method === 'balloon') {
    const residualFen = input.residual ? parseYuan(input.residual) : null;
    return { ...(input.amortizationPeriods && { amortizationPeriods: input.amortizationPeriods }), ...(residualFen !== null && { residualFen }) };
  }
  if (input.method === 'progressive') {
    const progressiveStep = stepOf(input);
    return progressiveStep === null ? {} : { progressiveStep };
  }
  if (input.method === 'custom') return { customRows: customRowsOf(input) };
  return {};
}

/** Null while its share or amount is missing. */
function stepOf(input: LoanOptions): ProgressiveStep | null {
  const everyPeriods = input.stepEvery ?? 12;
  if (input.stepKind === 'amount') {
    const amountFen = input.stepAmount ? parseYuan(input.stepAmount) : null;
    return amountFen === null ? null : { kind: 'amount', amountFen, everyPeriods };
  }
  const ratioE8 = input.stepRatioPct ? parsePercent(input.stepRatioPct) : null;
  return ratioE8 === null ? null : { kind: 'ratio', ratioE8, everyPeriods };
}

function customRowsOf({ customRows }: LoanOptions): NonNullable<LoanTerms['customRows']> {
  return (customRows ?? []).flatMap(({ dueOn, principal }) => {
    const principalFen = parseYuan(principal);
    return principalFen === null ? [] : [{ dueOn, principalFen }];
  });
}
