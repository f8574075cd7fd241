import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** Rows of a query as PostgreSQL's own text, a line each: many times cheaper than rows as objects. */
export async function copyText(client: pg.ClientBase, query: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(copyTo(`copy (${query}) to stdout`))) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const escaped = new Map(Object.entries({ '\\\\': '\\', '\\t': '\t', '\\n': '\n', '\\r': '\r', '\\b': '\b', '\\f': '\f', '\\v': '\v' }));

/**
 * A value as COPY writes it, for texts without line ends, tabs and backslashes: any other would be taken for a difference,
 * which the exact check then does not find. Undefined for what is neither text, number, boolean nor null.
 */
export function copiedValue(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (value === null) return '\\N';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return typeof value === 'bigint' ? String(value) : undefined;
}

/** One line as COPY writes it, its end included; undefined when a column is missing or of another kind. */
export function copiedLine(id: string, columns: readonly string[], row: Readonly<Record<string, unknown>>): string | undefined {
  let line = id;
  for (const column of columns) {
    const text = copiedValue(row[column]);
    if (text === undefined) return undefined;
    line += `\t${text}`;
  }
  return `${line}\n`;
}

/** A value of a line, which is split at its tabs. */
export function readCopiedValue(text: string | undefined): string | null {
  if (text === undefined || text === '\\N') return null;
  return text.includes('\\') ? text.replace(/\\[\\tnrbfv]/g, (pair) => escaped.get(pair) ?? pair) : text;
}

/** Reads through lines that begin with an id and are in the order of their ids. */
export class LinesById {
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#offset >= this.#text.length;
  }

  /** The next line, whosever it is, without its end. */
  next(): string {
    const end = this.#text.indexOf('\n', this.#offset);
    const line = this.#text.slice(this.#offset, end);
    this.#offset = end + 1;
    return line;
  }

  /** All lines of an id, without their ends. */
  take(id: string): string[] {
    const lines: string[] = [];
    while (this.#text.startsWith(id, this.#offset)) lines.push(this.next());
    return lines;
  }

  /** True when the id's lines are exactly these; either way they are behind afterwards. */
  takeExpected(id: string, expected: string | undefined): boolean {
    if (expected !== undefined && this.#text.startsWith(expected, this.#offset)) {
      this.#offset += expected.length;
      if (!this.#text.startsWith(id, this.#offset)) return true;
    }
    this.take(id);
    return false;
  }
}
