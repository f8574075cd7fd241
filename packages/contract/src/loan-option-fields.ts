import { z } from 'zod';
import { valuesOf } from './choices.ts';
import {
  allocationPresets, compoundRules, dueRuleChoices, firstPeriodRules, graceRules, paymentCycles, paymentSolves, penaltyBases, prepaymentInterests, roundings, stepKinds,
} from './term-choices.ts';
import { civilDateText, percentText, positiveYuanText, yuanText } from './values.ts';

/**
 * Terms that most loans leave as they are, by the keys of a new loan's input. Each left out or null is the usual one:
 * due every month on the due day, a first row that is not a whole period by its days over 360, half-up, costs first,
 * compound at the penalty rate. Money in yuan, shares in percent, `amortizationPeriods` and `interestOnlyPeriods` in rows.
 */
export const loanOptionFields = {
  cycle: z.enum(valuesOf(paymentCycles)).nullish(),
  cycleDays: z.int().min(1).max(366).nullish(),
  dueRule: z.enum(valuesOf(dueRuleChoices)).nullish(),
  firstPeriodRule: z.enum(valuesOf(firstPeriodRules)).nullish(),
  interestOnlyPeriods: z.int().min(0).max(600).nullish(),
  paymentSolve: z.enum(valuesOf(paymentSolves)).nullish(),
  amortizationPeriods: z.int().min(2).max(1200).nullish(),
  residual: positiveYuanText.nullish(),
  stepKind: z.enum(valuesOf(stepKinds)).nullish(),
  stepRatioPct: percentText.nullish(),
  stepAmount: positiveYuanText.nullish(),
  stepEvery: z.int().min(1).max(600).nullish(),
  customRows: z.array(z.strictObject({ dueOn: civilDateText, principal: yuanText })).max(600).nullish(),
  upfrontFee: yuanText.nullish(),
  rounding: z.enum(valuesOf(roundings)).nullish(),
  allocation: z.enum(valuesOf(allocationPresets)).nullish(),
  nplAllocation: z.enum(valuesOf(allocationPresets)).nullish(),
  compound: z.enum(valuesOf(compoundRules)).nullish(),
  penaltyBasis: z.enum(valuesOf(penaltyBases)).nullish(),
  graceRule: z.enum(valuesOf(graceRules)).nullish(),
  prepaymentInterest: z.enum(valuesOf(prepaymentInterests)).nullish(),
  mostTermMonths: z.int().min(1).max(600).nullish(),
} as const;

const loanOptionsSchema = z.object(loanOptionFields);
export type LoanOptions = z.infer<typeof loanOptionsSchema>;
/** The same as sent. */
export type LoanOptionsBody = z.input<typeof loanOptionsSchema>;
