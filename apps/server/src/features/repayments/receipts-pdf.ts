import { channels, choiceLabel } from '@loanbook/contract/choices.ts';
import { capitalAmount } from '@loanbook/engine/capital-amount.ts';
import { fen } from '@loanbook/engine/money.ts';
import { ink, printPapers, textSize, type LedgerDocument } from '../../platform/paper/ledger-document.ts';
import { writeFacts, writeHeading, writeParagraph, writeSignatures } from '../../platform/paper/paper-parts.ts';
import { writeTable } from '../../platform/paper/paper-table.ts';
import { moneyText, type Printing } from '../../platform/paper/printing.ts';

/** Everything a receipt's paper says. Amounts in fen; null where the old book says nothing. */
export interface PrintedReceipt {
  /** Null for a receipt of an old book, which has its own paper. */
  readonly number: string | null;
  readonly paidOn: string | null;
  readonly borrower: string;
  readonly payer: string | null;
  readonly loanReceiptNo: string;
  readonly contractNo: string | null;
  readonly totalFen: number;
  readonly channel: string | null;
  readonly externalRef: string | null;
  readonly note: string | null;
  readonly split: ReceiptSplit;
  readonly principalLeftFen: number | null;
  readonly cashier: string | null;
  readonly isReversed: boolean;
  /** The split as it stands now, when a later entry changed it. */
  readonly splitNow: ReceiptSplit | null;
}

export interface ReceiptSplit {
  readonly feeFen: number | null;
  readonly compoundFen: number | null;
  readonly penaltyFen: number | null;
  readonly interestFen: number | null;
  readonly principalFen: number | null;
  readonly creditFen: number | null;
}

const words = {
  zh: {
    title: '收　据', number: '编号', paidOn: '收款日期', borrower: '借款人', payer: '交款人', loanReceiptNo: '借据号', contractNo: '合同编号', amount: '收款金额', inWords: '大写', channel: '收款方式', externalRef: '流水号', note: '备注',
    split: ['费用', '复利', '罚息', '利息', '本金', '暂收款', '合计'], balance: '收款后贷款余额', cashier: '经办人：', payerSign: '交款人（签字）：', lenderSign: '收款单位（盖章）：', reversed: '此收据已冲正，作废',
    reallocated: '此后这笔款的用途有变化（暂收款到期使用，或其后的登记），现为：', takenOver: '接管的历史收款，按原台账所载。', footnote: (date: string) => `打印于 ${date}`,
  },
  en: {
    title: 'Receipt', number: 'No.', paidOn: 'Received on', borrower: 'Borrower', payer: 'Paid by', loanReceiptNo: 'Loan receipt no.', contractNo: 'Contract no.', amount: 'Amount', inWords: 'In capitals', channel: 'Channel', externalRef: 'Reference',
    note: 'Note', split: ['Fee', 'Compound', 'Penalty', 'Interest', 'Principal', 'Credit', 'Total'], balance: 'Loan balance afterwards', cashier: 'Cashier: ', payerSign: 'Payer (signature): ', lenderSign: 'Lender (seal): ',
    reversed: 'This receipt was reversed and is void', reallocated: 'Since then the use of this money has changed (credit used on a due date, or a later entry). It now counts as:', takenOver: 'A receipt of the earlier ledger, as that ledger states it.',
    footnote: (date: string) => `Printed on ${date}`,
  },
} as const;

/** A5 across, one receipt a page: each as it was posted, with a line where it was changed or reversed since. */
export function receiptsPdf(receipts: readonly PrintedReceipt[], printing: Printing): Promise<Buffer> {
  const text = words[printing.language];
  const paper = { size: 'A5', isLandscape: true, margin: 36, title: text.title, footnote: text.footnote(printing.businessDate) } as const;
  return printPapers(paper, printing, receipts, (document, receipt) => writeReceipt(document, receipt, printing));
}

function writeReceipt(document: LedgerDocument, receipt: PrintedReceipt, printing: Printing): void {
  const text = words[printing.language];
  writeHeading(document, printing.lender, text.title);
  writeFacts(document, [
    [text.number, receipt.number], [text.paidOn, receipt.paidOn], [text.borrower, receipt.borrower], [text.payer, receipt.payer], [text.loanReceiptNo, receipt.loanReceiptNo], [text.contractNo, receipt.contractNo],
    [text.channel, receipt.channel === null ? null : choiceLabel(channels, receipt.channel, printing.language)], [text.externalRef, receipt.externalRef],
  ], 2);
  writeFacts(document, [[text.amount, `¥${moneyText(receipt.totalFen)}　${text.inWords}　人民币${capitalAmount(fen(receipt.totalFen))}`], [text.note, receipt.note]], 1);
  document.moveDown(0.4);
  writeSplit(document, text.split, receipt.split, receipt.totalFen);
  document.moveDown(0.5);
  if (receipt.principalLeftFen !== null) document.text(`${text.balance}　¥${moneyText(receipt.principalLeftFen)}`);
  writeRemarks(document, receipt, text);
  writeSignatures(document, [text.payerSign, `${text.cashier}${receipt.cashier ?? ''}`, text.lenderSign], true);
}

function writeSplit(document: LedgerDocument, titles: readonly string[], split: ReceiptSplit, totalFen: number): void {
  const amounts = [split.feeFen, split.compoundFen, split.penaltyFen, split.interestFen, split.principalFen, split.creditFen];
  writeTable(document, titles.map((title) => ({ title, isNumber: true })), [[...amounts.map((amountFen) => (amountFen === null ? '—' : moneyText(amountFen))), moneyText(totalFen)]]);
}

function writeRemarks(document: LedgerDocument, receipt: PrintedReceipt, text: (typeof words)[keyof typeof words]): void {
  if (receipt.number === null) writeParagraph(document, text.takenOver);
  if (receipt.isReversed) document.moveDown(0.3).fillColor('#b42318').fontSize(13).text(text.reversed).fillColor(ink).fontSize(textSize);
  else if (receipt.splitNow) {
    document.moveDown(0.3);
    writeParagraph(document, text.reallocated);
    writeSplit(document, text.split, receipt.splitNow, receipt.totalFen);
  }
}
