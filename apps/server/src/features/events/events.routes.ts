import { eventsRoutes } from '@loanbook/contract/features/events.ts';
import { serve, type Server } from '../../platform/http.ts';
import { correctTerms } from './correct-terms.ts';
import { postLoanEvent, reverseLoanEvent, voidLoan } from './events.commands.ts';
import { eventsPolicy } from './events.policy.ts';
import { readLoanHistory, readManagers, readUsualAmounts } from './events.queries.ts';
import { handOver } from './hand-over.ts';
import { refinanceLoan, reverseRefinance } from './refinance-loan.ts';

export function registerEvents(server: Server): void {
  serve(server, eventsRoutes.post, eventsPolicy.post, ({ tx, param, body }) => postLoanEvent(tx, param('loanId'), body));
  serve(server, eventsRoutes.reverse, eventsPolicy.reverse, ({ tx, param, body }) => reverseLoanEvent(tx, param('loanId'), param('eventId'), body.reason));
  serve(server, eventsRoutes.refinance, eventsPolicy.refinance, ({ tx, param, body }) => refinanceLoan(tx, param('loanId'), body));
  serve(server, eventsRoutes.reverseRefinance, eventsPolicy.reverseRefinance, ({ tx, param, body }) => reverseRefinance(tx, param('loanId'), body.reason));
  serve(server, eventsRoutes.voidLoan, eventsPolicy.voidLoan, ({ tx, param, body }) => voidLoan(tx, param('loanId'), body.reason));
  serve(server, eventsRoutes.correctTerms, eventsPolicy.correctTerms, ({ tx, param, body }) => correctTerms(tx, param('loanId'), body));
  serve(server, eventsRoutes.handOver, eventsPolicy.handOver, ({ tx, body }) => handOver(tx, body));
  serve(server, eventsRoutes.managers, eventsPolicy.managers, ({ tx }) => readManagers(tx));
  serve(server, eventsRoutes.history, eventsPolicy.history, ({ tx, param }) => readLoanHistory(tx, param('loanId')));
  serve(server, eventsRoutes.usualAmounts, eventsPolicy.usualAmounts, ({ tx }) => readUsualAmounts(tx));
}
