import type { VerifyReport } from '@loanbook/contract/features/verify.ts';
import type { AppContext } from '../../platform/app-context.ts';
import { checkAuditChain } from '../../platform/audit-chain.ts';
import { inInstitution, inSnapshot, type Actor, type Tx } from '../../platform/database.ts';
import { bookChecks, newCheck, noteDeviation, type BookCheck } from './book-check.ts';
import { checkCustomers } from './check-customers.ts';
import { checkDashboard } from './check-dashboard.ts';
import { newLoanChecks } from './loan-checks.ts';
import { beforeAllIds, verifyLoans, type LoanVerification } from './verify-loans.ts';

/**
 * Recomputes the whole book of one institution from its facts and holds it against what is stored, while people go on
 * working. Writes nothing. Begun behind a loan, it checks the loans from there and everything else in full.
 */
export async function verifyBook(app: AppContext, actor: Actor, how: LoanVerification = {}): Promise<VerifyReport> {
  const loanChecks = newLoanChecks();
  const loansChecked = await verifyLoans(app, actor, loanChecks, how);
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
