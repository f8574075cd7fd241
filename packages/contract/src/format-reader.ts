import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import type { Fen } from '@loanbook/engine/money.ts';
import { parsePercent } from '@loanbook/engine/rate.ts';
import type { RateE8 } from '@loanbook/engine/rate.ts';

/** Input of a command line that cannot be read; `path` names the field, "[2].terms.principal". */
export class FormatProblem extends Error {
  readonly path: string;

  constructor(path: string, expected: string) {
    super(`${path === '' ? 'input' : path}: ${expected}`);
    this.name = 'FormatProblem';
    this.path = path;
  }
}

/** Reads one JSON object field by field; every failure names the field and what was expected. */
export class FormatReader {
  readonly path: string;
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(value: unknown, path: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new FormatProblem(path, 'expected an object');
    }
    this.path = path;
    this.#values = { ...value };
  }

  /** null counts as left out, as in the schedule vectors. */
  has(key: string): boolean {
    return this.#values[key] !== undefined && this.#values[key] !== null;
  }

  raw(key: string): unknown {
    return this.#values[key];
  }

  pathOf(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }

  fail(key: string, expected: string): never {
    throw new FormatProblem(this.pathOf(key), expected);
  }

  text(key: string): string {
    const value = this.#values[key];
    return typeof value === 'string' && value !== '' ? value : this.fail(key, 'expected a text');
  }

  optionalText(key: string): string | undefined {
    return this.has(key) ? this.text(key) : undefined;
  }

  date(key: string): CivilDate {
    return parseCivilDate(this.text(key)) ?? this.fail(key, 'expected a date YYYY-MM-DD');
  }

  optionalDate(key: string): CivilDate | undefined {
    return this.has(key) ? this.date(key) : undefined;
  }

  money(key: string): Fen {
    const value = this.#values[key];
    const amountFen = typeof value === 'string' ? parseYuan(value) : null;
    if (amountFen === null || amountFen < 0) return this.fail(key, 'expected yuan as a text such as "1234.50", not negative');
    return amountFen;
  }

  optionalMoney(key: string): Fen | undefined {
    return this.has(key) ? this.money(key) : undefined;
  }

  /** A plain number is taken as it was written, since a rate is not money. */
  #numberText(key: string): string {
    const value = this.#values[key];
    return typeof value === 'number' ? String(value) : this.text(key);
  }

  percent(key: string): RateE8 {
    return parsePercent(this.#numberText(key)) ?? this.fail(key, 'expected percent a year as a text such as "12.5"');
  }

  optionalPercent(key: string): RateE8 | undefined {
    return this.has(key) ? this.percent(key) : undefined;
  }

  /** "1.5" with four decimals → 15 000; for multipliers and shares. */
  decimal(key: string, decimals: number): number {
    const match = /^(\d{1,6})(?:\.(\d+))?$/.exec(this.#numberText(key));
    const [, whole = '', digits = ''] = match ?? [];
    if (match === null || digits.length > decimals) return this.fail(key, `expected a number with at most ${decimals} decimals`);
    return Number(whole) * 10 ** decimals + Number(digits.padEnd(decimals, '0'));
  }

  wholeNumber(key: string): number {
    const value = this.#values[key];
    const isWhole = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    return isWhole ? value : this.fail(key, 'expected a whole number');
  }

  optionalWholeNumber(key: string): number | undefined {
    return this.has(key) ? this.wholeNumber(key) : undefined;
  }

  flag(key: string): boolean {
    const value = this.#values[key];
    return typeof value === 'boolean' ? value : this.fail(key, 'expected true or false');
  }

  oneOf<const Value extends string>(key: string, allowed: readonly Value[]): Value {
    const text = this.text(key);
    return allowed.find((value) => value === text) ?? this.fail(key, `expected one of ${allowed.join(', ')}`);
  }

  list(key: string): readonly unknown[] {
    const value = this.#values[key];
    return Array.isArray(value) ? value : this.fail(key, 'expected a list');
  }

  dates(key: string): readonly CivilDate[] {
    return this.list(key).map((value, index) => {
      const date = typeof value === 'string' ? parseCivilDate(value) : null;
      return date ?? this.fail(`${key}[${index}]`, 'expected a date YYYY-MM-DD');
    });
  }

  object(key: string): FormatReader {
    return new FormatReader(this.#values[key], this.pathOf(key));
  }

  objects(key: string): readonly FormatReader[] {
    return this.list(key).map((value, index) => new FormatReader(value, `${this.pathOf(key)}[${index}]`));
  }
}
