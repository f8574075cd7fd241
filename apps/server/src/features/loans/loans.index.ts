/** What other features may use of loans. */
export { changeLoanManagers, type ManagedLoans } from './change-loan-managers.ts';
export { insertEvents, readEvents, storedLoanEvent, type EventDetails, type NewEvent, type ReceiptSnapshot, type StoredEvent } from './loan-events.ts';
export { factColumns as loanFactColumns, factColumnsOf as loanFactColumnsOf } from './loan-facts.ts';
export { loanTermColumns, type UnstatedTerm } from './loan-columns.ts';
export { loansList } from './loans.list.ts';
export { createLoan } from './loans.commands.ts';
export { lockLoans, storedTerms, type LockedLoan } from './lock-loans.ts';
export { isReceipt, projectLoan, type InstallmentRow, type LoanProjection, type LoanStateRow, type ReceiptRow } from './project-loan.ts';
export { readLoan } from './read-loan.ts';
export { replaceTerms } from './replace-terms.ts';
export { dayRoller, type DayRoller } from './day-roller.ts';
export { rollChunk, type RolledChunk } from './roll-day.ts';
export { takeOverLoans, type TakenOverEvent, type TakenOverLoan, type TakenOverReceipt } from './take-over-loans.ts';
export { writeProjections, type ProjectedLoan } from './write-projection.ts';
export { registerLoans } from './loans.routes.ts';
export { liveEntries, readBookLoans, readLoanIdentities, restatedColumns, type BookLoan, type BookReceipt, type LoanIdentity, type RestatedColumns } from './book-loans.ts';
export { restateLoans, type RestatedEvent, type Restatement } from './restate-loans.ts';
export { takeBackImportedReceipts, voidImportedLoans } from './void-imported-loans.ts';
