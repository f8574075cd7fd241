/** What other features may use of customers. */
export { readCustomerKinds } from './customer-kinds.ts';
export { searchableName } from './customer-name.ts';
export { customersNamed, findCustomers, nameFilter } from './customer-search.ts';
export { suggestCustomers, type SuggestedCustomer } from './suggest-customers.ts';
export { customersList } from './customers.list.ts';
export { checkIdNumber, type CheckedId } from './check-id-number.ts';
export { countCustomers, findCustomersByIdNumber, findCustomersByName, findCustomersByNumber, type CustomerMatch } from './customers.queries.ts';
export { writeCustomer, writeCustomers, type NewCustomer, type WrittenCustomer } from './write-customers.ts';
export { changeCustomerManagers, type ManagedCustomer } from './change-customer-managers.ts';
export { customerDifferences, readBookCustomers, type BookCustomer, type FactDifference } from './customer-differences.ts';
export { deactivateCustomers, reactivateCustomers, restoreCustomerColumns, showCustomers, updateCustomerFacts, type ColumnsBefore } from './rewrite-customers.ts';
export { customersOfImport, type CustomersOfImport } from './customers-of-import.ts';
export { changeCustomerFacts, createCustomer } from './customers.commands.ts';
export { lockCustomers, type LockedRecord } from './lock-customers.ts';
export { customerColumns } from './customer-columns.ts';
export { readCustomer } from './customers.queries.ts';
export { registerCustomers } from './customers.routes.ts';
