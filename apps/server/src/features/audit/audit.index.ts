/** What other features may use of the audit trail. */
export { fieldsEnteredByPeople, importActions } from './edited-fields.ts';
