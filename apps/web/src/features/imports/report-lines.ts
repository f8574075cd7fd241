import type { Import } from '@loanbook/contract/features/imports.ts';
import { fen, formatYuan, parseYuan } from '@loanbook/engine/money.ts';

export type Report = NonNullable<Import['report']>;
export type Tie = Report['ties'][number];
export type LeftOutLine = Report['leftOut'][number];
export type Totals = Report['before'];

const countKeys = ['customers', 'loans', 'repayments'] as const;
const amountKeys = ['principal', 'outstanding', 'repaid'] as const;

/** One figure of the book before and after, as text: counts as digits, sums as yuan. */
export interface TotalLine {
  readonly key: (typeof countKeys)[number] | (typeof amountKeys)[number];
  readonly isMoney: boolean;
  readonly before: string;
  readonly written: string;
  readonly after: string;
}

/** Without the figures afterwards, what was written is all that changed. */
export function totalLines({ before, written, after }: Pick<Report, 'before' | 'written' | 'after'>): TotalLine[] {
  if (after) {
    return [
      ...countKeys.map((key): TotalLine => ({ key, isMoney: false, before: String(before[key]), written: String(after[key] - before[key]), after: String(after[key]) })),
      ...amountKeys.map((key): TotalLine => ({ key, isMoney: true, before: before[key], written: formatYuan(fen(fenOf(after[key]) - fenOf(before[key]))), after: after[key] })),
    ];
  }
  return [
    ...countKeys.map((key): TotalLine => ({ key, isMoney: false, before: String(before[key]), written: String(written[key]), after: String(before[key] + written[key]) })),
    ...amountKeys.map((key): TotalLine => ({ key, isMoney: true, before: before[key], written: written[key], after: yuanSum(before[key], written[key]) })),
  ];
}

/** Book less paper, with its sign; yuan text for sums, digits for counts. */
export function tieDifference({ paper, book }: Pick<Tie, 'paper' | 'book'>): string {
  if (!paper.includes('.') && !book.includes('.')) return String(Number(book) - Number(paper));
  return formatYuan(fen(fenOf(book) - fenOf(paper)));
}

export interface LeftOutGroup {
  readonly key: string;
  readonly table: LeftOutLine['table'];
  readonly reason: LeftOutLine['reason'];
  readonly lines: readonly LeftOutLine[];
}

/** By kind of record and reason, the most frequent first. */
export function leftOutGroups(lines: readonly LeftOutLine[]): LeftOutGroup[] {
  const byKey = new Map<string, LeftOutLine[]>();
  for (const line of lines) {
    const key = `${line.table} ${line.reason}`;
    byKey.set(key, [...(byKey.get(key) ?? []), line]);
  }
  return [...byKey]
    .flatMap(([key, group]) => (group[0] === undefined ? [] : [{ key, table: group[0].table, reason: group[0].reason, lines: group }]))
    .toSorted((left, right) => right.lines.length - left.lines.length);
}

function yuanSum(left: string, right: string): string {
  return formatYuan(fen(fenOf(left) + fenOf(right)));
}

function fenOf(yuan: string): number {
  return parseYuan(yuan) ?? 0;
}
