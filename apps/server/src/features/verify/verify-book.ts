import type { VerifyReport } from '@loanbook/contract/features/verify.ts';
import type { AppContext } from '../../platform/app-context.ts';
import { checkAuditChain } from '../../platform/audit-chain.ts';
import { inInstitution, inSnapshot, type Actor, type Tx } from '../../platform/database.ts';
import { bookChecks, newCheck, noteDeviation, type BookCheck } from './book-check.ts';
import { checkCustomers } from './check-customers.ts';
import { checkDashboard } from './check-dashboard.ts';
import { checkLoan, type LoanChecks } from './check-loan.ts';
import { readVerifiedLoans } from './verified-loans.ts';

/** Loans done so far of how many; called for every block. */
export type VerifyProgress = (done: number, total: number) => void;

const beforeAllIds = '00000000-0000-0000-0000-000000000000';

/**
 * Recomputes the whole book of one institution from its facts and holds it against what is stored, while people go on
 * working: each block of loans is locked for the moment it is read. Writes nothing.
 */
export async function verifyBook(app: AppContext, actor: Actor, onProgress: VerifyProgress = () => undefined): Promise<VerifyReport> {
  const loanChecks: LoanChecks = {
    loan_columns: newCheck('loan_columns'), event_sequence: newCheck('event_sequence'), reversals: newCheck('reversals'), loan_state: newCheck('loan_state'),
    installments: newCheck('installments'), shown_condition: newCheck('shown_condition'), plan_principal: newCheck('plan_principal'), allocations: newCheck('allocations'),
  };
  const loansChecked = await checkLoans(app, actor, loanChecks, onProgress);
  const names = newCheck('customer_names');
  for (let after: string | null = beforeAllIds; after !== null;) {
    const from: string = after;
    after = await inInstitution(app, actor, (tx) => checkCustomers(tx, names, from));
  }
  const dashboard = newCheck('dashboard');
  await inSnapshot(app, actor, (tx) => checkDashboard(tx, dashboard));
  const audit = newCheck('audit_chain');
  await inInstitution(app, actor, (tx) => checkChain(tx, audit));
  return report(app, loansChecked, [...Object.values(loanChecks), names, dashboard, audit]);
}

async function checkLoans(app: AppContext, actor: Actor, checks: LoanChecks, onProgress: VerifyProgress): Promise<number> {
  const total = await inInstitution(app, actor, async (tx) => {
    const counted = await tx.db.selectFrom('loan').select((expression) => expression.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    return Number(counted.count);
  });
  let done = 0;
  let after = beforeAllIds;
  for (;;) {
    const loans = await inInstitution(app, actor, (tx) => {
      // The locks alone count as writing.
      tx.markBookkeeping();
      return readVerifiedLoans(tx, after);
    });
    for (const loan of loans) checkLoan(checks, loan);
    const last = loans.at(-1);
    if (!last) return done;
    after = last.loanId;
    done += loans.length;
    onProgress(done, Math.max(total, done));
  }
}

async function checkChain(tx: Tx, check: BookCheck): Promise<void> {
  const result = await checkAuditChain(tx);
  check.checked = result.checked;
  for (const deviation of result.deviations) noteDeviation(check, deviation);
}

function report(app: AppContext, loansChecked: number, checks: readonly BookCheck[]): VerifyReport {
  return {
    isSound: checks.every((check) => check.deviationCount === 0),
    checkedAt: app.now().toISOString(),
    loansChecked,
    checks: checks.map(({ name, checked, deviationCount, deviations }) => ({
      name, ...bookChecks[name], isSound: deviationCount === 0, checked,
      deviations: deviationCount > deviations.length ? [...deviations, `… +${deviationCount - deviations.length}`] : deviations,
    })),
  };
}
