import type { Repayment, repaymentsRoutes } from '@loanbook/contract/features/repayments.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { fen, formatYuan, type Fen } from '@loanbook/engine/money.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { LockedLoan, ReceiptRow } from '../loans/loans.index.ts';

type Matches = ReplyOf<typeof repaymentsRoutes.match>;

function yuan(amountFen: number | null): string {
  return formatYuan(fen(amountFen ?? 0));
}

/** Receipts in the order of the ids given; ids that are not there are left out. */
export async function readRepayments(tx: Tx, repaymentIds: readonly string[]): Promise<Repayment[]> {
  if (repaymentIds.length === 0) return [];
  const rows = await tx.db.selectFrom('repayment_current').selectAll().where('repayment_id', 'in', [...repaymentIds]).execute();
  const byId = new Map(rows.map((row) => [row.repayment_id, row]));
  return repaymentIds.flatMap((repaymentId) => {
    const row = byId.get(repaymentId);
    if (!row) return [];
    return [{
      id: row.repayment_id, eventId: row.event_id, loanId: row.loan_id, receiptNo: row.receipt_no, customerName: row.customer_name, paidOn: row.paid_on ?? '', total: yuan(row.total_fen),
      fee: yuan(row.fee_fen), compound: yuan(row.compound_fen), penalty: yuan(row.penalty_fen), interest: yuan(row.interest_fen), principal: yuan(row.principal_fen), credit: yuan(row.credit_fen),
      isReversed: row.is_reversed,
    }];
  });
}

/** A receipt that is being posted, as `readRepayments` will show it. */
export function postedRepayment(loan: Pick<LockedLoan, 'loanId' | 'receiptNo'>, customerName: string, event: { readonly id: string; readonly occurredOn: CivilDate; readonly amountFen: Fen }, receipt: ReceiptRow): Repayment {
  return {
    id: event.id, eventId: event.id, loanId: loan.loanId, receiptNo: loan.receiptNo, customerName, paidOn: event.occurredOn, total: yuan(event.amountFen),
    fee: yuan(receipt.fee_fen), compound: yuan(receipt.compound_fen), penalty: yuan(receipt.penalty_fen), interest: yuan(receipt.interest_fen), principal: yuan(receipt.principal_fen), credit: yuan(receipt.credit_fen),
    isReversed: receipt.is_reversed,
  };
}

/** Borrowers' names by loan. */
export async function borrowerNames(tx: Tx, loanIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.db.selectFrom('loan_current').select(['loan_id', 'customer_name']).where('loan_id', 'in', [...loanIds]).execute();
  return new Map(rows.map((row) => [row.loan_id, row.customer_name]));
}

/** Loans shown for one name at most; a cashier who has to choose among more is better served by the list. */
const mostLoansForOneName = 20;

/** Loans by receipt number, contract number or the borrower's exact name; loans that can still take money come first. */
export async function matchLoans(tx: Tx, names: readonly string[]): Promise<Matches> {
  const result = await sql<{ name: string; loan_id: string; receipt_no: string; customer_name: string; outstanding_principal_fen: string }>`
    with wanted as (select distinct name from unnest(${[...names]}::text[]) w (name)),
    hit as (
      select w.name, l.loan_id from wanted w join loan_current l on l.receipt_no = w.name
      union select w.name, l.loan_id from wanted w join loan_current l on l.contract_no = w.name
      union select w.name, l.loan_id from wanted w join loan_current l on l.customer_name = w.name
    ),
    ranked as (
      select hit.name, l.loan_id, l.receipt_no, l.customer_name, l.outstanding_principal_fen,
        row_number() over (partition by hit.name order by l.life <> 'active', l.disbursed_on desc nulls last, l.loan_id) as place
      from hit join loan_current l on l.loan_id = hit.loan_id
    )
    select name, loan_id, receipt_no, customer_name, outstanding_principal_fen::text from ranked where place <= ${mostLoansForOneName} order by name, place`.execute(tx.db);
  const loansOf = (name: string): Matches['matches'][number]['loans'] => result.rows.filter((row) => row.name === name).map((row) => ({
    loanId: row.loan_id, receiptNo: row.receipt_no, customerName: row.customer_name, outstandingPrincipal: yuan(Number(row.outstanding_principal_fen)),
  }));
  return { matches: names.map((name) => ({ name, loans: loansOf(name) })) };
}
