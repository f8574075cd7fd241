/** What other features may use of sessions. */
export { foundInstitution } from './set-up.ts';
