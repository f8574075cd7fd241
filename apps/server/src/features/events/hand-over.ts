import type { eventsRoutes, HandOver } from '@loanbook/contract/features/events.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { newId } from '../../platform/ids.ts';
import { changeCustomerManagers } from '../customers/customers.index.ts';
import { changeLoanManagers } from '../loans/loans.index.ts';

/**
 * 客户经理移交: gives loans, and with them the borrowers of the same manager, to another manager, and keeps who had them
 * before. Throws Failure event_in_future, same_manager when nothing changes.
 */
export async function handOver(tx: Tx, input: HandOver): Promise<ReplyOf<typeof eventsRoutes.handOver>> {
  if (input.handedOn > tx.businessDate) throw failure('event_in_future', { businessDate: tx.businessDate });
  const loans = await changeLoanManagers(tx, input, input.toManager);
  if (loans.length === 0) throw failure('same_manager', { manager: input.toManager });
  const customers = input.withCustomers ? await changeCustomerManagers(tx, loans, input.toManager) : [];
  await keepHistory(tx, input, [
    ...loans.map(({ loanId, fromManager }) => ({ loan_id: loanId, customer_id: null, from_manager: fromManager })),
    ...customers.map(({ customerId, fromManager }) => ({ loan_id: null, customer_id: customerId, from_manager: fromManager })),
  ]);
  const values = { toManager: input.toManager, handedOn: input.handedOn };
  for (const { loanId } of loans) tx.audit({ action: 'loan.handed_over', objectType: 'loan', objectId: loanId, fields: ['manager'], reason: input.reason, values });
  for (const { customerId } of customers) tx.audit({ action: 'customer.handed_over', objectType: 'customer', objectId: customerId, fields: ['manager'], reason: input.reason, values });
  return { loans: loans.length, customers: customers.length };
}

interface HandedOver {
  readonly loan_id: string | null;
  readonly customer_id: string | null;
  readonly from_manager: string | null;
}

/** One statement however many there are. */
async function keepHistory(tx: Tx, input: HandOver, rows: readonly HandedOver[]): Promise<void> {
  const records = rows.map((row) => ({
    ...row, institution_id: tx.institutionId, hand_over_id: newId(tx.now), to_manager: input.toManager, handed_on: input.handedOn, reason: input.reason,
    recorded_at: tx.now.toISOString(), actor_id: tx.actor.personId, actor_name: tx.actor.name,
  }));
  await sql`insert into hand_over select * from json_populate_recordset(null::hand_over, ${JSON.stringify(records)}::json)`.execute(tx.db);
}
