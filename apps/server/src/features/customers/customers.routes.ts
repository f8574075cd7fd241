import { customersRoutes } from '@loanbook/contract/features/customers.ts';
import { serve, type Server } from '../../platform/http.ts';
import { serveList } from '../exports/exports.index.ts';
import { changeCustomer, createCustomer, revealCustomerField } from './customers.commands.ts';
import { customersList } from './customers.list.ts';
import { customersPolicy } from './customers.policy.ts';
import { readCustomer } from './customers.queries.ts';
import { customersWithSameContacts } from './same-contacts.ts';

export function registerCustomers(server: Server): void {
  serveList(server, customersRoutes, customersPolicy, customersList);
  serve(server, customersRoutes.create, customersPolicy.create, ({ tx, body }) => createCustomer(tx, body));
  serve(server, customersRoutes.read, customersPolicy.read, ({ tx, param }) => readCustomer(tx, param('customerId')));
  serve(server, customersRoutes.change, customersPolicy.change, ({ tx, body, param }) => changeCustomer(tx, param('customerId'), body.version, body.facts));
  serve(server, customersRoutes.sameContacts, customersPolicy.sameContacts, ({ tx, param }) => customersWithSameContacts(tx, param('customerId')));
  serve(server, customersRoutes.reveal, customersPolicy.reveal, ({ tx, body, param }) => revealCustomerField(tx, param('customerId'), body.field, body.reason));
}
