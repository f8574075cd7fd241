import { repaymentsRoutes } from '@loanbook/contract/features/repayments.ts';
import { serve, type Server } from '../../platform/http.ts';
import { queryListPage } from '../../platform/lists/list-page.ts';
import { summariseList } from '../../platform/lists/list-summary.ts';
import { postRepayment, postRepaymentBatch, reverseRepayment } from './repayments.commands.ts';
import { repaymentsList } from './repayments.list.ts';
import { repaymentsPolicy } from './repayments.policy.ts';
import { matchLoans } from './repayments.queries.ts';

export function registerRepayments(server: Server): void {
  serve(server, repaymentsRoutes.query, repaymentsPolicy.query, ({ tx, body }) => queryListPage(tx, repaymentsList, body));
  serve(server, repaymentsRoutes.summarise, repaymentsPolicy.summarise, ({ tx, body }) => summariseList(tx, repaymentsList, body));
  serve(server, repaymentsRoutes.post, repaymentsPolicy.post, ({ tx, body }) => postRepayment(tx, body));
  serve(server, repaymentsRoutes.postBatch, repaymentsPolicy.postBatch, ({ tx, body }) => postRepaymentBatch(tx, body.repayments));
  serve(server, repaymentsRoutes.match, repaymentsPolicy.match, ({ tx, body }) => matchLoans(tx, body.names));
  serve(server, repaymentsRoutes.reverse, repaymentsPolicy.reverse, ({ tx, param, body }) => reverseRepayment(tx, param('repaymentId'), body.reason));
}
