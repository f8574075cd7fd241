import type pg from 'pg';
import type { AppContext } from './app-context.ts';
import { failure } from './failure.ts';
import { isId } from './ids.ts';

/** A connection that sees one institution as it was at one moment, whatever people write meanwhile. */
export interface Snapshot {
  readonly client: pg.PoolClient;
  /** Ends the transaction and gives the connection back; may be called twice. */
  close(): Promise<void>;
  /** Cuts the connection in the middle of a statement whose rows nobody takes any more; a rollback would wait for its end for ever. */
  abandon(): void;
}

/** For reading that takes long and streams, such as a backup; nothing can be written in it. Throws Failure `busy`. */
export async function openSnapshot(app: AppContext, institutionId: string): Promise<Snapshot> {
  if (!isId(institutionId)) throw new Error('an institution id is a UUID');
  const client = await app.appPool.connect().catch((error: unknown) => {
    throw Object.assign(failure('busy'), { cause: error });
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    const isBroken = await client.query('rollback').then(() => false, () => true);
    client.release(isBroken);
  };
  const abandon = (): void => {
    if (!isOpen) return;
    isOpen = false;
    client.release(true);
  };
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query("select set_config('loanbook.institution_id', $1, true)", [institutionId]);
    return { client, close, abandon };
  } catch (error) {
    await close();
    throw error;
  }
}
