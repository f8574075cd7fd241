import { customerFields } from '@loanbook/contract/fields/customer-fields.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import type { SealedColumn } from '../../platform/sealing.ts';

/** Where a catalogue field of a customer is stored. */
export type CustomerColumn =
  | { readonly kind: 'plain'; readonly column: string }
  | { readonly kind: 'money'; readonly column: string }
  /** `column` stands for column_sealed, column_mask and column_index. */
  | { readonly kind: 'sealed'; readonly column: SealedColumn<'customer'> };

const sealedColumns: Readonly<Record<string, SealedColumn<'customer'>>> = {
  idNumber: 'id_number', mobile: 'mobile', phone2: 'phone2', email: 'email', address: 'address', registeredAddress: 'registered_address',
  bankAccount: 'bank_account', spouseIdNumber: 'spouse_id_number', spouseMobile: 'spouse_mobile', emergencyContact: 'emergency_contact',
};

export const customerColumns: ReadonlyMap<string, CustomerColumn> = new Map(customerFields.map((field) => [field.key, columnOf(field)]));

/** @throws Error for a field that is masked in the catalogue but has no sealed column, so that none is stored in clear by mistake */
function columnOf(field: Field): CustomerColumn {
  const column = field.key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (field.mask) {
    const sealed = sealedColumns[field.key];
    if (!sealed) throw new Error(`${field.key} has no sealed column`);
    return { kind: 'sealed', column: sealed };
  }
  return field.type === 'money' ? { kind: 'money', column: `${column}_fen` } : { kind: 'plain', column };
}
