import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { failure } from '../failure.ts';
import { isId } from '../ids.ts';
import type { ListDefinition, SortType } from './list-definition.ts';
import type { ListOrder, ListPosition } from './list-order.ts';

/** Opaque to clients; holds nothing that the page before did not show. Every part is checked when it comes back. */
export function writeCursor(list: ListDefinition, order: ListOrder, position: ListPosition): string {
  return Buffer.from(JSON.stringify([orderName(list, order), position.value, ...position.id])).toString('base64url');
}

/** @throws Failure cursor_invalid when the text is not a position in this list and order */
export function readCursor(list: ListDefinition, order: ListOrder, text: string): ListPosition {
  const parts = parseParts(text);
  const [name, value, ...id] = parts;
  const isFitting = name === orderName(list, order)
    && (value === null ? order.isNullable : isOfType(order.type, value))
    && id.length === list.id.length
    && list.id.every((part, index) => isOfType(part.type, id[index]));
  if (!isFitting) throw failure('cursor_invalid');
  return { value: value ?? null, id: id.map(String) };
}

function orderName(list: ListDefinition, order: ListOrder): string {
  return `${list.ledger.name}.${order.key}.${order.direction}`;
}

function parseParts(text: string): readonly (string | null)[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.every((part) => part === null || typeof part === 'string')) return parts;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw failure('cursor_invalid');
}

function isOfType(type: SortType, value: string | null | undefined): boolean {
  if (typeof value !== 'string') return false;
  switch (type) {
    case 'text':
      return !value.includes('\u0000');
    case 'bigint':
      return /^-?\d{1,18}$/.test(value);
    case 'integer':
      return /^-?\d{1,9}$/.test(value);
    case 'date':
      return parseCivilDate(value) !== null;
    case 'uuid':
      return isId(value);
    default:
      return type satisfies never;
  }
}
