import { channels } from '@loanbook/contract/choices.ts';
import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { fen, parseYuan, type Fen } from '@loanbook/engine/money.ts';
import type { RepaymentRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { TakenOverReceipt } from '../loans/loans.index.ts';

const partKeys = ['principal', 'interest', 'penalty', 'compound', 'fee'] as const;

/** A receipt of the old book as that book states it; null when it states no amount at all. */
export function takenOverReceipt(record: RepaymentRecord): TakenOverReceipt | null {
  const parts = partKeys.map((key) => amountOf(record[key]));
  const stated = parts.filter((part) => part !== null);
  const totalFen = amountOf(record.total) ?? (stated.length === 0 ? null : fen(stated.reduce((sum, part) => sum + part, 0)));
  if (totalFen === null) return null;
  const [principalFen = null, interestFen = null, penaltyFen = null, compoundFen = null, feeFen = null] = parts;
  return {
    installmentNo: record.installmentNo ?? null,
    dueOn: record.dueOn === undefined ? null : parseCivilDate(record.dueOn),
    paidOn: record.paidOn === undefined ? null : parseCivilDate(record.paidOn),
    totalFen, principalFen, interestFen, penaltyFen, compoundFen, feeFen,
    channel: channels.some((choice) => choice.value === record.channel) ? (record.channel ?? null) : null,
    externalRef: record.externalRef ?? null, payerName: record.payerName ?? null, note: record.note ?? null,
    // A red-ink line stays as its own negative receipt; only a line marked void no longer counts.
    isReversed: record.reversed === true && totalFen > 0,
  };
}

function amountOf(text: string | undefined): Fen | null {
  return text === undefined ? null : parseYuan(text);
}
