/** Keys of the format's `terms` that are read, and those that are known results or remarks and say nothing new. */
const readKeys: ReadonlySet<string> = new Set([
  'method', 'principal', 'limit', 'annual_rate_pct', 'start', 'first_due', 'maturity', 'periods', 'period_months', 'period_days',
  'due_rule', 'settle', 'interest_mode', 'first_period_rule', 'rounding', 'interest_only_periods', 'payment_solve',
  'amortization_periods', 'residual', 'repricing_rule', 'prepayment_interest', 'step', 'step_every', 'upfront_fee', 'rate_steps',
  'principal_plan', 'events', 'penalty_multiplier', 'compound', 'compound_rate', 'basis', 'grace_days', 'grace_retroactive',
  'allocation', 'npl_allocation', 'npl_from_dpd', 'upgrade_test', 'most_term_months', 'lpr', 'holiday',
]);

const resultKeys: ReadonlySet<string> = new Set([
  'level_payment', 'first_level_payment', 'principal_per_period', 'interest_per_period', 'whole_months', 'odd_days', 'method_cn',
  'rate_meaning', 'last_absorbs', 'note',
]);

/** Keys that will be passed over, which a misspelt one would be. */
export function unknownTermsKeys(terms: unknown): readonly string[] {
  if (typeof terms !== 'object' || terms === null) return [];
  return Object.keys(terms).filter((key) => !readKeys.has(key) && !resultKeys.has(key));
}
