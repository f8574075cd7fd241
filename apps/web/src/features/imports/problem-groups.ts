import type { ImportProblem } from '@loanbook/contract/features/imports.ts';

export type Severity = ImportProblem['severity'];
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** Problems of one kind and one severity, in the order of the file. */
export interface ProblemGroup {
  readonly key: string;
  readonly kind: string;
  readonly severity: Severity;
  readonly problems: readonly ImportProblem[];
}

/** What a person must look at first stands first: by severity, then by how many. */
export function problemGroups(problems: readonly ImportProblem[]): ProblemGroup[] {
  const byKey = new Map<string, ImportProblem[]>();
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.kind}`;
    const group = byKey.get(key);
    if (group) group.push(problem);
    else byKey.set(key, [problem]);
  }
  return [...byKey]
    .flatMap(([key, group]) => (group[0] === undefined ? [] : [{ key, kind: group[0].kind, severity: group[0].severity, problems: group }]))
    .toSorted((left, right) => severities.indexOf(left.severity) - severities.indexOf(right.severity) || right.problems.length - left.problems.length);
}

/** By what a person remembers of it: the value, the place, or words of the sentence. */
export function foundProblems(problems: readonly ImportProblem[], words: string): readonly ImportProblem[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return problems;
  return problems.filter((problem) => [problem.value, problem.cell, problem.sheet, problem.file, problem.messageZh, problem.messageEn].some((text) => text.toLowerCase().includes(wanted)));
}
