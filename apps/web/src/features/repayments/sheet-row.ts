import { channels } from '@loanbook/contract/choices.ts';
import { civilDateOf, dayNumberOf, parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { plainFigure } from '../../ui/plain-figure.ts';
import type { Channel } from './last-channel.ts';

export const sheetColumns = ['name', 'amount', 'paidOn', 'channel', 'externalRef', 'note'] as const;
export type SheetColumn = (typeof sheetColumns)[number];

/** One receipt as typed or pasted; `name` is a receipt number, a contract number or a borrower's name. */
export type SheetRow = Readonly<Record<SheetColumn, string>> & {
  readonly key: number;
  /** Which of several matching loans a person chose. */
  readonly loanId: string | null;
  readonly keepExcess: boolean;
};

export function blankRow(key: number): SheetRow {
  return { key, name: '', amount: '', paidOn: '', channel: '', externalRef: '', note: '', loanId: null, keepExcess: false };
}

export function isBlank(row: SheetRow): boolean {
  return sheetColumns.every((column) => row[column].trim() === '');
}

/** "2026-3-1", "2026/03/01", "2026.3.1", "20260301", "2026年3月1日"; null for anything else, a day without a year too. */
export function readDay(text: string): CivilDate | null {
  const plain = text.normalize('NFKC').trim().replace(/\s+\d{1,2}:\d{2}(:\d{2})?$/, '');
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1) return null;
  const written = civilDateOf(dayNumberOf(year, month, day));
  // A day number runs on past the month's end; the date read must be the one written.
  return parseCivilDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`) === written ? written : null;
}

const otherChannelNames: Readonly<Record<string, Channel>> = {
  转账: 'bank_transfer', 银行: 'bank_transfer', 网银: 'bank_transfer', 银行卡: 'bank_transfer', 电汇: 'bank_transfer', 对公转账: 'bank_transfer', 手机银行: 'bank_transfer',
  现款: 'cash', 微信支付: 'wechat', 微信转账: 'wechat', 支付宝转账: 'alipay', 扣款: 'direct_debit', 银行代扣: 'direct_debit', 抵债: 'collateral',
};

export function readChannel(text: string): Channel | null {
  const typed = text.trim();
  const named = channels.find((choice) => choice.zh === typed || choice.value === typed.toLowerCase() || choice.en.toLowerCase() === typed.toLowerCase());
  return named?.value ?? otherChannelNames[typed] ?? null;
}

/** An amount as typed, with its separators and signs of currency taken off. */
export function readAmount(text: string): string {
  return plainFigure(text.trim());
}

const headerPatterns: readonly (readonly [SheetColumn, RegExp])[] = [
  ['name', /借据|receipt no/i], ['name', /合同|contract/i], ['name', /姓名|客户|借款人|户名|borrower|name/i],
  ['amount', /金额|amount/i], ['paidOn', /日期|时间|date|paid on/i], ['channel', /渠道|方式|channel/i], ['externalRef', /流水|凭证|参考|reference/i],
  ['note', /备注|说明|摘要|附言|note|remark|memo/i],
];

/**
 * Which pasted column holds what, when the first pasted row is a heading; null when it is none. Of several columns that
 * name the loan the receipt number wins, then the contract number.
 */
export function headingColumns(cells: readonly string[]): ReadonlyMap<SheetColumn, number> | null {
  if (cells.some((cell) => /\d{3}/.test(cell))) return null;
  const found = new Map<SheetColumn, number>();
  for (const [column, pattern] of headerPatterns) {
    const index = cells.findIndex((cell) => pattern.test(cell));
    if (index >= 0 && !found.has(column)) found.set(column, index);
  }
  return found.size >= 2 ? found : null;
}
