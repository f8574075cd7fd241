import { customerFactsSchema } from '@loanbook/contract/features/customers.ts';
import { loansRoutes } from '@loanbook/contract/features/loans.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { inputProblems } from '../../platform/input-problems.ts';
import type { ListDefinition } from '../../platform/lists/list-definition.ts';
import { changeCustomerFacts, customersList, lockCustomers, type LockedRecord } from '../customers/customers.index.ts';
import { changeLoanFacts, loansList, lockLoanVersions } from '../loans/loans.index.ts';

export type Facts = Readonly<Record<string, Cell>>;

/** A ledger whose cells may be edited: how its rows are locked and shown, and the command every change of one row goes through. */
export interface EditableRows {
  readonly list: ListDefinition;
  readonly lock: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, LockedRecord>>;
  /** @throws Failure invalid_input with the facts' own keys as paths, and what the command throws */
  readonly change: (tx: Tx, id: string, version: number, facts: Facts) => Promise<void>;
}

const customerChange = customerFactsSchema.partial();
const loanChange = loansRoutes.change.body.shape.facts;

export const customerRows: EditableRows = {
  list: customersList,
  lock: lockCustomers,
  change: (tx, id, version, facts) => changeCustomerFacts(tx, id, version, parsed(customerChange.safeParse(facts))),
};

export const loanRows: EditableRows = {
  list: loansList,
  lock: lockLoanVersions,
  change: (tx, id, version, facts) => changeLoanFacts(tx, id, { version, facts: parsed(loanChange.safeParse(facts)) }),
};

function parsed<Data>(result: { readonly success: true; readonly data: Data } | { readonly success: false; readonly error: Parameters<typeof inputProblems>[0] }): Data {
  if (!result.success) throw failure('invalid_input', {}, inputProblems(result.error));
  return result.data;
}
