import { eventsRoutes, type UsualAmounts } from '@loanbook/contract/features/events.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../platform/client.ts';
import { useRight } from '../../platform/session.ts';

/** What receipts and loans usually amount to in this book; null until it is known. */
export function useUsualAmounts(): UsualAmounts | null {
  const mayWrite = useRight('ledger.write');
  const query = useQuery({ queryKey: ['usual-amounts'], queryFn: ({ signal }) => call(eventsRoutes.usualAmounts, { signal }), staleTime: 600_000, enabled: mayWrite });
  return query.data ?? null;
}

/** A slipped digit makes ten times as much. */
const unusualTimes = 10;

/** Twice what is owed is far more than rounding up. A receipt that the loan owes is never unusual, however large. */
export function isUnusualReceipt(amountFen: number, payoffFen: number, usual: UsualAmounts | null): boolean {
  if (amountFen > payoffFen * 2) return true;
  const medianFen = parseYuan(usual?.receiptMedian ?? '');
  return medianFen !== null && amountFen > medianFen * unusualTimes && amountFen !== payoffFen;
}

/** Ten times what loans of the product usually amount to. */
export function isUnusualPrincipal(principalFen: number, product: string | null, usual: UsualAmounts | null): boolean {
  const row = usual?.products.find((one) => one.product === (product || null));
  const medianFen = parseYuan(row?.principalMedian ?? '');
  return medianFen !== null && principalFen > medianFen * unusualTimes;
}
