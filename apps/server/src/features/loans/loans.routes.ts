import { loansRoutes } from '@loanbook/contract/features/loans.ts';
import { serve, type Server } from '../../platform/http.ts';
import { queryListPage } from '../../platform/lists/list-page.ts';
import { summariseList } from '../../platform/lists/list-summary.ts';
import { changeLoan, createLoan } from './loans.commands.ts';
import { loansList } from './loans.list.ts';
import { loansPolicy } from './loans.policy.ts';
import { readLoan } from './read-loan.ts';

export function registerLoans(server: Server): void {
  serve(server, loansRoutes.query, loansPolicy.query, ({ tx, body }) => queryListPage(tx, loansList, body));
  serve(server, loansRoutes.summarise, loansPolicy.summarise, ({ tx, body }) => summariseList(tx, loansList, body));
  serve(server, loansRoutes.create, loansPolicy.create, ({ tx, body }) => createLoan(tx, body));
  serve(server, loansRoutes.read, loansPolicy.read, ({ tx, param }) => readLoan(tx, param('loanId')));
  serve(server, loansRoutes.change, loansPolicy.change, ({ tx, param, body }) => changeLoan(tx, param('loanId'), body));
}
