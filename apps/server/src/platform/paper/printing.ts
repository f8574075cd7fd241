import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import type { SignedIn } from '../session-store.ts';
import type { Tx } from '../transaction.ts';

/** What a paper says beside the ledger's own figures. */
export interface Printing {
  readonly lender: string;
  readonly language: 'zh' | 'en';
  readonly businessDate: CivilDate;
  readonly now: Date;
}

export function printingFor(tx: Tx, session: SignedIn): Printing {
  return { lender: session.institutionName, language: session.language, businessDate: tx.businessDate, now: tx.now };
}

/** 123456780 fen as people write it: 1,234,567.80. */
export function moneyText(amountFen: number): string {
  return formatYuan(fen(amountFen)).replace(/\B(?=(\d{3})+(?=\.))/g, ',');
}

/** "12.0000" as 12.00 %. */
export function percentText(percent: string | null): string | null {
  return percent === null ? null : `${percent.replace(/(\.\d\d\d*?)0{1,2}$/, '$1')} %`;
}
