/** What other features may use of the audit trail. */
export { editsSinceImport, fieldsEnteredByPeople, importActions, type LaterEdit } from './edited-fields.ts';
