import { loansRoutes } from '@loanbook/contract/features/loans.ts';
import { serve, type Server } from '../../platform/http.ts';
import { serveList } from '../exports/exports.index.ts';
import { changeLoan, createLoan } from './loans.commands.ts';
import { loansList } from './loans.list.ts';
import { loansPolicy } from './loans.policy.ts';
import { readLoan } from './read-loan.ts';
import { startDayRoll } from './start-day-roll.ts';

export function registerLoans(server: Server): void {
  serveList(server, loansRoutes, loansPolicy, loansList);
  serve(server, loansRoutes.create, loansPolicy.create, ({ tx, body }) => createLoan(tx, body));
  serve(server, loansRoutes.read, loansPolicy.read, ({ tx, param }) => readLoan(tx, param('loanId')));
  serve(server, loansRoutes.change, loansPolicy.change, ({ tx, param, body }) => changeLoan(tx, param('loanId'), body));
  startDayRoll(server);
}
