import { choiceLabel, installmentStatuses, interestModes, methods } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { capitalAmount } from '@loanbook/engine/capital-amount.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { contentWidth, finishDocument, groupedYuan, startDocument, writeFacts, writeHeading, writeTable, type Paper, type TableColumn } from './ledger-document.ts';

/** What a printed paper says beside the ledger's own figures. */
export interface Printing {
  readonly lender: string;
  readonly language: 'zh' | 'en';
  readonly businessDate: CivilDate;
  readonly now: Date;
}

const words = {
  zh: {
    title: '还款计划表', borrower: '借款人', receiptNo: '借据号', contractNo: '合同编号', principal: '放款金额', inWords: '大写', rate: '年利率', irr: '年化综合成本(IRR)', method: '还款方式', interestMode: '计息方式',
    disbursedOn: '放款日', maturesOn: '到期日', term: '期限', months: (count: string) => `${count} 个月`, outstanding: '贷款余额', manager: '客户经理',
    columns: ['期次', '应还日期', '应还本金', '应还利息', '应还合计', '剩余本金', '已还', '状态'], total: '合计', arrears: '接管欠款',
    takenOver: (date: string) => `本贷款自 ${date} 由原台账接管，以下为接管后的计划；此前的还款以原台账为准。`,
    noPlan: '本贷款的条件不完整，没有还款计划。',
    footnote: (date: string) => `截至 ${date}。逾期将加收罚息、复利；提前还款或条件变更后以新计划为准。`, page: (page: number, pages: number) => `第 ${page} 页 / 共 ${pages} 页`,
  },
  en: {
    title: 'Repayment plan', borrower: 'Borrower', receiptNo: 'Loan receipt no.', contractNo: 'Contract no.', principal: 'Principal', inWords: 'In capitals', rate: 'Annual rate', irr: 'Yearly cost (IRR)', method: 'Method',
    interestMode: 'Interest mode', disbursedOn: 'Disbursed on', maturesOn: 'Matures on', term: 'Term', months: (count: string) => `${count} months`, outstanding: 'Outstanding', manager: 'Loan officer',
    columns: ['No.', 'Due on', 'Principal', 'Interest', 'Total', 'Balance', 'Paid', 'Status'], total: 'Total', arrears: 'Arrears',
    takenOver: (date: string) => `Taken over from an earlier ledger on ${date}; this is the plan from then on. Earlier receipts are as that ledger states them.`,
    noPlan: 'The terms of this loan are incomplete; it has no plan.',
    footnote: (date: string) => `As of ${date}. Late payment bears penalty and compound interest; early repayment or changed terms make a new plan.`, page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
} as const;

/** A4: the lender, the terms, the plan with what is paid, totals; the table's header on every page. */
export async function planPdf(loan: Loan, printing: Printing): Promise<Buffer> {
  const text = words[printing.language];
  const paper: Paper = { size: 'A4', isLandscape: false, margin: 42, title: text.title, footnote: text.footnote(printing.businessDate) };
  const document = startDocument(paper, printing.now);
  writeHeading(document, printing.lender, text.title);
  writeFacts(document, planFacts(loan, printing.language), 2);
  const opening = loan.events.find((event) => event.type === 'opening');
  if (opening) document.moveDown(0.3).text(text.takenOver(opening.occurredOn));
  document.moveDown(0.6);
  if (loan.state.installments.length === 0) document.text(text.noPlan);
  else writeTable(document, planColumns(contentWidth(document), text.columns), planRows(loan, printing.language), planTotals(loan, text.total));
  return finishDocument(document, paper, text.page);
}

function planFacts(loan: Loan, language: 'zh' | 'en'): [string, string | null][] {
  const text = words[language];
  const cell = (key: string): string | null => {
    const value = loan.cells[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const choice = (list: Parameters<typeof choiceLabel>[0], key: string): string | null => {
    const value = cell(key);
    return value === null ? null : choiceLabel(list, value, language);
  };
  const percent = (value: string | null): string | null => (value === null ? null : `${value.replace(/0{1,2}$/, '')} %`);
  const termMonths = cell('termMonths');
  return [
    [text.borrower, cell('customerName')], [text.receiptNo, cell('receiptNo')],
    ...lentFacts(loan, text),
    [text.rate, percent(cell('annualRatePct'))], [text.irr, percent(loan.irrAnnualPct)],
    [text.method, choice(methods, 'method')], [text.interestMode, choice(interestModes, 'interestMode')],
    [text.disbursedOn, cell('disbursedOn')], [text.maturesOn, cell('maturesOn')],
    [text.term, termMonths === null ? null : text.months(termMonths)], [text.outstanding, `¥${groupedYuan(formatYuan(loan.state.balances.principalFen))}`],
    [text.contractNo, cell('contractNo')], [text.manager, cell('manager')],
  ];
}

/** An old book may not say what was lent; the engine then runs on a placeholder that belongs on no paper. */
function lentFacts(loan: Loan, text: (typeof words)[keyof typeof words]): [string, string | null][] {
  if (loan.cells['principal'] === null) return [];
  return [[text.principal, `¥${groupedYuan(formatYuan(loan.terms.principalFen))}`], [text.inWords, `人民币${capitalAmount(loan.terms.principalFen)}`]];
}

const columnShares = [0.07, 0.135, 0.14, 0.125, 0.14, 0.15, 0.14, 0.1] as const;

function planColumns(width: number, titles: readonly string[]): TableColumn[] {
  return columnShares.map((share, index) => ({ title: titles[index] ?? '', width: share * width, isNumber: index >= 2 && index <= 6 }));
}

function planRows(loan: Loan, language: 'zh' | 'en'): string[][] {
  let balanceFen = loan.state.installments.reduce((sum, row) => sum + row.principalFen, 0);
  return loan.state.installments.map((row) => {
    balanceFen -= row.principalFen;
    return [
      row.number === 0 ? words[language].arrears : String(row.number), row.dueOn,
      money(row.principalFen), money(row.interestFen), money(row.principalFen + row.interestFen + row.feeFen), money(balanceFen),
      money(row.paidPrincipalFen + row.paidInterestFen + row.paidFeeFen), choiceLabel(installmentStatuses, row.status, language),
    ];
  });
}

function planTotals(loan: Loan, total: string): string[] {
  const rows = loan.state.installments;
  const sum = (amountOf: (row: (typeof rows)[number]) => number): string => money(rows.reduce((all, row) => all + amountOf(row), 0));
  return [
    total, '', sum((row) => row.principalFen), sum((row) => row.interestFen), sum((row) => row.principalFen + row.interestFen + row.feeFen), '',
    sum((row) => row.paidPrincipalFen + row.paidInterestFen + row.paidFeeFen), '',
  ];
}

function money(amountFen: number): string {
  return groupedYuan(formatYuan(fen(amountFen)));
}
