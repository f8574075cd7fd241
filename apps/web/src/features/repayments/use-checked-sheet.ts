import { repaymentsRoutes } from '@loanbook/contract/features/repayments.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { ledgerQueryKey } from '../../ledger-grid/list/use-ledger-rows.ts';
import { call } from '../../platform/client.ts';
import { useUsualAmounts } from '../events/events.index.ts';
import { loanQuery } from '../loans/loans.index.ts';
import type { Channel } from './last-channel.ts';
import { checkSheet, loanOfRow, type CheckedRow, type LoanMatch } from './sheet-check.ts';
import type { SheetRow } from './sheet-row.ts';

interface CheckedSheet {
  readonly checked: readonly CheckedRow[];
  /** Names or loans are still being read: not everything is known yet. */
  readonly isLooking: boolean;
  readonly error: Error | null;
}

const typingPauseMs = 250;

/** The sheet's rows with their loans, found and read in the background, and what posting them would do. */
export function useCheckedSheet(rows: readonly SheetRow[], usual: { readonly paidOn: CivilDate; readonly channel: Channel }, businessDate: CivilDate): CheckedSheet {
  const names = useAfterPause(useMemo(() => [...new Set(rows.map((row) => row.name.trim()).filter((name) => name !== ''))].toSorted().join('\n'), [rows]));
  const matchQuery = useQuery({
    queryKey: [...ledgerQueryKey, 'repayments', 'match', names],
    queryFn: ({ signal }) => call(repaymentsRoutes.match, { body: { names: names.split('\n') }, signal }),
    enabled: names !== '',
    placeholderData: keepPreviousData,
  });
  const matchesByName = useMemo(() => new Map<string, readonly LoanMatch[]>((matchQuery.data?.matches ?? []).map((match) => [match.name, match.loans])), [matchQuery.data]);
  const loanIds = [...new Set(rows.flatMap((row) => loanOfRow(row, matchesByName.get(row.name.trim()) ?? [])?.loanId ?? []))];
  const loans = useQueries({
    queries: loanIds.map((loanId) => loanQuery(loanId)),
    combine: (results) => ({ loans: results.flatMap((result) => result.data ?? []), error: results.find((result) => result.error !== null)?.error ?? null }),
  });
  const loansById = useMemo(() => new Map(loans.loans.map((loan) => [loan.id, loan])), [loans.loans]);
  const usualAmounts = useUsualAmounts();
  const { paidOn, channel } = usual;
  const checked = useMemo(() => checkSheet(rows, { matchesByName, loansById, usual: { paidOn, channel }, businessDate, usualAmounts }), [rows, matchesByName, loansById, paidOn, channel, businessDate, usualAmounts]);
  return {
    checked,
    isLooking: checked.some((row) => (row.candidates === undefined && row.row.name.trim() !== '') || (row.loan !== null && !loansById.has(row.loan.loanId))),
    error: matchQuery.error ?? loans.error,
  };
}

function useAfterPause(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
