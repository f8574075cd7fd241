import { sql } from 'kysely';
import type { ListColumn, ListDefinition, SqlPart } from '../../platform/lists/list-definition.ts';
import { startsWith } from '../../platform/lists/starts-with.ts';
import type { Tx } from '../../platform/database.ts';
import { findCustomers, nameFilter } from '../customers/customers.index.ts';
import { lentFen } from './lent-amount.ts';
import { classColumn, isOverdue, overdueBucketColumn, overdueDaysColumn, statusColumn } from './overdue-conditions.ts';

const plain = (column: string): ListColumn => ({ value: sql.ref(`r.${column}`) });

/**
 * What is unpaid of installments whose due date has passed (due today is not past due), as the engine's balances say. Summed
 * over the whole book, so it looks at loans past due alone, where the figures of the day would be computed of every loan.
 */
const pastDue = sql`left join lateral (
  select sum(i.principal_fen - i.paid_principal_fen)::bigint as principal_fen, sum(i.interest_fen - i.paid_interest_fen)::bigint as interest_fen
  from installment_current i where i.loan_id = case when ${isOverdue} then r.loan_id end and i.settled_on is null and i.due_on < (select business_date())) o on true`;

/** Where every list of loans takes its rows from; the planner leaves the laterals out where no column asks for them. */
export const loanListSource: Pick<ListDefinition, 'from' | 'id' | 'loanId' | 'customerId'> = {
  from: sql`loan_current r left join lateral loan_figures(r.loan_id, business_date()) f on true ${pastDue}`,
  id: [{ by: sql`r.loan_id`, type: 'uuid' }],
  loanId: sql`r.loan_id`,
  customerId: sql`r.customer_id`,
};

/** A column for each key of 放款台账, over the view loan_current. */
export const loanListColumns = {
  contractNo: { value: sql`r.contract_no`, sort: { type: 'text', isNullable: true } },
  receiptNo: { value: sql`r.receipt_no`, sort: { type: 'text' } },
  customerName: { value: sql`r.customer_name`, sort: { type: 'text', by: sql`r.customer_name_pinyin` }, filter: nameFilter(sql`r.customer_id`) },
  customerIdNumber: plain('customer_id_number_mask'),
  product: plain('product'),
  contractAmount: plain('contract_amount_fen'),
  principal: { value: lentFen, sort: { type: 'bigint', by: sql`r.principal_fen` } },
  annualRatePct: { value: sql`r.rate_annual_e8`, percentUnit: 'rate_e8', sort: { type: 'bigint', isNullable: true } },
  rateType: plain('rate_type'),
  method: plain('method'),
  interestMode: plain('interest_mode'),
  termMonths: plain('term_months'),
  periods: plain('periods'),
  penaltyMultiplier: { value: sql`r.penalty_multiplier_e4`, percentUnit: 'multiplier_e4' },
  disbursedOn: { value: sql`r.disbursed_on`, sort: { type: 'date', isNullable: true } },
  firstDueOn: plain('first_due_on'),
  maturesOn: { value: sql`r.matures_on`, sort: { type: 'date', isNullable: true } },
  dueDay: plain('due_day'),
  nextDueOn: { value: sql`(select min(i.due_on) from installment_current i where i.loan_id = r.loan_id and i.settled_on is null and i.due_on >= business_date() and r.life = 'active')` },
  guarantee: plain('guarantee'),
  guarantors: plain('guarantors'),
  collateral: plain('collateral'),
  purpose: plain('purpose'),
  industry: plain('industry'),
  outstandingPrincipal: { value: sql`r.outstanding_principal_fen`, sort: { type: 'bigint' } },
  repaidPrincipal: plain('repaid_principal_fen'),
  repaidInterest: plain('repaid_interest_fen'),
  overdueDays: overdueDaysColumn,
  overdueBucket: overdueBucketColumn,
  overduePrincipal: { value: sql`coalesce(o.principal_fen, 0)` },
  overdueInterest: { value: sql`coalesce(o.interest_fen, 0)` },
  overdueInstallments: whilePastDue('overdue_installments'),
  penalty: whileOwed('penalty_fen'),
  compound: whileOwed('compound_fen'),
  openFee: whileOwed('fee_fen'),
  amountOverdue: { value: sql`(case when ${isOverdue} then f.overdue_principal_fen + f.overdue_interest_fen + f.penalty_fen + f.compound_fen + f.fee_fen else 0 end)` },
  interestDue: whileOwed('interest_due_fen'),
  interestAccrued: whileOwed('interest_accrued_fen'),
  payoff: whileOwed('payoff_fen'),
  class: classColumn,
  status: statusColumn,
  previousReceiptNo: plain('previous_receipt_no'),
  archiveNo: plain('archive_no'),
  manager: plain('manager'),
  branch: plain('branch'),
  note: plain('note'),
} as const satisfies Record<string, ListColumn>;

/** What has left the books is not past due any more. */
function whilePastDue(column: string): ListColumn {
  return { value: sql`(case when ${isOverdue} then f.${sql.ref(column)} else 0 end)` };
}

/** Also of a loan written off: the borrower owes it still. */
function whileOwed(column: string): ListColumn {
  return { value: sql`(case when r.life in ('active', 'written_off') then f.${sql.ref(column)} else 0 end)` };
}

/** The search box of a list of loans: the borrower in every way, or the loan's receipt or contract number from its beginning. */
export async function searchLoans(tx: Tx, text: string): Promise<readonly SqlPart[]> {
  return [...(await searchBorrowers(tx, text)), startsWith(sql`r.receipt_no`, text), startsWith(sql`r.contract_no`, text)];
}

/** Conditions on r.customer_id, for every list whose rows have a borrower. */
export async function searchBorrowers(tx: Tx, text: string): Promise<readonly SqlPart[]> {
  return (await findCustomers(tx, text)).map((customers) => sql`r.customer_id in (${customers})`);
}
