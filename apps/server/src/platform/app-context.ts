import type pg from 'pg';

/** What the running program is made of. One a process; the server, the command line and the tests each make theirs. */
export interface AppContext {
  /** Connections as the app role, which owns nothing. Features never touch it: they use `inInstitution`. */
  readonly appPool: pg.Pool;
  readonly masterKey: Buffer;
  /** The built web app (index.html and assets/); a missing folder means that only the API is served. */
  readonly webFolder: string;
  readonly dataFolder: string;
  /** The only clock. Business dates come from it through the institution's time zone. */
  readonly now: () => Date;
  /** The address people type; https here means cookies and headers for TLS. */
  readonly baseUrl: string;
  /** Where log lines go; they carry ids only. Absent: one JSON object a line on standard error. */
  readonly log?: (line: LogLine) => void;
  /** Requests a minute and address before 429. */
  readonly requestsPerMinute?: number;
  /** Hold every reply against its contract: on in tests, off in production, where it would double the cost of a list. */
  readonly checksReplies?: boolean;
}

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [key: string]: string | number | boolean | readonly string[] | undefined;
}

export function writeLog(app: AppContext, line: LogLine): void {
  if (app.log) app.log(line);
  else process.stderr.write(`${JSON.stringify({ at: app.now().toISOString(), ...line })}\n`);
}

export function usesTls(app: AppContext): boolean {
  return app.baseUrl.startsWith('https:');
}
