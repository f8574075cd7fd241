import type { classesRoutes } from '@loanbook/contract/features/classes.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { postLoanEvent } from '../events/events.index.ts';
import { isNonPerforming } from './class-figures.ts';
import { readObligors } from './obligors.ts';

/** Classes every better loan of the business as substandard, with the rule as the reason. Throws Failure obligor_rule_not_met. */
export async function applyObligorRule(tx: Tx, customerId: string): Promise<ReplyOf<typeof classesRoutes.applyObligorRule>> {
  const [obligor] = await readObligors(tx, customerId);
  if (!obligor) throw failure((await isCustomer(tx, customerId)) ? 'obligor_rule_not_met' : 'not_found');
  const reason = `债务人规则：该企业 ${obligor.nplSharePct}% 的贷款余额已是不良（超过 10%）`;
  const better = obligor.loans.filter((loan) => !isNonPerforming(loan.class)).toSorted((left, right) => (left.loanId < right.loanId ? -1 : 1));
  for (const loan of better) await postLoanEvent(tx, loan.loanId, { type: 'class', occurredOn: tx.businessDate, fiveTierClass: 'substandard', reason });
  return { loanIds: better.map((loan) => loan.loanId) };
}

async function isCustomer(tx: Tx, customerId: string): Promise<boolean> {
  return (await tx.db.selectFrom('loan_current').select('loan_id').where('customer_id', '=', customerId).limit(1).executeTakeFirst()) !== undefined;
}
