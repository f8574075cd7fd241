/** One measured figure; `comparison` says what `ratio` is against, both null where nothing comparable exists. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly comparison: string | null;
  readonly ratio: number | null;
}

/** A file bench/<name>.bench.ts exports `bench` with what it measures; `only` matches the file's name. */
export interface Bench {
  readonly run: () => Promise<readonly Measurement[]>;
}
