import { choiceLabel, methods } from '@loanbook/contract/choices.ts';
import { loanFactsSchema, type LoanFacts } from '@loanbook/contract/features/loans.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { fen, formatYuan, parseYuan, type Fen } from '@loanbook/engine/money.ts';
import type { LoanRecord, RepaymentRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { TakenOverLoan, TakenOverReceipt } from '../loans/loans.index.ts';
import type { ImportReport } from './import-report.ts';
import { takeOverLoan } from './take-over-loan.ts';
import { takenOverReceipt } from './taken-over-receipt.ts';

type LeftOut = ImportReport['leftOut'][number];

/** A loan of the ledger in the book's words, before it has a number and a borrower. */
export type StatedLoan = Omit<TakenOverLoan, 'facts' | 'customerId'> & { readonly facts: LoanFacts };

/**
 * @param asOf the day whose balances the ledger states
 * @param hasReceipts the ledger keeps receipts at all, so that those of one loan can stand for what was repaid
 * @param leftOut gets what cannot be written, by name
 */
export function loanToTakeOver(record: LoanRecord, asOf: CivilDate, repayments: readonly RepaymentRecord[], hasReceipts: boolean, leftOut: LeftOut[]): StatedLoan | null {
  const takeOver = takeOverLoan(record, asOf, hasReceipts ? repaidPrincipal(repayments) : null);
  if (typeof takeOver === 'string') {
    leftOut.push(leave('loan', record, takeOver));
    return null;
  }
  return {
    receipts: statedReceipts(repayments, leftOut), statedRepaid: statedRepaid(record),
    facts: factsOf(record, takeOver.unstated.includes('method')),
    terms: takeOver.terms, unstated: takeOver.unstated,
    termMonths: record.termMonths !== undefined && record.termMonths > 0 ? record.termMonths : null,
    flags: [...(record.flags ?? []), ...takeOver.flags],
    events: takeOver.events,
  };
}

export function statedReceipts(repayments: readonly RepaymentRecord[], leftOut: LeftOut[]): TakenOverReceipt[] {
  return repayments.flatMap((repayment): TakenOverReceipt[] => {
    const receipt = takenOverReceipt(repayment);
    if (receipt === null) leftOut.push(leave('repayment', repayment, 'amount_unknown'));
    return receipt === null ? [] : [receipt];
  });
}

export function leave(table: LeftOut['table'], record: { readonly source: LeftOut['source'] }, reason: LeftOut['reason']): LeftOut {
  return { table, source: { ...record.source }, reason };
}

/** 已还本金 and 已还利息 as the ledger's own columns say them. */
function statedRepaid(record: LoanRecord): { principalFen?: Fen; interestFen?: Fen } {
  const principalFen = record.repaidPrincipal === undefined ? null : parseYuan(record.repaidPrincipal);
  const interestFen = record.repaidInterest === undefined ? null : parseYuan(record.repaidInterest);
  return { ...(principalFen === null || principalFen < 0 ? {} : { principalFen }), ...(interestFen === null ? {} : { interestFen }) };
}

function repaidPrincipal(repayments: readonly RepaymentRecord[]): string {
  return formatYuan(fen(repayments.reduce((sum, repayment) => sum + (repayment.reversed === true || repayment.principal === undefined ? 0 : (parseYuan(repayment.principal) ?? 0)), 0)));
}

/** Facts the book would not take as they stand (too long, say) are left empty; the reader has their cells. */
export function factsOf(record: LoanRecord, isMethodUnused: boolean): LoanFacts {
  const shape = loanFactsSchema.shape;
  const candidate: Record<string, unknown> = { ...record, note: noteOf(record, isMethodUnused) };
  const facts: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(shape)) {
    const parsed = schema.safeParse(candidate[key]);
    if (parsed.success && parsed.data !== undefined) facts[key] = parsed.data;
  }
  return loanFactsSchema.parse(facts);
}

/** A method that could not be used for a plan is still what the ledger says. */
function noteOf(record: LoanRecord, isMethodUnused: boolean): string | undefined {
  if (!isMethodUnused || record.method === undefined) return record.note;
  const stated = `接管台账所载还款方式：${choiceLabel(methods, record.method, 'zh')}`;
  return record.note === undefined ? stated : `${record.note}；${stated}`;
}
