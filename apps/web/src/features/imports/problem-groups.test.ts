import type { ImportProblem } from '@loanbook/contract/features/imports.ts';
import { expect, test } from 'vitest';
import { foundProblems, problemGroups, type Severity } from './problem-groups.ts';

const problem = (number: number, kind: string, severity: Severity, value = ''): ImportProblem => ({ number, file: '台账.xlsx', sheet: '贷款', cell: `B${number}`, kind, value, messageZh: '证件号校验位不对', messageEn: 'The ID is wrong', severity });

test('errors stand before warnings and notes, the most frequent kind first', () => {
  const groups = problemGroups([problem(1, 'duplicate', 'info'), problem(2, 'invalid_id', 'error'), problem(3, 'same_name', 'warning'), problem(4, 'impossible_date', 'error'), problem(5, 'impossible_date', 'error')]);
  expect(groups.map((group) => [group.severity, group.kind, group.problems.length])).toEqual([['error', 'impossible_date', 2], ['error', 'invalid_id', 1], ['warning', 'same_name', 1], ['info', 'duplicate', 1]]);
});

test('one kind at two severities makes two groups', () => {
  expect(problemGroups([problem(1, 'invalid_id', 'warning'), problem(2, 'invalid_id', 'error')]).map((group) => group.severity)).toEqual(['error', 'warning']);
});

test('a problem is found by its value, its cell or its sentence', () => {
  const problems = [problem(1, 'invalid_id', 'error', '42112219800311836X'), problem(22, 'invalid_id', 'error', '王立春')];
  expect(foundProblems(problems, '立春')).toEqual([problems[1]]);
  expect(foundProblems(problems, 'b22')).toEqual([problems[1]]);
  expect(foundProblems(problems, '校验位')).toHaveLength(2);
  expect(foundProblems(problems, '  ')).toHaveLength(2);
});
