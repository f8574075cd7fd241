import { failure } from '../../platform/failure.ts';
import type { MarkingTask } from './marking-child.ts';
import { readingLimits } from './read-in-child.ts';
import { ChildFailure, runInChild } from './run-in-child.ts';

/** Marks a person's workbook in a killable process. @throws Failure file_not_marked */
export async function markInChild(task: MarkingTask): Promise<Buffer> {
  let marked: Uint8Array | null = null;
  const onMessage = (bytes: Uint8Array): boolean => {
    marked = bytes;
    return true;
  };
  try {
    await runInChild<MarkingTask, Uint8Array>({ module: new URL('./marking-child.ts', import.meta.url), task, onMessage, limits: readingLimits });
  } catch (error) {
    if (error instanceof ChildFailure) throw failure('file_not_marked', { file: task.file.name });
    throw error;
  }
  return Buffer.from(marked ?? []);
}
