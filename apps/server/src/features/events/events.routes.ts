import { eventsRoutes } from '@loanbook/contract/features/events.ts';
import { serve, type Server } from '../../platform/http.ts';
import { postLoanEvent, reverseLoanEvent } from './events.commands.ts';
import { eventsPolicy } from './events.policy.ts';

export function registerEvents(server: Server): void {
  serve(server, eventsRoutes.post, eventsPolicy.post, ({ tx, param, body }) => postLoanEvent(tx, param('loanId'), body));
  serve(server, eventsRoutes.reverse, eventsPolicy.reverse, ({ tx, param, body }) => reverseLoanEvent(tx, param('loanId'), param('eventId'), body.reason));
}
