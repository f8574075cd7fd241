/** What other features may use of verify. */
export { verifyBook } from './verify-book.ts';
export { verifyEverything } from './verify-everything.ts';
export { registerVerify } from './verify.routes.ts';
