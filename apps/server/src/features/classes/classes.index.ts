/** What other features may use of the five-tier classes. */
export { registerClasses } from './classes.routes.ts';
