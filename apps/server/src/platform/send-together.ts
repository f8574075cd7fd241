import type { Writable } from 'node:stream';
import type pg from 'pg';

/** One statement with its parameters. `name`: prepared once for each connection and planned seldom. */
export interface DatabaseStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** How values arrive; absent: as the library's defaults say. */
  readonly types?: pg.CustomTypesConfig;
}

/**
 * Sends statements without waiting for one another's answers, the last thing a transaction does: a lock that the first of
 * them takes is then held for the database's work alone, not for as many round trips. After a failure PostgreSQL skips the
 * rest; throws that first failure once all have been answered. Returns the answers in order.
 */
export async function sendTogether(client: pg.ClientBase, statements: readonly DatabaseStatement[]): Promise<pg.QueryResult[]> {
  // as: the library reads `pipeline` at each query, but offers it only for connections that never COPY; its socket has no type.
  const sender = client as pg.ClientBase & { pipeline: boolean; readonly connection: { readonly stream: Writable } };
  const { stream } = sender.connection;
  sender.pipeline = true;
  stream.cork();
  const asked = statements.map(({ values, ...statement }) => client.query({ ...statement, values: [...values] }));
  stream.uncork();
  try {
    const answers = await Promise.allSettled(asked);
    return answers.map((answer) => {
      if (answer.status === 'rejected') throw answer.reason;
      return answer.value;
    });
  } finally {
    sender.pipeline = false;
  }
}
