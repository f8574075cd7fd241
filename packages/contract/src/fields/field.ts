import type { Choice } from '../choices.ts';

/** money: yuan text "1234.50" · percent: a year, text "12.0000" · date: YYYY-MM-DD · choice: one of `choices`. */
export type FieldType = 'text' | 'code' | 'money' | 'percent' | 'integer' | 'date' | 'date_time' | 'choice' | 'boolean' | 'tags';

/** JR/T 0171: C2 is personal financial data, C1 internal data. C3 never enters the ledger. */
export type Sensitivity = 'C1' | 'C2';

/** How a sealed field looks to those who may not see it in full. */
export type MaskKind = 'id_number' | 'phone' | 'account' | 'address' | 'email' | 'contact';

/** One field of the ledger template. Grid, form, import, export, mask and help all derive from it. */
export interface Field {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly type: FieldType;
  readonly group: string;
  readonly sensitivity: Sensitivity;
  /** Present on fields that are stored sealed; lists carry the mask only. */
  readonly mask?: MaskKind;
  readonly choices?: readonly Choice[];
  /** A fact a person may edit; absent on derived and posted figures. */
  readonly isEditable?: boolean;
  readonly isRequired?: boolean;
  readonly maxLength?: number;
  /** Offered for sorting: only what an index serves. */
  readonly isSortable?: boolean;
  readonly isFilterable?: boolean;
  /** Shown in a list until the user chooses columns. */
  readonly isShown?: boolean;
  /** Column width in CSS pixels. */
  readonly width?: number;
  /** Summed over the filter in footers and exports. */
  readonly isSummed?: boolean;
}

export interface FieldGroup {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}
