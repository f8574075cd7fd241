import type { mergesRoutes } from '@loanbook/contract/features/merges.ts';
import type { BodyOf } from '@loanbook/contract/route.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { moveLoans } from '../loans/loans.index.ts';
import { lockTwo, recordMove } from './customer-moves.ts';
import { createCustomer } from '../customers/customers.index.ts';

type SplitInput = BodyOf<typeof mergesRoutes.split>;

/**
 * Some of a customer's loans are another person's: they move to that customer, who may be new. Returns whom they moved to.
 * @throws Failure not_found, same_customer, customer_hidden, loans_not_of_customer, and those of creating a customer
 */
export async function splitCustomer(tx: Tx, customerId: string, { loanIds, target, reason }: SplitInput): Promise<string> {
  const isNew = 'facts' in target;
  const targetId = isNew ? (await createCustomer(tx, target.facts)).id : target.customerId;
  if (targetId === customerId) throw failure('same_customer');
  const { from, to } = await lockTwo(tx, customerId, targetId);
  if (from.isDeactivated || to.isDeactivated) throw failure('customer_hidden');
  const wanted = [...new Set(loanIds)];
  const moved = await moveLoans(tx, wanted, customerId, targetId);
  if (moved.length !== wanted.length) throw failure('loans_not_of_customer');
  await recordMove(tx, { kind: 'split', from_customer_id: customerId, to_customer_id: targetId, loan_ids: moved, from_before: {}, to_before: {}, is_target_new: isNew }, reason);
  tx.audit({ action: 'customer.split', objectType: 'customer', objectId: customerId, fields: [`loans:${moved.length}`], reason, values: { targetId } });
  return targetId;
}
