import type { CustomerFacts } from '@loanbook/contract/features/customers.ts';
import type { mergesRoutes } from '@loanbook/contract/features/merges.ts';
import type { BodyOf } from '@loanbook/contract/route.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { changedMeanwhile } from '../../platform/changed-meanwhile.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { sealerOf, type Sealer } from '../../platform/sealing.ts';
import { lockLoansOfCustomer, moveLoans } from '../loans/loans.index.ts';
import { customerColumns, deactivateCustomers, updateCustomerFacts, type BookCustomer, type ColumnsBefore } from '../customers/customers.index.ts';
import { lockTwo, recordMove } from './customer-moves.ts';

type MergeInput = BodyOf<typeof mergesRoutes.merge>;

/**
 * The other customer is the same person: their loans come here with all that was posted, the chosen facts too, and the
 * other is hidden. @throws Failure not_found, changed_meanwhile, unknown_field, same_customer, customer_hidden
 */
export async function mergeCustomers(tx: Tx, customerId: string, { otherId, version, otherVersion, takeKeys, reason }: MergeInput): Promise<void> {
  if (otherId === customerId) throw failure('same_customer');
  const { from, to } = await lockTwo(tx, otherId, customerId);
  refuseChanged(tx, to, version);
  refuseChanged(tx, from, otherVersion);
  if (from.isDeactivated || to.isDeactivated) throw failure('customer_hidden');
  const facts = takenFacts(await sealerOf(tx), from, takeKeys);
  const fromBefore = facts.idNumber === undefined ? {} : await giveUpIdNumber(tx, from);
  const toBefore = Object.keys(facts).length === 0 ? {} : await updateCustomerFacts(tx, to, facts);
  const loanIds = await moveLoans(tx, await lockLoansOfCustomer(tx, otherId), otherId, customerId);
  await deactivateCustomers(tx, [otherId]);
  await recordMove(tx, { kind: 'merge', from_customer_id: otherId, to_customer_id: customerId, loan_ids: loanIds, from_before: fromBefore, to_before: toBefore, is_target_new: false }, reason);
  tx.audit({ action: 'customer.merged', objectType: 'customer', objectId: customerId, fields: takeKeys, reason, values: { otherId } });
  tx.audit({ action: 'customer.merged_away', objectType: 'customer', objectId: otherId, reason, values: { intoId: customerId } });
}

function refuseChanged(tx: Tx, customer: BookCustomer, version: number): void {
  if (customer.version !== version) throw changedMeanwhile(tx, String(customer.columns['updated_by']), String(customer.columns['updated_at']));
}

/** No two customers may have one ID number, a hidden one no more than others. */
function giveUpIdNumber(tx: Tx, from: BookCustomer): Promise<ColumnsBefore> {
  return updateCustomerFacts(tx, from, { idNumber: null });
}

/** Facts of a stored row as a person would enter them. @throws Failure unknown_field */
function takenFacts(sealer: Sealer, from: BookCustomer, keys: readonly string[]): Partial<CustomerFacts> {
  return Object.fromEntries(keys.map((key) => {
    const stored = customerColumns.get(key);
    if (!stored || key === 'customerNo') throw failure('unknown_field', { field: key });
    switch (stored.kind) {
      case 'plain':
        return [key, from.columns[stored.column] ?? null];
      case 'money': {
        const amountFen = from.columns[stored.column];
        return [key, typeof amountFen === 'number' ? formatYuan(fen(amountFen)) : null];
      }
      case 'sealed': {
        const sealed = from.columns[`${stored.column}_sealed`];
        return [key, sealer.openField('customer', stored.column, from.customerId, Buffer.isBuffer(sealed) ? sealed : null)];
      }
      default:
        return stored satisfies never;
    }
  }));
}
