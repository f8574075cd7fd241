import { newId } from '../src/platform/ids.ts';
import type { TestReply, TestUser } from './app-fixture.ts';

/** A customer with a name and nothing else. */
export async function insertCustomer(user: TestUser, name = '张三'): Promise<string> {
  const customerId = newId();
  await user.inTransaction(async (tx) => {
    await tx.db.insertInto('customer').values({
      institution_id: tx.institutionId, customer_id: customerId, customer_no: `T${customerId.slice(-8)}`, name, name_pinyin: 'zhang san', name_initials: 'zs', kind: 'individual', updated_by: tx.actor.name,
    }).execute();
    tx.audit({ action: 'customer.created', objectType: 'customer', objectId: customerId });
  });
  return customerId;
}

/** 12 000.00 in twelve equal principal rows at 12 %, lent 2025-12-15, first due 2026-01-15: the worked figures, on other dates. */
export const usualTerms = { method: 'equal_principal', principal: '12000.00', annualRatePct: '12', termMonths: 12, disbursedOn: '2025-12-15' };

export async function createLoan(user: TestUser, customerId: string, terms: Record<string, unknown> = {}, facts: Record<string, unknown> = {}): Promise<TestReply> {
  return user.post('/api/loans', { customerId, terms: { ...usualTerms, ...terms }, facts });
}

export async function postRepayment(user: TestUser, loanId: string, amount: string, paidOn: string, rest: Record<string, unknown> = {}): Promise<TestReply> {
  return user.post('/api/repayments', { loanId, amount, paidOn, channel: 'bank_transfer', ...rest });
}
