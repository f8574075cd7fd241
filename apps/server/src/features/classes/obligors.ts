import type { Classes } from '@loanbook/contract/features/classes.ts';
import { fiveTierClasses } from '@loanbook/engine/classification.ts';
import { obligorClassReason } from '@loanbook/engine/classification-obligor.ts';
import { fen } from '@loanbook/engine/money.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { readCustomerKinds } from '../customers/customers.index.ts';
import { isNonPerforming, sharePct, yuan } from './class-figures.ts';

type Obligor = Classes['obligors'][number];

/** Debtors that the obligor rule is about: not persons, farmers or sole traders, who are classed loan by loan (rule §1.1). */
const obligorKinds: ReadonlySet<string> = new Set(['business', 'cooperative']);

/** What concerns people is shown whole; a book with more of these has other worries. */
const mostObligors = 100;

/** Businesses of whose claims more than a tenth are non-performing while the rest is not; largest non-performing balance first. */
export async function readObligors(tx: Tx, customerId: string | null = null): Promise<Obligor[]> {
  const mixed = await sql<{ customer_id: string }>`
    select customer_id from loan_current where life = 'active' ${customerId === null ? sql`` : sql`and customer_id = ${customerId}::uuid`}
    group by customer_id
    having bool_or(class_rank < 2) and 10 * sum(outstanding_principal_fen) filter (where class_rank >= 2) > sum(outstanding_principal_fen)
    order by sum(outstanding_principal_fen) filter (where class_rank >= 2) desc, customer_id`.execute(tx.db);
  const kinds = await readCustomerKinds(tx, mixed.rows.map((row) => row.customer_id));
  const ids = mixed.rows.map((row) => row.customer_id).filter((id) => obligorKinds.has(kinds.get(id) ?? '')).slice(0, mostObligors);
  if (ids.length === 0) return [];
  const loans = await tx.db.selectFrom('loan_current')
    .select(['loan_id', 'customer_id', 'customer_name', 'receipt_no', 'outstanding_principal_fen', 'class'])
    .where('customer_id', 'in', ids).where('life', '=', 'active').orderBy('receipt_no').execute();
  return ids.flatMap((id) => obligorOf(id, loans.filter((loan) => loan.customer_id === id)));
}

interface Claim {
  readonly loan_id: string;
  readonly customer_name: string;
  readonly receipt_no: string;
  readonly outstanding_principal_fen: number;
  readonly class: string;
}

function obligorOf(customerId: string, claims: readonly Claim[]): Obligor[] {
  const totalFen = claims.reduce((sum, claim) => sum + claim.outstanding_principal_fen, 0);
  const nonPerformingFen = claims.filter((claim) => isNonPerforming(claim.class)).reduce((sum, claim) => sum + claim.outstanding_principal_fen, 0);
  // The engine decides; the query only finds whom to ask about.
  if (obligorClassReason(claims.map((claim) => ({ outstandingFen: fen(claim.outstanding_principal_fen), ownClass: fiveTierClasses.find((one) => one === claim.class) ?? 'normal' })), false) === null) return [];
  return [{
    customerId, customerName: claims[0]?.customer_name ?? '', outstandingPrincipal: yuan(totalFen), nonPerforming: yuan(nonPerformingFen), nplSharePct: sharePct(nonPerformingFen, totalFen) ?? '',
    loans: claims.map((claim) => ({ loanId: claim.loan_id, receiptNo: claim.receipt_no, customerName: claim.customer_name, outstandingPrincipal: yuan(claim.outstanding_principal_fen), class: claim.class })),
  }];
}
