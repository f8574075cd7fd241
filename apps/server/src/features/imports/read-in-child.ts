import type { LedgerReading } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { ReadingMessage, ReadingTask } from './reading-child.ts';
import { ChildFailure, runInChild, type ChildDefect, type ChildLimits } from './run-in-child.ts';

/** What a person with a large but honest workbook never meets, and a hostile file does. */
export const readingLimits: ChildLimits = { milliseconds: 120_000, heapMegabytes: 1_500 };

export type ReadingDefect = 'unreadable' | ChildDefect;

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

const sentences: Record<ChildDefect, readonly [string, string]> = {
  too_slow: ['文件读取超时，已停止。请拆分成较小的文件再试。', 'Reading took too long and was stopped. Split the file and try again.'],
  too_large: ['文件内容超出内存限制，已停止。请拆分成较小的文件再试。', 'The content exceeds the memory limit; reading was stopped. Split the file and try again.'],
  crashed: ['读取时出错，没有导入。请把文件另存为 .xlsx 或 .csv 再试；若再次出现，请联系支持。', 'Reading failed; nothing was imported. Save the file again as .xlsx or .csv, and contact support if it happens again.'],
  cancelled: ['已取消。', 'Cancelled.'],
};

/** Reads workbooks in a killable process. Throws ReadingFailure. `cancel` ends the child at once. */
export async function readInChild(task: ReadingTask, onProgress: (done: number, total: number) => void, cancel: AbortSignal, limits = readingLimits): Promise<LedgerReading> {
  let answer: Exclude<ReadingMessage, { kind: 'progress' }> | null = null;
  const onMessage = (message: ReadingMessage): boolean => {
    if (message.kind === 'progress') onProgress(message.done, message.total);
    else answer = message;
    return message.kind !== 'progress';
  };
  try {
    await runInChild<ReadingTask, ReadingMessage>({ module: new URL('./reading-child.ts', import.meta.url), task, onMessage, limits, cancel });
  } catch (error) {
    if (error instanceof ChildFailure) throw new ReadingFailure(error.defect, ...sentences[error.defect]);
    throw error;
  }
  return readingOf(answer);
}

function readingOf(answer: Exclude<ReadingMessage, { kind: 'progress' }> | null): LedgerReading {
  if (answer === null) throw new Error('the reading child ended without an answer');
  if (answer.kind === 'reading') return answer.reading;
  throw new ReadingFailure('unreadable', answer.zh, answer.en);
}
