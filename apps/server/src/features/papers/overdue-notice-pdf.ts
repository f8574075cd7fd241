import type { Loan } from '@loanbook/contract/features/loans.ts';
import { addDays, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { a4, printPapers, type LedgerDocument } from '../../platform/paper/ledger-document.ts';
import { writeFacts, writeHeading, writeParagraph, writeSignatures } from '../../platform/paper/paper-parts.ts';
import { moneyText, type Printing } from '../../platform/paper/printing.ts';
import { overdueTotalFen, writeChargesTable, writeOverdueTable } from './overdue-tables.ts';
import { amountInBoth, borrowerFacts, cellText, paperReference, termsFacts } from './paper-loan.ts';

export interface NoticeTerms {
  readonly payBy: CivilDate;
  readonly payTo: string | null;
}

const words = {
  zh: {
    title: '逾期通知书', dear: (name: string) => `${name}：`,
    text: (contract: string, disbursedOn: string, days: number, asOf: string, amount: string) => `您在我处的贷款（${contract}）${disbursedOn}，截至 ${asOf} 已逾期 ${days} 天，逾期本金、利息、罚息、复利和费用合计 ${amount}。`,
    lent: (date: string) => `于 ${date} 发放`, receipt: (receiptNo: string) => `借据号 ${receiptNo}`,
    ask: (payBy: string) => `请于 ${payBy} 前足额付清。逾期未付的，我处将按合同约定继续计收罚息、复利，并保留依法追偿、处置担保物的权利。`,
    daily: (amount: string) => `付清之前，每过一天另加约 ¥${amount}，实付金额以付款当日为准。已经付款的，请忽略本通知并与客户经理核对。`,
    payTo: '收款账户', signatures: ['送达人：', '收件人（签收）：', '贷款人（盖章）：'], footnote: (date: string) => `金额截至 ${date}`,
  },
  en: {
    title: 'Notice of overdue payment', dear: (name: string) => `${name},`,
    text: (contract: string, disbursedOn: string, days: number, asOf: string, amount: string) => `your loan (${contract})${disbursedOn} is ${days} days past due as of ${asOf}. Principal, interest, penalty, compound interest and fees past due come to ${amount}.`,
    lent: (date: string) => `, lent on ${date},`, receipt: (receiptNo: string) => `receipt no. ${receiptNo}`,
    ask: (payBy: string) => `Please pay in full by ${payBy}. Until then penalty and compound interest run on as the contract says, and we keep our right to recover the debt and to realise the security.`,
    daily: (amount: string) => `Each further day adds about ¥${amount}; what counts is the amount on the day of payment. If you have paid already, please disregard this notice and check with your loan officer.`,
    payTo: 'Pay to', signatures: ['Delivered by: ', 'Received by: ', 'Lender (seal): '], footnote: (date: string) => `Amounts as of ${date}`,
  },
} as const;

/** One notice a loan, each on pages of its own; every loan must be past due. */
export function overdueNoticesPdf(loans: readonly Loan[], terms: NoticeTerms, printing: Printing): Promise<Buffer> {
  const text = words[printing.language];
  return printPapers({ ...a4, title: text.title, footnote: text.footnote(printing.businessDate) }, printing, loans, (document, loan) => writeNotice(document, loan, terms, printing));
}

function writeNotice(document: LedgerDocument, loan: Loan, { payBy, payTo }: NoticeTerms, printing: Printing): void {
  const { language } = printing;
  const text = words[language];
  const { state } = loan;
  const totalFen = overdueTotalFen(state);
  const disbursedOn = cellText(loan, 'disbursedOn');
  writeHeading(document, printing.lender, text.title, paperReference('YQ', loan, printing));
  writeParagraph(document, text.dear(cellText(loan, 'customerName') ?? ''));
  writeParagraph(document, text.text(text.receipt(cellText(loan, 'receiptNo') ?? ''), disbursedOn === null ? '' : text.lent(disbursedOn), state.daysPastDue, state.asOf, amountInBoth(totalFen, language)));
  writeParagraph(document, text.ask(payBy));
  const { balances: next } = replay(loan.terms, loan.events, addDays(state.asOf, 1));
  const dailyFen = next.penaltyFen + next.compoundFen - state.balances.penaltyFen - state.balances.compoundFen;
  if (dailyFen > 0) writeParagraph(document, text.daily(moneyText(dailyFen)));
  document.moveDown(0.3);
  writeFacts(document, [...borrowerFacts(loan, language), ...termsFacts(loan, language)], 2);
  if (payTo) writeFacts(document, [[text.payTo, payTo]], 1);
  writeOverdueTable(document, state, language);
  writeSignatures(document, text.signatures);
  writeChargesTable(document, loan, state, language);
}
