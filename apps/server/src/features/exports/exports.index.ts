/** What features with a list register it by. */
export { serveList, type ListAccess } from './serve-list.ts';
