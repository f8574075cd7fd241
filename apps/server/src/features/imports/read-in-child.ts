import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LedgerReading } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { ReadingMessage, ReadingTask } from './reading-child.ts';

export interface ReadingLimits {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

/** What a person with a large but honest workbook never meets, and a hostile file does. */
export const readingLimits: ReadingLimits = { milliseconds: 120_000, heapMegabytes: 1_500 };

export type ReadingDefect = 'unreadable' | 'too_slow' | 'too_large' | 'crashed' | 'cancelled';

/** The workbook could not be read; both sentences are for the person who chose it. */
export class ReadingFailure extends Error {
  readonly defect: ReadingDefect;
  readonly messageZh: string;
  readonly messageEn: string;

  constructor(defect: ReadingDefect, messageZh: string, messageEn: string) {
    super(messageEn);
    this.defect = defect;
    this.messageZh = messageZh;
    this.messageEn = messageEn;
  }
}

const sentences: Record<Exclude<ReadingDefect, 'unreadable'>, readonly [string, string]> = {
  too_slow: ['文件读取超时，已停止。请拆分成较小的文件再试。', 'Reading took too long and was stopped. Split the file and try again.'],
  too_large: ['文件内容超出内存限制，已停止。请拆分成较小的文件再试。', 'The content exceeds the memory limit; reading was stopped. Split the file and try again.'],
  crashed: ['读取时出错，没有导入。请把文件另存为 .xlsx 或 .csv 再试；若再次出现，请联系支持。', 'Reading failed; nothing was imported. Save the file again as .xlsx or .csv, and contact support if it happens again.'],
  cancelled: ['已取消。', 'Cancelled.'],
};

function failureOf(defect: Exclude<ReadingDefect, 'unreadable'>): ReadingFailure {
  return new ReadingFailure(defect, ...sentences[defect]);
}

/**
 * Reads workbooks in a process of their own, which a hostile file may hang or fill without harm to the server.
 * Throws ReadingFailure. `cancel` ends the child at once.
 */
export function readInChild(task: ReadingTask, onProgress: (done: number, total: number) => void, cancel: AbortSignal, limits = readingLimits): Promise<LedgerReading> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./reading-child.ts', import.meta.url)), [], {
      execArgv: [`--max-old-space-size=${limits.heapMegabytes}`],
      serialization: 'advanced',
      // The child needs nothing of the server's environment, secrets least of all.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let outcome: (() => void) | null = null;
    const end = (settle: () => void): void => {
      outcome ??= settle;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => end(() => reject(failureOf('too_slow'))), limits.milliseconds);
    const onCancel = (): void => end(() => reject(failureOf('cancelled')));
    cancel.addEventListener('abort', onCancel, { once: true });
    child.on('message', (message: ReadingMessage) => {
      if (message.kind === 'progress') onProgress(message.done, message.total);
      else end(() => settleWith(message, resolve, reject));
    });
    child.on('error', (error) => end(() => reject(error)));
    child.once('exit', (code) => {
      clearTimeout(timer);
      cancel.removeEventListener('abort', onCancel);
      // Out of memory ends a process by a signal, an error of ours with code 1.
      (outcome ?? (() => reject(failureOf(code === 1 ? 'crashed' : 'too_large'))))();
    });
    sendTask(child, task);
  });
}

function sendTask(child: ChildProcess, task: ReadingTask): void {
  // A child that ends before it has read its task is reported by `exit`.
  child.send(task, () => undefined);
}

function settleWith(message: Exclude<ReadingMessage, { kind: 'progress' }>, resolve: (reading: LedgerReading) => void, reject: (failure: ReadingFailure) => void): void {
  if (message.kind === 'reading') resolve(message.reading);
  else reject(new ReadingFailure('unreadable', message.zh, message.en));
}
