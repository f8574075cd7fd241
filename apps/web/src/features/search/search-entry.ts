/** One line of the search: where it leads, and what tells it from others. */
export interface SearchEntry {
  readonly key: string;
  readonly href: string;
  readonly title: string;
  readonly detail: string;
  /** Beside the title, as a short state. */
  readonly mark?: string;
  /** What was typed, for a list that is to show all hits: it must not stand in the address. */
  readonly privateSearch?: string;
  /** Kept among what was opened lately; pages are at hand anyway. */
  readonly isRecord?: boolean;
}

export interface SearchGroup {
  readonly key: string;
  readonly title: string;
  readonly entries: readonly SearchEntry[];
}

/** The entry that the arrow leads to, round the ends. */
export function steppedIndex(index: number, step: number, count: number): number {
  return count === 0 ? 0 : (index + step + count) % count;
}
