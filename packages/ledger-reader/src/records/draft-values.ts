import { formatYuan, fen as asFen } from '@loanbook/engine/money.ts';

/** Values of a record while it is being put together, by canonical key. */
export type DraftValues = Record<string, string | number | boolean>;

/**
 * The same values in a sixth of the memory: an object filled key by key turns into a table of its own beyond a dozen
 * keys, a copy made at once shares the layout of its like. Worth it for what lives until the reading is done.
 */
export function compacted(values: DraftValues): DraftValues {
  return { ...values };
}

/** 123450 fen → "1234.50". */
export function yuanText(amountFen: number): string {
  return formatYuan(asFen(amountFen));
}

/** 12 000 000 (E8 of the annual fraction) → "12.0000" percent. */
export function percentText(annualE8: number): string {
  const tenThousandths = Math.round(annualE8 / 100);
  const digits = String(tenThousandths).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** Yuan text back to fen; null when absent. */
export function fenOf(value: string | number | boolean | undefined): number | null {
  if (typeof value !== 'string') return null;
  return Math.round(Number(value) * 100);
}

/** Fills what is still empty. */
export function fillAbsent(target: DraftValues, source: Readonly<Record<string, string | number | boolean | undefined>>): void {
  for (const [key, value] of Object.entries(source)) if (value !== undefined && target[key] === undefined) target[key] = value;
}
