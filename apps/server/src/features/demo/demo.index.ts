/** The demo book, for the program's start. */
export { demoSignIn, startDemo } from './start-demo.ts';
export { demoBookSize, makeDemoBook } from './make-demo-book.ts';
