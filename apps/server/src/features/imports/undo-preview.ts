import type { UndoBlocker, UndoPreview } from '@loanbook/contract/features/import-changes.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { editsSinceImport, type LaterEdit } from '../audit/audit.index.ts';
import { customersOfImport, readBookCustomers, type CustomersOfImport } from '../customers/customers.index.ts';
import { entriesSinceImport } from '../loans/loans.index.ts';
import { customersBefore, loansBefore } from './kept-before.ts';

const mostBlockersShown = 200;

/** What undoing an import would do, and what was entered since that stands in its way. @throws Failure not_found */
export async function previewUndo(tx: Tx, importId: string): Promise<UndoPreview> {
  const known = await tx.db.selectFrom('import_batch').select('state').where('import_id', '=', importId).executeTakeFirst();
  if (!known) throw failure('not_found');
  const edits = await editsSinceImport(tx, importId);
  const brought = await broughtBy(tx, importId);
  const customers = await customersToLeave(tx, importId, edits);
  const blockers = await undoBlockers(tx, importId, edits);
  return {
    loansVoided: brought.loans.length, loansRestored: (await loansBefore(tx, importId)).length,
    customersDeactivated: customers.unneeded.length, customersKept: customers.needed.length, customersRestored: (await customersBefore(tx, importId)).length,
    repaymentsTakenBack: brought.repayments, blockers: blockers.slice(0, mostBlockersShown), blockerCount: blockers.length,
  };
}

export function customersToLeave(tx: Tx, importId: string, edits: readonly LaterEdit[]): Promise<CustomersOfImport> {
  return customersOfImport(tx, importId, new Set(edits.flatMap(({ objectType, objectId }) => (objectType === 'customer' ? [objectId] : []))));
}

interface BroughtLoan {
  readonly loan_id: string;
  readonly receipt_no: string;
}

async function broughtBy(tx: Tx, importId: string): Promise<{ readonly loans: readonly BroughtLoan[]; readonly repayments: number }> {
  const loans = await sql<BroughtLoan>`select loan_id, receipt_no from loan_current where import_id = ${importId}`.execute(tx.db);
  const repayments = await sql<{ count: number }>`select count(*)::int as count from repayment_current where import_id = ${importId} and not is_reversed`.execute(tx.db);
  return { loans: loans.rows, repayments: repayments.rows[0]?.count ?? 0 };
}

/** Postings, edits by people and later imports, in this order. */
export async function undoBlockers(tx: Tx, importId: string, edits: readonly LaterEdit[]): Promise<UndoBlocker[]> {
  const postings = (await entriesSinceImport(tx, importId)).filter((entry) => entry.importId === null)
    .map((entry): UndoBlocker => ({ kind: 'posting', table: 'loan', id: entry.loanId, number: entry.receiptNo, what: entry.type, on: entry.occurredOn, by: entry.enteredBy }));
  return [...postings, ...(await editBlockers(tx, importId, edits)), ...(await laterImports(tx, importId))];
}

/** Edits of loans it brought or changed, and of customers it changed; customers it brought simply stay. */
async function editBlockers(tx: Tx, importId: string, edits: readonly LaterEdit[]): Promise<UndoBlocker[]> {
  const { loans } = await broughtBy(tx, importId);
  const numbers = new Map(loans.map((loan) => [loan.loan_id, loan.receipt_no]));
  const changedLoans = (await loansBefore(tx, importId)).map(({ loanId }) => loanId).filter((loanId) => edits.some(({ objectId }) => objectId === loanId));
  for (const row of await numbersOf(tx, changedLoans)) numbers.set(row.loan_id, row.receipt_no);
  const changedCustomers = (await customersBefore(tx, importId)).map(({ customerId }) => customerId).filter((customerId) => edits.some(({ objectId }) => objectId === customerId));
  const customers = new Map((await readBookCustomers(tx, changedCustomers)).map((customer) => [customer.customerId, `${customer.customerNo} ${customer.name}`]));
  return edits.flatMap(({ objectType, objectId, action, at, by }): UndoBlocker[] => {
    const number = (objectType === 'loan' ? numbers : customers).get(objectId);
    return number === undefined ? [] : [{ kind: 'edit', table: objectType === 'loan' ? 'loan' : 'customer', id: objectId, number, what: action, on: at, by }];
  });
}

async function numbersOf(tx: Tx, loanIds: readonly string[]): Promise<readonly BroughtLoan[]> {
  return (await sql<BroughtLoan>`select loan_id, receipt_no from loan_current where loan_id = any(${[...loanIds]}::uuid[])`.execute(tx.db)).rows;
}

/** Imports written since that changed the same loans or customers; they are undone first. */
async function laterImports(tx: Tx, importId: string): Promise<UndoBlocker[]> {
  const rows = await sql<{ import_id: string; created_by: string; on: string; file: string; count: number }>`
    select b.import_id, b.created_by, to_char(b.updated_at at time zone ${tx.timeZone}, 'YYYY-MM-DD HH24:MI') as on, count(*)::int as count,
      (select f.name from import_file f where f.import_id = b.import_id order by f.number limit 1) as file
    from import_change later join import_batch b on b.import_id = later.import_id and b.state in ('committed', 'undoing')
    where later.import_id <> ${importId} and (
      exists (select from import_change own where own.import_id = ${importId} and own.object_id = later.object_id and own.version_after < later.version_after)
      or (later.object_type = 'loan' and exists (select from loan_current l where l.loan_id = later.object_id and l.import_id = ${importId})))
    group by b.import_id, b.created_by, b.updated_at order by b.updated_at`.execute(tx.db);
  return rows.rows.map((row) => ({ kind: 'import', table: 'loan', id: row.import_id, number: row.file ?? '', what: String(row.count), on: row.on, by: row.created_by }));
}
