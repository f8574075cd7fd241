import { choiceLabel, type Choice } from '@loanbook/contract/choices.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';
import { fen, formatYuan, parseYuan, type Fen } from '@loanbook/engine/money.ts';
import { useMemo } from 'react';
import { useLanguage, type Language } from './i18n.ts';
import { useSession } from './session.ts';

export interface FormatSettings {
  readonly language: Language;
  /** IANA name, "Asia/Shanghai". */
  readonly timeZone: string;
}

/** "1234567.5" → "1,234,567.50". Text that is no amount comes back as it is. */
export function formatMoney(yuan: string): string {
  const amountFen = parseYuan(yuan);
  return amountFen === null ? yuan : withSeparators(formatYuan(amountFen));
}

export function formatFen(amountFen: Fen): string {
  return withSeparators(formatYuan(amountFen));
}

/** For headline figures, in 万元 with two decimals, half up: "12345678.90" → "1,234.57". */
export function formatMoneyInWan(yuan: string): string {
  const amountFen = parseYuan(yuan);
  if (amountFen === null) return yuan;
  // 10 000 yuan are 1 000 000 fen, so a hundredth of 万元 is 10 000 fen: whole-number arithmetic throughout.
  const hundredths = Math.floor((Math.abs(amountFen) + 5_000) / 10_000);
  return withSeparators(formatYuan(fen(amountFen < 0 && hundredths > 0 ? -hundredths : hundredths)));
}

/** "12.5000" → "12.50%": two decimals, more where they say something. */
export function formatPercentText(percent: string): string {
  const match = /^(-?\d+)(?:\.(\d*))?$/.exec(percent);
  if (!match) return percent;
  const decimals = (match[2] ?? '').replace(/0+$/, '').padEnd(2, '0');
  return `${match[1]}.${decimals}%`;
}

/** A whole number with separators; counts only, never money. */
export function formatCount(count: number): string {
  return withSeparators(String(count));
}

/** An instant as "2026-03-01 09:05" on the institution's clock; null stays a dash. */
export function formatDateTime(instant: string | null, timeZone: string): string {
  if (instant === null) return '—';
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

/** A ledger cell as people read it; absent facts are empty. */
export function formatCell(field: Field, cell: Cell | undefined, settings: FormatSettings): string {
  if (cell === null || cell === undefined || cell === '') return '';
  switch (field.type) {
    case 'money':
      return formatMoney(String(cell));
    case 'percent':
      // The unit stands in the column's title.
      return formatPercentText(String(cell)).replace('%', '');
    case 'integer':
      return formatCount(Number(cell));
    case 'date_time':
      return formatDateTime(String(cell), settings.timeZone);
    case 'choice':
      return choiceLabel(field.choices ?? [], String(cell), settings.language);
    case 'boolean':
      return booleanLabel(cell === true, settings.language);
    case 'tags':
      return Array.isArray(cell) ? cell.join(settings.language === 'zh' ? '、' : ', ') : String(cell);
    case 'text':
    case 'code':
    case 'date':
      return String(cell);
    default: {
      const unknownType: never = field.type;
      throw new Error(`no format for ${String(unknownType)}`);
    }
  }
}

export function isFigure(field: Field): boolean {
  return field.type === 'money' || field.type === 'percent' || field.type === 'integer';
}

export interface Formats {
  readonly language: Language;
  readonly cell: (field: Field, cell: Cell | undefined) => string;
  readonly label: (labelled: { readonly zh: string; readonly en: string }) => string;
  readonly choice: (list: readonly Choice[], value: string | null | undefined) => string;
  readonly dateTime: (instant: string | null) => string;
}

/** The formats of the signed-in person: language, and the institution's time zone. */
export function useFormats(): Formats {
  const language = useLanguage();
  const { timeZone } = useSession().institution;
  return useMemo(
    () => ({
      language,
      cell: (field, cell) => formatCell(field, cell, { language, timeZone }),
      label: (labelled) => labelled[language],
      choice: (list, value) => (value ? choiceLabel(list, value, language) : ''),
      dateTime: (instant) => formatDateTime(instant, timeZone),
    }),
    [language, timeZone],
  );
}

function withSeparators(digits: string): string {
  return digits.replace(/\d(?=(?:\d{3})+(?:\.|$))/g, '$&,');
}

function booleanLabel(isTrue: boolean, language: Language): string {
  if (language === 'zh') return isTrue ? '是' : '否';
  return isTrue ? 'Yes' : 'No';
}
