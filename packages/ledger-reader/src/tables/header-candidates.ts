import type { ColumnMeaning } from './column-meaning.ts';
import type { HeaderRule, TableContext } from './header-rule.ts';
import { headerRules } from './header-rules.ts';
import { looseHeaderRules } from './loose-header-rules.ts';

export interface HeaderCandidates {
  /** In order of preference; empty where the heading is known to mean nothing that a record keeps. */
  readonly meanings: readonly ColumnMeaning[];
  /** Only a guess by one word of the heading, which the cells must confirm. */
  readonly isLoose: boolean;
}

/** What a heading's words can mean in a context: by the first exact rule that knows them, else by the first loose one. */
export function candidatesOf(leaf: string, context: TableContext): HeaderCandidates {
  const exact = leaf === '' ? [] : firstMatch(headerRules, leaf, context);
  if (exact) return { meanings: exact, isLoose: false };
  return { meanings: firstMatch(looseHeaderRules, leaf, context) ?? [], isLoose: true };
}

function firstMatch(rules: readonly HeaderRule[], leaf: string, context: TableContext): readonly ColumnMeaning[] | null {
  for (const [pattern, candidates] of rules) {
    if (!pattern.test(leaf)) continue;
    if (isPlainList(candidates)) return candidates;
    const inContext = candidates[context];
    if (inContext) return inContext;
  }
  return null;
}

function isPlainList(candidates: readonly ColumnMeaning[] | object): candidates is readonly ColumnMeaning[] {
  return Array.isArray(candidates);
}
