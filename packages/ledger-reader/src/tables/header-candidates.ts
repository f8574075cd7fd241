import type { ColumnMeaning } from './column-meaning.ts';
import type { TableContext } from './header-rule.ts';
import { headerRules } from './header-rules.ts';

/** Candidate meanings of a heading's words in a context; the first rule that knows them decides. */
export function candidatesOf(leaf: string, context: TableContext): readonly ColumnMeaning[] {
  if (leaf === '') return [];
  for (const [pattern, candidates] of headerRules) {
    if (!pattern.test(leaf)) continue;
    if (isPlainList(candidates)) return candidates;
    const inContext = candidates[context];
    if (inContext) return inContext;
  }
  return [];
}

function isPlainList(candidates: readonly ColumnMeaning[] | object): candidates is readonly ColumnMeaning[] {
  return Array.isArray(candidates);
}
