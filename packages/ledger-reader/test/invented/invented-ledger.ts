import type { LedgerFile } from '../../src/read-ledger.ts';
import type { ExpectedBook } from '../score-reading.ts';

/** A ledger nobody keeps, but somebody might, with what a careful person would read in it. */
export interface InventedLedger {
  readonly name: string;
  readonly files: () => Promise<readonly LedgerFile[]>;
  readonly expected: ExpectedBook;
}
