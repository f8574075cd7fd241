import { papersRoutes } from '@loanbook/contract/features/papers.ts';
import { fileReply } from '../../platform/file-reply.ts';
import { serve, type Server } from '../../platform/http.ts';
import { printingFor } from '../../platform/paper/printing.ts';
import { readLoan } from '../loans/loans.index.ts';
import { papersPolicy } from './papers.policy.ts';
import { planPdf } from './plan-pdf.ts';

export function registerPapers(server: Server): void {
  serve(server, papersRoutes.plan, papersPolicy.plan, async ({ tx, param, session }) => {
    const loan = await readLoan(tx, param('loanId'));
    tx.audit({ action: 'plan.printed', objectType: 'loan', objectId: loan.id });
    return fileReply(`${String(loan.cells['receiptNo'])}.pdf`, 'application/pdf', await planPdf(loan, printingFor(tx, session)));
  });
}
