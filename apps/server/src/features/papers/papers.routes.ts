import { papersRoutes } from '@loanbook/contract/features/papers.ts';
import { fileReply, type FileReply } from '../../platform/file-reply.ts';
import { serve, type Server } from '../../platform/http.ts';
import { printingFor, type Printing } from '../../platform/paper/printing.ts';
import { readLoan } from '../loans/loans.index.ts';
import { changeSummaryPdf } from './change-summary-pdf.ts';
import { overdueNoticesPdf } from './overdue-notice-pdf.ts';
import { paperNumber } from './paper-loan.ts';
import { papersPolicy } from './papers.policy.ts';
import { payoffQuotePdf } from './payoff-quote-pdf.ts';
import { planPdf } from './plan-pdf.ts';
import { changeSummary, overdueNotice, overdueNotices, payoffQuote, statement } from './print-papers.ts';
import { refinanceSummaryPdf } from './refinance-summary-pdf.ts';
import { statementPdf } from './statement-pdf.ts';

export function registerPapers(server: Server): void {
  serve(server, papersRoutes.plan, papersPolicy.plan, async ({ tx, param, session }) => {
    const loan = await readLoan(tx, param('loanId'));
    tx.audit({ action: 'plan.printed', objectType: 'loan', objectId: loan.id });
    return pdf(String(loan.cells['receiptNo']), planPdf(loan, printingFor(tx, session)));
  });
  serve(server, papersRoutes.payoffQuote, papersPolicy.payoffQuote, async ({ tx, param, body, session }) => {
    const printing = printingFor(tx, session);
    const quote = await payoffQuote(tx, param('loanId'), body);
    return pdf(paperNumber('JQ', quote.loan, printing), payoffQuotePdf(quote, printing));
  });
  serve(server, papersRoutes.overdueNotice, papersPolicy.overdueNotice, async ({ tx, param, body, session }) => {
    const printing = printingFor(tx, session);
    const loan = await overdueNotice(tx, param('loanId'), body.payBy);
    return pdf(paperNumber('YQ', loan, printing), overdueNoticesPdf([loan], { payBy: body.payBy, payTo: body.payTo || null }, printing));
  });
  serve(server, papersRoutes.overdueNotices, papersPolicy.overdueNotices, async ({ tx, body: { payBy, payTo, ...view }, session }) => {
    const printing = printingFor(tx, session);
    const loans = await overdueNotices(tx, view, payBy);
    return pdf(noticesName(loans.length, printing), overdueNoticesPdf(loans, { payBy, payTo: payTo || null }, printing));
  });
  serve(server, papersRoutes.changeSummary, papersPolicy.changeSummary, async ({ tx, param, session }) => {
    const printing = printingFor(tx, session);
    const summary = await changeSummary(tx, param('loanId'), param('eventId'));
    if ('renewed' in summary) return pdf(paperNumber('BG', summary.old, printing), refinanceSummaryPdf(summary, printing));
    return pdf(paperNumber('BG', summary.loan, printing), changeSummaryPdf(summary, printing));
  });
  serve(server, papersRoutes.statement, papersPolicy.statement, async ({ tx, param, body, session }) => {
    const printing = printingFor(tx, session);
    const asked = await statement(tx, param('loanId'), body);
    return pdf(paperNumber('DZ', asked.loan, printing), statementPdf(asked, printing));
  });
}

async function pdf(name: string, content: Promise<Buffer>): Promise<FileReply> {
  return fileReply(`${name}.pdf`, 'application/pdf', await content);
}

function noticesName(count: number, { language, businessDate }: Printing): string {
  return language === 'zh' ? `逾期通知书 ${businessDate}（${count} 份）` : `Overdue notices ${businessDate} (${count})`;
}
