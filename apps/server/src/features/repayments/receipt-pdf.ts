import { channels, choiceLabel } from '@loanbook/contract/choices.ts';
import { capitalAmount } from '@loanbook/engine/capital-amount.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { contentWidth, finishDocument, groupedYuan, startDocument, writeFacts, writeHeading, writeTable, type LedgerDocument, type Paper, type Printing } from '../loans/loans.index.ts';

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
    reallocated: '此后这笔款的用途有变化（暂收款到期使用，或其后的登记），现为：', takenOver: '接管的历史收款，按原台账所载。', footnote: (date: string) => `打印于 ${date}`, page: (page: number, pages: number) => `第 ${page} 页 / 共 ${pages} 页`,
  },
  en: {
    title: 'Receipt', number: 'No.', paidOn: 'Received on', borrower: 'Borrower', payer: 'Paid by', loanReceiptNo: 'Loan receipt no.', contractNo: 'Contract no.', amount: 'Amount', inWords: 'In capitals', channel: 'Channel', externalRef: 'Reference',
    note: 'Note', split: ['Fee', 'Compound', 'Penalty', 'Interest', 'Principal', 'Credit', 'Total'], balance: 'Loan balance afterwards', cashier: 'Cashier: ', payerSign: 'Payer (signature): ', lenderSign: 'Lender (seal): ',
    reversed: 'This receipt was reversed and is void', reallocated: 'Since then the use of this money has changed (credit used on a due date, or a later entry). It now counts as:', takenOver: 'A receipt of the earlier ledger, as that ledger states it.',
    footnote: (date: string) => `Printed on ${date}`, page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
} as const;

/** A5 across: the receipt as it was posted, with a line where it was changed or reversed since. */
export async function receiptPdf(receipt: PrintedReceipt, printing: Printing): Promise<Buffer> {
  const text = words[printing.language];
  const paper: Paper = { size: 'A5', isLandscape: true, margin: 36, title: text.title, footnote: text.footnote(printing.businessDate) };
  const document = startDocument(paper, printing.now);
  writeHeading(document, printing.lender, text.title);
  writeFacts(document, [
    [text.number, receipt.number], [text.paidOn, receipt.paidOn], [text.borrower, receipt.borrower], [text.payer, receipt.payer], [text.loanReceiptNo, receipt.loanReceiptNo], [text.contractNo, receipt.contractNo],
    [text.channel, receipt.channel === null ? null : choiceLabel(channels, receipt.channel, printing.language)], [text.externalRef, receipt.externalRef],
  ], 2);
  writeFacts(document, [[text.amount, `¥${money(receipt.totalFen)}　${text.inWords}　人民币${capitalAmount(fen(receipt.totalFen))}`], [text.note, receipt.note]], 1);
  document.moveDown(0.4);
  writeSplit(document, text.split, receipt.split, receipt.totalFen);
  document.moveDown(0.5);
  if (receipt.principalLeftFen !== null) document.text(`${text.balance}　¥${money(receipt.principalLeftFen)}`);
  writeRemarks(document, receipt, text);
  writeSignatures(document, [text.payerSign, `${text.cashier}${receipt.cashier ?? ''}`, text.lenderSign]);
  return finishDocument(document, paper, text.page);
}

function writeSplit(document: LedgerDocument, titles: readonly string[], split: ReceiptSplit, totalFen: number): void {
  const width = contentWidth(document) / titles.length;
  const amounts = [split.feeFen, split.compoundFen, split.penaltyFen, split.interestFen, split.principalFen, split.creditFen];
  writeTable(document, titles.map((title) => ({ title, width, isNumber: true })), [[...amounts.map((amountFen) => (amountFen === null ? '—' : money(amountFen))), money(totalFen)]], null);
}

function writeRemarks(document: LedgerDocument, receipt: PrintedReceipt, text: (typeof words)[keyof typeof words]): void {
  if (receipt.number === null) document.moveDown(0.3).text(text.takenOver);
  if (receipt.isReversed) document.moveDown(0.3).fillColor('#b42318').fontSize(13).text(text.reversed).fillColor('#1f2328').fontSize(9);
  else if (receipt.splitNow) {
    document.moveDown(0.3).text(text.reallocated).moveDown(0.2);
    writeSplit(document, text.split, receipt.splitNow, receipt.totalFen);
  }
}

/** At the foot of the paper, with room to sign. */
function writeSignatures(document: LedgerDocument, labels: readonly string[]): void {
  const { page } = document;
  const width = contentWidth(document) / labels.length;
  const top = Math.max(document.y + 14, page.height - page.margins.bottom - 34);
  labels.forEach((label, index) => {
    const x = page.margins.left + index * width;
    document.text(label, x, top, { width: width - 14, lineBreak: false });
    document.lineWidth(0.5).moveTo(x, top + 16).lineTo(x + width - 14, top + 16).stroke('#8c959f');
  });
}

function money(amountFen: number): string {
  return groupedYuan(formatYuan(fen(amountFen)));
}
