import type { PrincipalRule } from './principal-rule.ts';

/** 先息后本 and 利随本清: all principal in the last row (rule §1.9). 500 000.00 at 12 % → 5 000.00 a month, then all. */
export const interestOnly: PrincipalRule = () => 0;
