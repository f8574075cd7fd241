import type { InputProblem } from '@loanbook/contract/errors.ts';
import type { LoanTermsInput } from '@loanbook/contract/features/loans.ts';
import { loanTermsFromInput } from '@loanbook/contract/loan-terms-input.ts';
import { disclosedRates, type DisclosedRates } from '@loanbook/engine/irr.ts';
import { fen, type Fen } from '@loanbook/engine/money.ts';
import { isAboveCap } from '@loanbook/engine/rate-cap.ts';
import { parsePercent } from '@loanbook/engine/rate.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { PlanRow } from '@loanbook/engine/schedule/plan-row.ts';

export type PlanPreview =
  | { readonly isValid: true; readonly rows: readonly PlanRow[]; readonly rates: DisclosedRates; readonly principalFen: Fen; readonly interestFen: Fen; readonly paidFen: Fen; readonly isAboveCap: boolean }
  | { readonly isValid: false; readonly problems: readonly InputProblem[] };

/** The plan and the rates these terms make, by the same steps as the server's posting. `rateCapPct` null: not known here. */
export function planPreview(input: LoanTermsInput, rateCapPct: string | null): PlanPreview {
  const result = loanTermsFromInput(input);
  if (!result.isValid) return result;
  const rows = buildSchedule(result.terms);
  const rates = disclosedRates(result.terms, rows);
  const capE8 = rateCapPct === null ? null : parsePercent(rateCapPct);
  return {
    isValid: true, rows, rates,
    principalFen: result.terms.principalFen,
    interestFen: fen(rows.reduce((sum, row) => sum + row.interestFen, 0)),
    paidFen: fen(rows.reduce((sum, row) => sum + row.totalFen, 0)),
    isAboveCap: capE8 !== null && isAboveCap(rates.nominalAnnualPct, capE8),
  };
}
