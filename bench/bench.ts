/** One measured figure; `comparison` says what `ratio` is against, both null where nothing comparable exists. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly comparison: string | null;
  readonly ratio: number | null;
}

/** How much to measure on: a book of that many loans; `isFull` takes longer and a million. */
export interface BenchSize {
  readonly loans: number;
  readonly isFull: boolean;
}

/** A file bench/<name>.bench.ts exports `bench` with what it measures; `only` matches the file's name. */
export interface Bench {
  readonly run: (size: BenchSize) => Promise<readonly Measurement[]>;
}
