import type { Customer } from '@loanbook/contract/features/customers.ts';
import { customerFields } from '@loanbook/contract/fields/customer-fields.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';

/** A fact on which two customers differ. `isTaken` by default where only the other one has it. */
export interface FactChoice {
  readonly field: Field;
  readonly here: Cell | undefined;
  readonly theirs: Cell | undefined;
  readonly isTakenAtFirst: boolean;
}

/** Facts that the other customer has and that say something else than here; what they lack is no question. */
export function factChoices(kept: Customer, other: Customer): FactChoice[] {
  return customerFields.filter((field) => field.isEditable === true).flatMap((field) => {
    const here = kept.cells[field.key];
    const theirs = other.cells[field.key];
    if (isEmpty(theirs) || isSame(here, theirs)) return [];
    return [{ field, here, theirs, isTakenAtFirst: isEmpty(here) }];
  });
}

/** `false` of a flag is as good as nothing: it never has to win over a `true`. */
function isEmpty(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || cell === '' || cell === false || (Array.isArray(cell) && cell.length === 0);
}

function isSame(left: Cell | undefined, right: Cell | undefined): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}
