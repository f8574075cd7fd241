import type { ListName } from '@loanbook/contract/fields/ledger-lists.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import type { Cell, ListRow } from '@loanbook/contract/list-query.ts';
import { addDays, parseCivilDate } from '@loanbook/engine/civil-date.ts';
import type { Tone } from '../core/grid-column.ts';

const toneOfValue: Readonly<Record<string, Readonly<Record<string, Tone>>>> = {
  status: { active: 'good', paid: 'good', overdue: 'danger', defaulted: 'strongDanger', written_off: 'neutral', settled: 'quiet', void: 'quiet', pending: 'neutral', due_today: 'warning', partial: 'warning' },
  class: { normal: 'good', special_mention: 'warning', substandard: 'danger', doubtful: 'danger', loss: 'danger' },
  riskLevel: { low: 'good', medium: 'warning', high: 'danger' },
};

/** Fields whose values are drawn as small coloured tags. */
export function isTagField(field: Field): boolean {
  return field.key in toneOfValue || field.key === 'overdueBucket';
}

/** Red means overdue or harmful, amber due within seven days or to be watched; everything else stays calm. */
export function cellTone(list: ListName, field: Field, row: ListRow, businessDate: string | undefined): Tone | undefined {
  const cell = row.cells[field.key];
  const ofValue = typeof cell === 'string' ? toneOfValue[field.key]?.[cell] : undefined;
  if (ofValue !== undefined) return ofValue;
  switch (field.key) {
    case 'overdueDays': return typeof cell === 'number' && cell > 0 ? 'danger' : 'quiet';
    // Days and one amount are red already; a row of nothing but red would say nothing.
    case 'overdueBucket': return 'neutral';
    case 'amountOverdue': return isPositive(cell) ? 'danger' : 'quiet';
    case 'overduePrincipal': return list === 'overdue' ? undefined : isPositive(cell) ? 'danger' : 'quiet';
    case 'blacklisted': return cell === true ? 'danger' : 'quiet';
    case 'reversed': return cell === true ? 'warning' : 'quiet';
    case 'dueOn': return list === 'installments' && row.cells['status'] !== 'paid' ? dayTone(cell, businessDate) : undefined;
    case 'unpaid': return list === 'installments' && row.cells['status'] === 'overdue' ? 'danger' : undefined;
    case 'nextDueOn':
    case 'maturesOn': return isRunning(row) ? dayTone(cell, businessDate) : undefined;
    default: return undefined;
  }
}

function isRunning(row: ListRow): boolean {
  const status = row.cells['status'];
  return status === 'active' || status === 'overdue' || status === 'defaulted';
}

function isPositive(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && /[1-9]/.test(cell) && !cell.startsWith('-');
}

function dayTone(cell: Cell | undefined, businessDate: string | undefined): Tone | undefined {
  const today = parseCivilDate(businessDate ?? '');
  if (typeof cell !== 'string' || today === null) return undefined;
  if (cell < today) return 'danger';
  return cell <= addDays(today, 7) ? 'warning' : undefined;
}
