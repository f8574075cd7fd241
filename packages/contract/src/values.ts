import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import { parsePercent } from '@loanbook/engine/rate.ts';
import { z } from 'zod';

/** Money crosses the wire as yuan text, "1234.50"; never as a JSON number. */
export const yuanText = z.string().max(20).refine((text) => parseYuan(text) !== null, { message: 'invalid_amount' });
export const positiveYuanText = yuanText.refine((text) => (parseYuan(text) ?? 0) > 0, { message: 'amount_not_positive' });
/** Percent a year, "12.0000". */
export const percentText = z.string().max(12).refine((text) => parsePercent(text) !== null, { message: 'invalid_rate' });
export const civilDateText = z.string().transform((text, context): CivilDate => {
  const day = parseCivilDate(text);
  if (day !== null) return day;
  context.addIssue({ code: 'custom', message: 'invalid_date' });
  return z.NEVER;
});
export const idText = z.uuid();
/** The version of a record as the person saw it; the database counts it in 32 bits. */
export const recordVersion = z.int().min(0).max(2_147_483_646);
/** Free text as people type it: trimmed, no control characters but line ends. */
export function freeText(maxLength: number) {
  return z.string().trim().max(maxLength).regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, { message: 'control_character' });
}
