import { eventsRoutes, type UsualAmounts } from '@loanbook/contract/features/events.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../platform/client.ts';
import { useRight } from '../../platform/session.ts';
import { openFenOf } from '../loans/loans.index.ts';

/** What receipts and loans usually amount to in this book; null until it is known. */
export function useUsualAmounts(): UsualAmounts | null {
  const mayWrite = useRight('ledger.write');
  const query = useQuery({ queryKey: ['usual-amounts'], queryFn: ({ signal }) => call(eventsRoutes.usualAmounts, { signal }), staleTime: 600_000, enabled: mayWrite });
  return query.data ?? null;
}

/** A slipped digit makes ten times as much. */
const unusualTimes = 10;

/**
 * Does the receipt look like a slip of the finger: more than twice all that the loan owes, or more than ten times what
 * people here usually pay? What is due, or settles the loan, is never unusual. `before` is the loan on the day of the receipt.
 */
export function isUnusualReceipt(amountFen: number, before: LoanState, usual: UsualAmounts | null): boolean {
  if (amountFen > before.payoffFen * 2) return true;
  const dueFen = before.installments.reduce((sum, row) => (row.dueOn <= before.asOf ? sum + openFenOf(row) : sum), 0);
  if (amountFen <= dueFen || amountFen === before.payoffFen) return false;
  const medianFen = parseYuan(usual?.receiptMedian ?? '');
  return medianFen !== null && amountFen > medianFen * unusualTimes;
}

/** More than ten times what loans of the product usually amount to, or all loans where the product is new. */
export function isUnusualPrincipal(principalFen: number, product: string | null, usual: UsualAmounts | null): boolean {
  const row = usual?.products.find((one) => one.product === (product || null));
  const medianFen = parseYuan(row?.principalMedian ?? usual?.principalMedian ?? '');
  return medianFen !== null && principalFen > medianFen * unusualTimes;
}
