import type { ImportProblem } from '@loanbook/contract/features/imports.ts';
import { markWorkbook, type MarkedFile } from './marked-workbook.ts';

export interface MarkingTask {
  readonly file: MarkedFile;
  readonly problems: readonly ImportProblem[];
  readonly language: 'zh' | 'en';
}

// Only the parent's fork gives this module a channel; imported for its types it does nothing.
process.once('message', (task: MarkingTask) => {
  void markWorkbook(task.file, task.problems, task.language).then((bytes) => process.send?.(bytes));
});
