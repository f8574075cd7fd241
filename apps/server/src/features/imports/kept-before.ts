import { z } from 'zod';
import type { Tx } from '../../platform/database.ts';
import type { RestatedColumns } from '../loans/loans.index.ts';

/** One thing as it stood before an import changed it. */
interface Before {
  readonly id: string;
  readonly versionAfter: number;
  readonly before: Readonly<Record<string, unknown>>;
}

export interface LoanBefore {
  readonly loanId: string;
  readonly versionAfter: number;
  readonly columns: RestatedColumns;
  /** Entries that the import took back. */
  readonly reversedEventIds: readonly string[];
}

const rowsAtATime = 2_000;

export async function keepBefore(tx: Tx, importId: string, objectType: 'customer' | 'loan', changes: readonly Before[]): Promise<void> {
  for (let from = 0; from < changes.length; from += rowsAtATime) {
    await tx.db.insertInto('import_change').values(changes.slice(from, from + rowsAtATime).map(({ id, versionAfter, before }) => ({
      institution_id: tx.institutionId, import_id: importId, object_type: objectType, object_id: id, version_after: versionAfter, before: JSON.stringify(before),
    }))).execute();
  }
}

const customerBeforeSchema = z.record(z.string(), z.unknown());
const loanBeforeSchema = z.object({ columns: z.record(z.string(), z.unknown()), reversedEventIds: z.array(z.string()) });

export async function customersBefore(tx: Tx, importId: string): Promise<{ readonly customerId: string; readonly versionAfter: number; readonly columns: Readonly<Record<string, unknown>> }[]> {
  const rows = await read(tx, importId, 'customer');
  return rows.map((row) => ({ customerId: row.object_id, versionAfter: row.version_after, columns: customerBeforeSchema.parse(row.before) }));
}

export async function loansBefore(tx: Tx, importId: string): Promise<LoanBefore[]> {
  const rows = await read(tx, importId, 'loan');
  return rows.map((row) => {
    const { columns, reversedEventIds } = loanBeforeSchema.parse(row.before);
    // as: only keepBefore writes these, from a loan's own columns.
    return { loanId: row.object_id, versionAfter: row.version_after, columns: columns as RestatedColumns, reversedEventIds };
  });
}

function read(tx: Tx, importId: string, objectType: 'customer' | 'loan'): Promise<{ object_id: string; version_after: number; before: unknown }[]> {
  return tx.db.selectFrom('import_change').select(['object_id', 'version_after', 'before']).where('import_id', '=', importId).where('object_type', '=', objectType).orderBy('object_id').execute();
}
