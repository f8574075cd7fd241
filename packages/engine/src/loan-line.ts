import { civilDateOf, dayNumber } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import type { LoanEvent } from './events.ts';
import { fen } from './money.ts';
import type { Fen } from './money.ts';
import { replayLedger } from './replay.ts';
import { isOpen, openInterestFen, openPrincipalFen } from './replay/ledger-row.ts';
import type { LoanLedger } from './replay/loan-ledger.ts';
import type { LoanTerms } from './terms.ts';

/** What one unpaid installment contributes to lists on a later day. */
export interface OpenInstallment {
  readonly number: number;
  readonly dueOn: CivilDate;
  readonly openPrincipalFen: Fen;
  readonly openInterestFen: Fen;
}

/**
 * What is stored of a loan so that lists are right on any later day without a batch. On day D ≥ the last event:
 * days past due = max(0, D − oldestOpenDueOn); overdue principal and interest = sums over openInstallments due before D.
 */
export interface LoanLine {
  readonly principalOutstandingFen: Fen;
  readonly creditFen: Fen;
  /** Due date of the oldest installment not fully paid, due or not; null when nothing is owed by plan. */
  readonly oldestOpenDueOn: CivilDate | null;
  /** First unpaid due date on or after the last event; null when none is left. */
  readonly nextDueOn: CivilDate | null;
  readonly nextDueFen: Fen;
  readonly openInstallments: readonly OpenInstallment[];
}

/** The line of a loan as of its last event; `asOf` is the business date it is stored on. */
export function loanLine(terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate): LoanLine {
  return lineOf(replayLedger(terms, events, asOf), dayNumber(asOf));
}

function lineOf(ledger: LoanLedger, day: number): LoanLine {
  let principalFen = ledger.standing?.principalFen ?? 0;
  const openInstallments: OpenInstallment[] = [];
  for (const row of ledger.rows) {
    principalFen += openPrincipalFen(row);
    if (!isOpen(row)) continue;
    openInstallments.push({
      number: row.number,
      dueOn: civilDateOf(row.dueDay),
      openPrincipalFen: fen(openPrincipalFen(row)),
      openInterestFen: fen(openInterestFen(row)),
    });
  }
  const asOf = civilDateOf(day);
  const next = openInstallments.find((row) => row.dueOn >= asOf);
  return {
    principalOutstandingFen: fen(principalFen),
    creditFen: fen(ledger.creditFen),
    oldestOpenDueOn: openInstallments[0]?.dueOn ?? null,
    nextDueOn: next?.dueOn ?? null,
    nextDueFen: fen(next === undefined ? 0 : next.openPrincipalFen + next.openInterestFen),
    openInstallments,
  };
}
