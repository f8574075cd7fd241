import type { LedgerFile, ReadOptions } from '@loanbook/ledger-reader/read-ledger.ts';
import { readLedger } from '@loanbook/ledger-reader/read-ledger.ts';
import type { LedgerReading } from '@loanbook/ledger-reader/ledger-reading.ts';

/** What the parent sends once, and what the child answers. */
export interface ReadingTask {
  readonly files: readonly LedgerFile[];
  readonly options: Omit<ReadOptions, 'onProgress'>;
}

export type ReadingMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'reading'; readonly reading: LedgerReading }
  | { readonly kind: 'refused'; readonly zh: string; readonly en: string };

// Only the parent's fork gives this module a channel; imported for its types it does nothing.
process.once('message', (task: ReadingTask) => {
  void answer(task);
});

async function answer(task: ReadingTask): Promise<void> {
  const reading = await readLedger(task.files, { ...task.options, onProgress: (done, total) => send({ kind: 'progress', done, total }) });
  send(reading.files.every((file) => file.format === 'unreadable') ? refusal(reading) : { kind: 'reading', reading });
}

/** With nothing readable at all there is nothing to preview. */
function refusal(reading: LedgerReading): ReadingMessage {
  return { kind: 'refused', zh: reading.problems.map((problem) => problem.messageZh).join(' '), en: reading.problems.map((problem) => problem.messageEn).join(' ') };
}

/** The parent ends this process when it has its answer; a channel closed here could still be writing a large one. */
function send(message: ReadingMessage): void {
  process.send?.(message);
}
