import { addDays, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms } from '@loanbook/engine/default-terms.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import { isId } from '../../platform/ids.ts';
import type { Tx } from '../../platform/database.ts';
import { loanTermColumns, projectLoan } from '../loans/loans.index.ts';
import { copyText, LinesById } from './copied-text.ts';

/** Loans whose id lies after `afterLoanId` and not after `lastLoanId`. */
export interface LoanRange {
  readonly afterLoanId: string;
  readonly lastLoanId: string;
}

/** Everything stored about the loans of a range, as one moment had it, in the order of their ids. */
export interface StoredBlock {
  readonly loans: LinesById;
  readonly events: LinesById;
  readonly states: LinesById;
  readonly shown: LinesById;
  readonly installments: LinesById;
  readonly receipts: LinesById;
}

/** The columns of each part, after the loan's id; those of the terms are the last of the loan's. */
export const { termColumns, ...blockColumns } = columnsOfProjection();

/**
 * COPY writes days as the setting says. A range of loans is found through the indexes of every table; the planner, which
 * does not see that the range holds for all tables of a view, would read the whole of one of them for each block.
 */
const readingSettings = "set local datestyle = 'ISO, YMD'; set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_bitmapscan = off; set local max_parallel_workers_per_gather = 0";

/** Call in a snapshot: the parts are read one after the other. */
export async function readStoredBlock(tx: Tx, { afterLoanId, lastLoanId }: LoanRange): Promise<StoredBlock> {
  if (!isId(afterLoanId) || !isId(lastLoanId)) throw new Error('a loan id is a UUID');
  await tx.client.query(readingSettings);
  const read = async (columns: readonly string[], rest: string): Promise<LinesById> => new LinesById(await copyText(tx.client, `select loan_id, ${columns.join(', ')} from ${rest}`));
  const range = `loan_id > '${afterLoanId}' and loan_id <= '${lastLoanId}'`;
  return {
    loans: await read(blockColumns.loan, `loan where ${range} order by loan_id`),
    events: await read(blockColumns.event, `loan_event where ${range} order by loan_id, sequence`),
    states: await read(blockColumns.state, `loan_state where ${range} order by loan_id`),
    shown: await read(blockColumns.shown, `loan_current where ${range} order by loan_id`),
    installments: await read(blockColumns.installment, `installment where ${range} order by loan_id, number`),
    receipts: await read(blockColumns.receipt, `repayment where ${range} and source = 'posted' order by loan_id, event_id`),
  };
}

/** Asked of a loan rather than written down, so that whatever the projection holds is compared. */
function columnsOfProjection() {
  const startsOn = '2025-01-15' as CivilDate; // as: a real day, written out
  const terms = completeTerms({ method: 'equal_installment', principalFen: fen(1_200_000), rateAnnualE8: rateE8(12_000_000), startsOn, periods: 12 });
  const { state, installments, receipts } = projectLoan(terms, [
    { type: 'disburse', id: '1', sequence: 1, occurredOn: startsOn, amountFen: terms.principalFen },
    { type: 'repay', id: '2', sequence: 2, occurredOn: terms.firstDueOn, amountFen: fen(10_000) },
  ], addDays(terms.firstDueOn, 10));
  const termNames: readonly string[] = Object.keys(loanTermColumns(terms));
  return {
    termColumns: termNames,
    loan: ['receipt_no', 'is_taken_over', 'taken_over_repaid_principal_fen', 'taken_over_repaid_interest_fen', 'terms', ...termNames],
    event: ['event_id', 'sequence', 'type', 'occurred_on', 'amount_fen', 'reversed_event_id', 'body'],
    state: Object.keys(state),
    shown: ['overdue_days', 'class', 'status'],
    installment: Object.keys({ ...installments[0] }),
    receipt: [...Object.keys({ ...receipts[0] }), 'total_fen'],
  } as const;
}
