import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import type { Tx } from '../../platform/database.ts';
import { receiptNo, receiptSeries, takeNumbers } from '../../platform/number-series.ts';
import type { NewEvent, ReceiptSnapshot } from '../loans/loans.index.ts';

/** What the paper handed over says; money used by a settlement is told by the receipt that brought it. */
export function receiptPart(after: LoanState, event: LoanEvent): { readonly receipt?: ReceiptSnapshot } {
  const isMoney = event.type === 'repay' || event.type === 'recover' || (event.type === 'prepay' && event.mode !== 'settle');
  if (!isMoney) return {};
  const used = after.allocations.find((allocation) => allocation.eventId === event.id);
  if (!used) throw new Error('money that was posted has no allocation');
  const { feeFen, compoundFen, penaltyFen, interestFen, principalFen, creditFen } = used;
  const principalLeftFen = (after.offBook ?? after.balances).principalFen;
  return { receipt: { number: '', feeFen, compoundFen, penaltyFen, interestFen, principalFen, creditFen, principalLeftFen } };
}

/** Numbers are taken last, because the series stays locked until the commit. */
export async function numberReceipts(tx: Tx, events: readonly NewEvent[]): Promise<readonly NewEvent[]> {
  const count = events.filter((event) => event.receipt).length;
  if (count === 0) return events;
  let number = await takeNumbers(tx, receiptSeries(tx.businessDate), count);
  return events.map((event) => (event.receipt ? { ...event, receipt: { ...event.receipt, number: receiptNo(tx.businessDate, number++) } } : event));
}
