import { codeKey } from '../values/read-code.ts';
import type { DraftValues } from './draft-values.ts';
import type { RepaymentDraft } from './repayment-draft.ts';
import type { TableRow } from './table-row.ts';

const sameKeys = ['total', 'principal', 'interest', 'penalty', 'installmentNo', 'reversed'] as const;

/** Finds receipts that are entered twice: the same 流水号, or without one the very same line. */
export class RepaymentDuplicates {
  readonly #byReference = new Map<string, RepaymentDraft>();
  readonly #byContent = new Map<string, RepaymentDraft>();

  /** Whether the receipt was read before; reports it and remembers it otherwise. */
  isRepeat(row: TableRow, repayment: RepaymentDraft): boolean {
    const { values } = repayment;
    const reference = typeof values.externalRef === 'string' ? values.externalRef : null;
    const first = reference ? this.#byReference.get(codeKey(reference)) : this.#byContent.get(contentKey(repayment));
    if (first && (!reference || isSame(first.values, values))) {
      row.report(reference ? 'repayment.externalRef' : 'repayment.paidOn', {
        kind: 'duplicate',
        severity: 'warning',
        zh: `与第 ${first.source.row} 行重复登记${reference ? `（流水号 ${reference}）` : ''}，只取一次`,
        en: `Entered before in row ${first.source.row}${reference ? ` (${reference})` : ''}; taken once`,
      });
      row.table.findings.repeatedRows.add(row.row);
      return true;
    }
    if (reference && !first) this.#byReference.set(codeKey(reference), repayment);
    if (!reference) this.#byContent.set(contentKey(repayment), repayment);
    return false;
  }
}

/** One 流水号 may cover several loans; only the same money on the same loan is a repeat. */
function isSame(left: DraftValues, right: DraftValues): boolean {
  const sameLoan = !left.receiptNo || !right.receiptNo || codeKey(String(left.receiptNo)) === codeKey(String(right.receiptNo));
  return sameLoan && sameKeys.every((key) => left[key] === right[key] || left[key] === undefined || right[key] === undefined);
}

function contentKey({ loan, values, source }: RepaymentDraft): string {
  const own = loan?.ref ?? `${String(values.contractNo ?? '')}|${String(values.receiptNo ?? '')}|${String(values.customerName ?? '')}`;
  if (values.paidOn === undefined) return `row ${source.sheet} ${source.row}`;
  return [own, values.paidOn, ...sameKeys.map((key) => String(values[key] ?? ''))].join('|');
}
