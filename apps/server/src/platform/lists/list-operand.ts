import type { Choice } from '@loanbook/contract/choices.ts';
import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import { parsePercent } from '@loanbook/engine/rate.ts';
import { failure } from '../failure.ts';
import { isId } from '../ids.ts';

export type OperandType = 'money' | 'rate_e8' | 'multiplier_e4' | 'integer' | 'date' | 'boolean' | 'uuid' | { readonly choices: readonly Choice[] };

/**
 * A filter's operand as the text PostgreSQL casts: fen, 1e-8, 1e-4, a whole number, a day, true/false, a uuid, a code.
 * @throws Failure invalid_input naming `path` when the text is not a value of the type
 */
export function parseOperand(type: OperandType, text: string, path: string): string {
  const value = readOperand(type, text);
  if (value !== null) return value;
  throw failure('invalid_input', {}, [{ path, code: 'invalid_operand', zh: `“${text}”不是可用的筛选值。`, en: `“${text}” is not a value to filter by.` }]);
}

function readOperand(type: OperandType, text: string): string | null {
  if (typeof type === 'object') return type.choices.some((choice) => choice.value === text) ? text : null;
  switch (type) {
    case 'money':
      return numberText(parseYuan(text));
    case 'rate_e8':
      return numberText(parsePercent(text));
    case 'multiplier_e4': {
      const multiplierE6 = parsePercent(text);
      return multiplierE6 === null || multiplierE6 % 100 !== 0 ? null : String(multiplierE6 / 100);
    }
    case 'integer':
      return /^-?\d{1,9}$/.test(text) ? text : null;
    case 'date':
      return parseCivilDate(text);
    case 'boolean':
      return text === 'true' || text === 'false' ? text : null;
    case 'uuid':
      return isId(text) ? text : null;
    default:
      return type satisfies never;
  }
}

function numberText(value: number | null): string | null {
  return value === null ? null : String(value);
}
