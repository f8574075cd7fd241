import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { AppContext } from './app-context.ts';
import type { DatabaseSchema } from './database-schema.ts';
import type { DatabaseStatement } from './send-together.ts';

/** Who acts, inside which institution. `personId` null: the program itself (an import job, the command line). */
export interface Actor {
  readonly institutionId: string;
  readonly personId: string | null;
  readonly name: string;
}

/** One transaction inside one institution: the only handle features ever get. Await queries one after the other. */
export interface Tx {
  readonly app: AppContext;
  readonly db: Kysely<DatabaseSchema>;
  /** The same connection, for COPY and savepoints. */
  readonly client: pg.PoolClient;
  readonly actor: Actor;
  readonly institutionId: string;
  readonly timeZone: string;
  /** The institution's civil date now; SQL sees the same through business_date(). */
  readonly businessDate: CivilDate;
  /** The instant the transaction began, by the program's clock. */
  readonly now: Date;
  /** Notes what was done; written at the transaction's end. A change without it is refused at commit. */
  audit(entry: AuditInput): void;
  /**
   * Leaves a statement to the moment of the commit, sent in one message with the audit and the commit: for those that take
   * a lock which many wait for. Nothing may come to read what it writes; its failure fails the transaction.
   */
  sendWithCommit(statement: DatabaseStatement): void;
  /** Says that what is written is no business change (a session's last use, progress of a job) and needs no audit. */
  markBookkeeping(): void;
  /** Runs after a successful commit, never after a rollback. */
  afterCommit(effect: () => void): void;
}

/**
 * What is noted of one change or one look. `values` are never stored: each becomes a keyed digest, which proves later
 * that a value was this one without giving it away; their keys are added to `fields`.
 */
export interface AuditInput {
  /** `<object>.<verb in the past>`: 'customer.created', 'person.disabled'. */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly fields?: readonly string[];
  readonly reason?: string | null;
  readonly values?: Readonly<Record<string, unknown>>;
}
