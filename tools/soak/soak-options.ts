/** What a person asked for; null where each part knows best. */
export interface SoakOptions {
  readonly runs: number | null;
  readonly seed: number | null;
  /** One property or kind of a part, by its name. */
  readonly only: string | null;
}

/** Resolves to true when nothing was found; prints its progress, and how to try a failure again. */
export type SoakPart = (options: SoakOptions) => Promise<boolean>;
