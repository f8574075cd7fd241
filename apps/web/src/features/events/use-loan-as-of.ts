import type { Loan } from '@loanbook/contract/features/loans.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useFormats } from '../../platform/format.ts';
import { loanAsOf } from './loan-as-of.ts';
import { loanHistoryQuery } from './use-loan-life.ts';

export interface LoanAsOf {
  /** The loan with the state of the chosen day; today's where none is chosen or none can be made. */
  readonly shown: Loan;
  /** null: today. */
  readonly day: CivilDate | null;
  readonly isAsKnown: boolean;
  /** What was entered by the chosen day does not make up a loan. */
  readonly isUnknown: boolean;
  readonly setDay: (day: CivilDate | null) => void;
  readonly setIsAsKnown: (isAsKnown: boolean) => void;
}

/** The loan on any past day, replayed in the browser. */
export function useLoanAsOf(loan: Loan): LoanAsOf {
  const formats = useFormats();
  const [day, setDay] = useState<CivilDate | null>(null);
  const [isAsKnown, setIsAsKnown] = useState(false);
  // Only terms of a loan taken over are ever corrected.
  const { data: history } = useQuery({ ...loanHistoryQuery(loan.id), enabled: loan.isTakenOver && isAsKnown });
  const past = useMemo(
    () => (day === null ? null : loanAsOf(loan, day, (recordedAt) => !isAsKnown || formats.dateTime(recordedAt).slice(0, 10) <= day, isAsKnown ? history?.termsVersions : [])),
    [loan, day, isAsKnown, formats, history],
  );
  return { shown: past ?? loan, day, isAsKnown, isUnknown: day !== null && past === null, setDay, setIsAsKnown };
}
