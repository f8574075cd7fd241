import { ledgerReadingToJson } from '../src/ledger-reading-to-json.ts';
import type { LedgerReading } from '../src/ledger-reading.ts';

/** What a careful reader finds in one record. A key that is absent is not judged; null must stay empty. */
export type ExpectedRecord = Readonly<Record<string, string | number | boolean | null>>;

export interface ExpectedBook {
  readonly customers?: readonly ExpectedRecord[];
  readonly loans: readonly ExpectedRecord[];
  /** `loan`: which of `loans` it is hung on, from 0; null: on none. */
  readonly repayments?: readonly ExpectedRecord[];
  /** "sheet!H10 kind" of every problem that is more than information; one that begins with ? may be there or not. */
  readonly problems: readonly string[];
}

export interface BookScore {
  readonly right: number;
  readonly cells: number;
  /** One line for each cell, record or problem that is not as it should be. */
  readonly faults: readonly string[];
}

type ReadRecord = Readonly<Record<string, unknown>>;

/** Compares a reading with what a person would have concluded, cell by cell, as the shared scorer does. */
export function scoreReading(reading: LedgerReading, expected: ExpectedBook): BookScore {
  const json = ledgerReadingToJson(reading);
  const faults: string[] = [];
  let [right, cells] = [0, 0];
  const judge = (table: string, wanted: readonly ExpectedRecord[], found: readonly ReadRecord[]): Map<number, number> => {
    const pairs = paired(wanted, found);
    const keys = new Set(wanted.flatMap((record) => Object.keys(record)));
    wanted.forEach((record, index) => {
      const other = found[pairs.get(index) ?? -1] ?? {};
      for (const [key, value] of Object.entries(record)) {
        cells += 1;
        if ((other[key] ?? null) === value) right += 1;
        else faults.push(`${table} ${index + 1} ${key}: ${JSON.stringify(value)} expected, ${JSON.stringify(other[key] ?? null)} read`);
      }
    });
    const matched = new Set(pairs.values());
    found.forEach((record, index) => {
      if (matched.has(index)) return;
      cells += Object.keys(record).filter((key) => keys.has(key)).length;
      faults.push(`${table}: one too many ${JSON.stringify(record)}`);
    });
    return pairs;
  };
  if (expected.customers) judge('customer', expected.customers, json.customers);
  const loans = judge('loan', expected.loans, json.loans);
  const refs = new Map([...loans].map(([index, at]) => [reading.loans[at]?.ref ?? '', index]));
  judge('repayment', expected.repayments ?? [], json.repayments.map((record, index) => ({ ...record, loan: refs.get(reading.repayments[index]?.loanRef ?? 'none') ?? null })));
  return { right, cells, faults: [...faults, ...problemFaults(reading, expected.problems)] };
}

/** Each expected record with the one read that agrees with it most; none twice. */
function paired(wanted: readonly ExpectedRecord[], found: readonly ReadRecord[]): Map<number, number> {
  const candidates = wanted.flatMap((record, index) => found.map((other, at) => ({ index, at, agreeing: Object.entries(record).filter(([key, value]) => value !== null && other[key] === value).length })));
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { index, at, agreeing } of candidates.sort((left, right) => right.agreeing - left.agreeing || left.index - right.index || left.at - right.at)) {
    if (agreeing === 0 || pairs.has(index) || taken.has(at)) continue;
    pairs.set(index, at);
    taken.add(at);
  }
  return pairs;
}

function problemFaults(reading: LedgerReading, expected: readonly string[]): string[] {
  const found = reading.problems.filter((problem) => problem.severity !== 'info').map((problem) => `${problem.sheet}!${problem.cell} ${problem.kind}`);
  const missed = expected.filter((problem) => !problem.startsWith('?') && !found.includes(problem));
  const wrong = found.filter((problem) => !expected.includes(problem) && !expected.includes(`?${problem}`));
  return [...missed.map((problem) => `problem not reported: ${problem}`), ...wrong.map((problem) => `problem reported without need: ${problem}`)];
}
