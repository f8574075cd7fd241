import { repaymentsRoutes } from '@loanbook/contract/features/repayments.ts';
import { failure } from '../../platform/failure.ts';
import { fileReply } from '../../platform/file-reply.ts';
import { serve, type Server } from '../../platform/http.ts';
import { printingFor } from '../../platform/paper/printing.ts';
import { serveList } from '../exports/exports.index.ts';
import { printReceipts } from './print-receipts.ts';
import { receiptsPdf } from './receipts-pdf.ts';
import { postRepayment, postRepaymentBatch, reverseRepayment } from './repayments.commands.ts';
import { repaymentsList } from './repayments.list.ts';
import { repaymentsPolicy } from './repayments.policy.ts';
import { matchLoans } from './repayments.queries.ts';

export function registerRepayments(server: Server): void {
  serveList(server, repaymentsRoutes, repaymentsPolicy, repaymentsList);
  serve(server, repaymentsRoutes.post, repaymentsPolicy.post, ({ tx, body }) => postRepayment(tx, body));
  serve(server, repaymentsRoutes.postBatch, repaymentsPolicy.postBatch, ({ tx, body }) => postRepaymentBatch(tx, body.repayments));
  serve(server, repaymentsRoutes.match, repaymentsPolicy.match, ({ tx, body }) => matchLoans(tx, body.names));
  serve(server, repaymentsRoutes.reverse, repaymentsPolicy.reverse, ({ tx, param, body }) => reverseRepayment(tx, param('repaymentId'), body.reason));
  serve(server, repaymentsRoutes.receiptPdf, repaymentsPolicy.receiptPdf, async ({ tx, param, session }) => {
    const [receipt] = await printReceipts(tx, [param('repaymentId')]);
    if (!receipt) throw failure('not_found');
    return fileReply(`${receipt.number ?? receipt.loanReceiptNo}.pdf`, 'application/pdf', await receiptsPdf([receipt], printingFor(tx, session)));
  });
  serve(server, repaymentsRoutes.receiptsPdf, repaymentsPolicy.receiptsPdf, async ({ tx, body, session }) => {
    const receipts = await printReceipts(tx, body.repaymentIds);
    const name = session.language === 'zh' ? `收据 ${tx.businessDate}（${receipts.length} 张）.pdf` : `Receipts ${tx.businessDate} (${receipts.length}).pdf`;
    return fileReply(name, 'application/pdf', await receiptsPdf(receipts, printingFor(tx, session)));
  });
}
