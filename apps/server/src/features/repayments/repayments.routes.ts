import { repaymentsRoutes } from '@loanbook/contract/features/repayments.ts';
import { fileReply } from '../../platform/file-reply.ts';
import { serve, type Server } from '../../platform/http.ts';
import { serveList } from '../exports/exports.index.ts';
import { readPrintedReceipt } from './printed-receipt.ts';
import { receiptPdf } from './receipt-pdf.ts';
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
    const receipt = await readPrintedReceipt(tx, param('repaymentId'));
    const printing = { lender: session.institutionName, language: session.language, businessDate: tx.businessDate, now: tx.now };
    return fileReply(`${receipt.number ?? receipt.loanReceiptNo}.pdf`, 'application/pdf', await receiptPdf(receipt, printing));
  });
}
