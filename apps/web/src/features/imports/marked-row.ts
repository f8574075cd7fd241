import type { ImportProblem } from '@loanbook/contract/features/imports.ts';
import type { ImportedFile, RecordTableName } from './mapping-draft.ts';
import { problemKey } from './problem-place.ts';
import { severities, type Severity } from './problem-groups.ts';

/** The problems of one previewed row: those of a cell by its field, and those of the row. */
export interface MarkedRow {
  readonly byKey: ReadonlyMap<string, readonly ImportProblem[]>;
  readonly ofRow: readonly ImportProblem[];
}

/** A problem whose field the table does not show is the row's, so that none is lost. */
export function markedRow(files: readonly ImportedFile[], table: RecordTableName, shownKeys: readonly string[], problems: readonly ImportProblem[]): MarkedRow {
  const byKey = new Map<string, ImportProblem[]>();
  const ofRow: ImportProblem[] = [];
  for (const problem of problems) {
    const key = problemKey(files, table, problem);
    if (key === null || !shownKeys.includes(key)) ofRow.push(problem);
    else byKey.set(key, [...(byKey.get(key) ?? []), problem]);
  }
  return { byKey, ofRow };
}

/** The gravest of several. */
export function worstSeverity(problems: readonly ImportProblem[]): Severity {
  return severities.find((severity) => problems.some((problem) => problem.severity === severity)) ?? 'info';
}
