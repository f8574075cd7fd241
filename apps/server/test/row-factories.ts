import { newId } from '../src/platform/ids.ts';
import type { TestUser } from './app-fixture.ts';

export interface SomeRows {
  readonly customerId: string;
  readonly loanId: string;
  readonly repaymentId: string;
  readonly importId: string;
  readonly templateId: string;
  readonly moveId: string;
  readonly viewId: string;
}

/** One bare row of each kind in the user's institution: enough to be found, not enough to be worked with. */
export function insertSomeRows(user: TestUser): Promise<SomeRows> {
  const rows: SomeRows = { customerId: newId(), loanId: newId(), repaymentId: newId(), importId: newId(), templateId: newId(), moveId: newId(), viewId: newId() };
  return user.inTransaction(async (tx) => {
    const institution_id = tx.institutionId;
    await tx.db.insertInto('customer').values({ institution_id, customer_id: rows.customerId, customer_no: 'K900001', name: '周小川', name_pinyin: 'zhou xiao chuan', name_initials: 'zxc', kind: 'individual', updated_by: '测试' }).execute();
    await tx.db
      .insertInto('loan')
      .values({
        institution_id, loan_id: rows.loanId, customer_id: rows.customerId, receipt_no: 'J900001', principal_fen: 1_000_000, rate_annual_e8: 12_000_000, penalty_multiplier_e4: 15_000,
        method: 'bullet', interest_mode: 'monthly', periods: 1, disbursed_on: '2026-03-01', matures_on: '2026-09-01', terms: '{}', updated_by: '测试',
      })
      .execute();
    await tx.db.insertInto('loan_state').values({ institution_id, loan_id: rows.loanId, life: 'active', outstanding_principal_fen: 1_000_000, event_count: 0 }).execute();
    await tx.db.insertInto('repayment').values({ institution_id, repayment_id: rows.repaymentId, loan_id: rows.loanId, source: 'taken_over', paid_on: '2026-03-10', total_fen: 1000 }).execute();
    await tx.db.insertInto('import_batch').values({ institution_id, import_id: rows.importId, state: 'ready', created_by: '测试' }).execute();
    const otherId = newId();
    await tx.db.insertInto('customer').values({ institution_id, customer_id: otherId, customer_no: 'K900002', name: '周小川', name_pinyin: 'zhou xiao chuan', name_initials: 'zxc', kind: 'individual', updated_by: '测试' }).execute();
    await tx.db.insertInto('customer_move').values({ institution_id, move_id: rows.moveId, kind: 'merge', from_customer_id: otherId, to_customer_id: rows.customerId, loan_ids: [], from_before: '{}', to_before: '{}', from_version: 1, to_version: 1, reason: '测试', moved_by: '测试' }).execute();
    await tx.db.insertInto('import_template').values({ institution_id, template_id: rows.templateId, name: '核心系统导出', headings: ['借据号', '余额'], decisions: '{}', sheet_role: null, created_by: '测试' }).execute();
    if (tx.actor.personId === null) throw new Error('a view belongs to a person');
    await tx.db.insertInto('saved_view').values({ institution_id, view_id: rows.viewId, list: 'loans', name: '本月到期', owner_id: tx.actor.personId, owner_name: '测试', is_shared: true, content: '{"filters":[]}', updated_by: '测试' }).execute();
    tx.markBookkeeping();
    return rows;
  });
}
