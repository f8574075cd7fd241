import { methods } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { refinanceGroup } from '@loanbook/contract/loan-life/refinance-group.ts';
import { fen, type Fen } from '@loanbook/engine/money.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { a4, printPapers, type LedgerDocument } from '../../platform/paper/ledger-document.ts';
import { writeFacts, writeHeading, writeParagraph, writeSectionTitle, writeSignatures } from '../../platform/paper/paper-parts.ts';
import { writeTable } from '../../platform/paper/paper-table.ts';
import { moneyText, percentText, type Printing } from '../../platform/paper/printing.ts';
import { amountInBoth, borrowerFacts, cellText, choiceText, classText, installmentLabel, paperReference } from './paper-loan.ts';

/** A refinancing that stands: the new loan's money repaid the old one. */
export interface RefinanceSummary {
  readonly old: Loan;
  readonly renewed: Loan;
  readonly reason: string | null;
}

const words = {
  zh: {
    title: '借新还旧摘要', reason: '原因', loans: '两笔贷款', item: '项目', old: '原贷款', renewed: '新贷款', items: ['借据号', '合同编号', '放款日', '到期日', '年利率', '还款方式', '放款金额', '五级分类'],
    money: '款项', moneyColumns: ['款项', '金额（元）'], payoff: '原贷款结清金额', fromNew: '由新贷款归还', own: '借款人自有资金归还', handedOut: '新贷款交付借款人',
    settled: (date: string, amount: string) => `原贷款于 ${date} 由新贷款归还结清，结清金额 ${amount}。新贷款按下列计划偿还，双方权利义务以新合同为准；符合条件的续贷除外，分类不优于关注类。`,
    plan: '新贷款的还款计划', planColumns: ['期次', '应还日期', '应还本金', '应还利息', '应还合计'], total: '合计', none: '—',
    signatures: ['借款人：', '担保人：', '贷款人（盖章）：'], footnote: (date: string) => `打印于 ${date}；以双方签署的合同为准`,
  },
  en: {
    title: 'Summary of the refinancing', reason: 'Reason', loans: 'The two loans', item: 'Item', old: 'Old loan', renewed: 'New loan', items: ['Receipt no.', 'Contract no.', 'Lent on', 'Matures on', 'Annual rate', 'Method', 'Principal', 'Class'],
    money: 'Money', moneyColumns: ['What', 'Amount (CNY)'], payoff: 'Payoff of the old loan', fromNew: 'Repaid by the new loan', own: 'Repaid by the borrower', handedOut: 'Handed to the borrower',
    settled: (date: string, amount: string) => `The old loan was settled on ${date} by the new one; its payoff was ${amount}. The new loan is repaid by the plan below and the new contract decides. Unless it is a qualified renewal, its class is special mention at best.`,
    plan: 'Plan of the new loan', planColumns: ['No.', 'Due on', 'Principal', 'Interest', 'Total'], total: 'Total', none: '—',
    signatures: ['Borrower: ', 'Guarantor: ', 'Lender (seal): '], footnote: (date: string) => `Printed on ${date}; the signed contract decides`,
  },
} as const;

/** Both loans side by side, where the money went, and the new plan as it was lent. */
export function refinanceSummaryPdf(summary: RefinanceSummary, printing: Printing): Promise<Buffer> {
  const text = words[printing.language];
  return printPapers({ ...a4, title: text.title, footnote: text.footnote(printing.businessDate) }, printing, [summary], (document) => writeSummary(document, summary, printing));
}

function writeSummary(document: LedgerDocument, { old, renewed, reason }: RefinanceSummary, printing: Printing): void {
  const { language } = printing;
  const text = words[language];
  const money = moneyOf(old, renewed);
  writeHeading(document, printing.lender, text.title, paperReference('BG', old, printing));
  writeFacts(document, [...borrowerFacts(old, language).slice(0, 2), [text.reason, reason]], 2);
  writeSectionTitle(document, text.loans);
  const [left, right] = [columnOf(old, language), columnOf(renewed, language)];
  writeTable(document, [text.item, text.old, text.renewed].map((title, index) => ({ title, isNumber: index > 0 })), text.items.map((item, index) => [item, left[index] ?? '', right[index] ?? '']));
  writeSectionTitle(document, text.money);
  const lines = [[text.payoff, money.payoffFen], [text.fromNew, money.fromNewFen], [text.own, money.ownFen], [text.handedOut, money.handedOutFen]] as const;
  writeTable(document, text.moneyColumns.map((title, index) => ({ title, isNumber: index === 1 })), lines.map(([line, amountFen]) => [line, moneyText(amountFen)]));
  document.moveDown(0.5);
  writeParagraph(document, text.settled(money.settledOn, amountInBoth(money.payoffFen, language)));
  writeSignatures(document, text.signatures);
  writeSectionTitle(document, text.plan);
  // As it was lent: what has been paid since is on the plan's own paper.
  const rows = replay(renewed.terms, renewed.events.filter((event) => event.sequence === 1), renewed.terms.startsOn).installments;
  const sum = (amountOf: (row: (typeof rows)[number]) => number): string => moneyText(rows.reduce((total, row) => total + amountOf(row), 0));
  writeTable(document, text.planColumns.map((title, index) => ({ title, isNumber: index >= 2 })), rows.map((row) => [installmentLabel(row.number, language), row.dueOn, moneyText(row.principalFen), moneyText(row.interestFen), moneyText(row.principalFen + row.interestFen)]), [
    text.total, '', sum((row) => row.principalFen), sum((row) => row.interestFen), sum((row) => row.principalFen + row.interestFen),
  ]);
}

interface RefinanceMoney {
  readonly settledOn: string;
  readonly payoffFen: Fen;
  readonly fromNewFen: Fen;
  readonly ownFen: Fen;
  readonly handedOutFen: Fen;
}

/** The refinancing entered a link, the borrower's own receipt where there was one, the new loan's money, and the settlement. */
function moneyOf(old: Loan, renewed: Loan): RefinanceMoney {
  const group = refinanceGroup(old.events);
  const receipts = group.flatMap((event) => (event.type === 'repay' ? [event.amountFen] : []));
  const fromNewFen = receipts.at(-1) ?? fen(0);
  const payoffFen = fen(receipts.reduce<number>((sum, amountFen) => sum + amountFen, 0));
  return { settledOn: group[0]?.occurredOn ?? '', payoffFen, fromNewFen, ownFen: fen(payoffFen - fromNewFen), handedOutFen: fen(renewed.terms.principalFen - fromNewFen) };
}

function columnOf(loan: Loan, language: 'zh' | 'en'): readonly string[] {
  const { none } = words[language];
  const cell = (key: string): string => cellText(loan, key) ?? none;
  return [
    cell('receiptNo'), cell('contractNo'), cell('disbursedOn'), cell('maturesOn'), percentText(cellText(loan, 'annualRatePct')) ?? none,
    choiceText(methods, cellText(loan, 'method'), language) ?? none, cellText(loan, 'principal') === null ? none : moneyText(loan.terms.principalFen), classText(loan.state.fiveTierClass, language),
  ];
}
