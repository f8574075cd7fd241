import type { SearchEntry } from './search-entry.ts';

const mostRecent = 8;
// In memory only: names of borrowers do not stay behind on a shared computer, and signing out reloads the page.
let recent: readonly SearchEntry[] = [];

/** What was opened from the search since the page was loaded, the latest first. */
export function recentEntries(): readonly SearchEntry[] {
  return recent;
}

export function rememberEntry(entry: SearchEntry): void {
  if (entry.isRecord) recent = [entry, ...recent.filter(({ key }) => key !== entry.key)].slice(0, mostRecent);
}
