import { choiceLabel, installmentStatuses, interestModes, methods } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { liveOpening } from '@loanbook/contract/loan-life/live-opening.ts';
import { capitalAmount } from '@loanbook/engine/capital-amount.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import { a4, printPapers } from '../../platform/paper/ledger-document.ts';
import { writeFacts, writeHeading, writeParagraph } from '../../platform/paper/paper-parts.ts';
import { writeTable } from '../../platform/paper/paper-table.ts';
import { moneyText, percentText, type Printing } from '../../platform/paper/printing.ts';

const words = {
  zh: {
    title: '还款计划表', borrower: '借款人', receiptNo: '借据号', contractNo: '合同编号', principal: '放款金额', inWords: '大写', rate: '年利率', irr: '年化综合成本(IRR)', method: '还款方式', interestMode: '计息方式',
    disbursedOn: '放款日', maturesOn: '到期日', term: '期限', months: (count: string) => `${count} 个月`, outstanding: '贷款余额', manager: '客户经理',
    columns: ['期次', '应还日期', '应还本金', '应还利息', '应还合计', '剩余本金', '已还', '状态'], total: '合计', arrears: '接管欠款',
    takenOver: (date: string) => `本贷款自 ${date} 由原台账接管，以下为接管后的计划；此前的还款以原台账为准。`,
    noPlan: '本贷款的条件不完整，没有还款计划。',
    footnote: (date: string) => `截至 ${date}。逾期将加收罚息、复利；提前还款或条件变更后以新计划为准。`,
  },
  en: {
    title: 'Repayment plan', borrower: 'Borrower', receiptNo: 'Loan receipt no.', contractNo: 'Contract no.', principal: 'Principal', inWords: 'In capitals', rate: 'Annual rate', irr: 'Yearly cost (IRR)', method: 'Method',
    interestMode: 'Interest mode', disbursedOn: 'Disbursed on', maturesOn: 'Matures on', term: 'Term', months: (count: string) => `${count} months`, outstanding: 'Outstanding', manager: 'Loan officer',
    columns: ['No.', 'Due on', 'Principal', 'Interest', 'Total', 'Balance', 'Paid', 'Status'], total: 'Total', arrears: 'Arrears',
    takenOver: (date: string) => `Taken over from an earlier ledger on ${date}; this is the plan from then on. Earlier receipts are as that ledger states them.`,
    noPlan: 'The terms of this loan are incomplete; it has no plan.',
    footnote: (date: string) => `As of ${date}. Late payment bears penalty and compound interest; early repayment or changed terms make a new plan.`,
  },
} as const;

/** A4: the lender, the terms, the plan with what is paid, totals; the table's header on every page. */
export function planPdf(loan: Loan, printing: Printing): Promise<Buffer> {
  const text = words[printing.language];
  return printPapers({ ...a4, title: text.title, footnote: text.footnote(printing.businessDate) }, printing, [loan], (document) => {
    writeHeading(document, printing.lender, text.title);
    writeFacts(document, planFacts(loan, printing.language), 2);
    const opening = liveOpening(loan.events);
    if (opening) writeParagraph(document, text.takenOver(opening.occurredOn));
    document.moveDown(0.6);
    if (loan.state.installments.length === 0) writeParagraph(document, text.noPlan);
    else writeTable(document, text.columns.map((title, index) => ({ title, isNumber: index >= 2 && index <= 6 })), planRows(loan, printing.language), planTotals(loan, text.total));
  });
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
  const termMonths = cell('termMonths');
  return [
    [text.borrower, cell('customerName')], [text.receiptNo, cell('receiptNo')],
    ...lentFacts(loan, text),
    [text.rate, percentText(cell('annualRatePct'))], [text.irr, percentText(loan.irrAnnualPct)],
    [text.method, choice(methods, 'method')], [text.interestMode, choice(interestModes, 'interestMode')],
    [text.disbursedOn, cell('disbursedOn')], [text.maturesOn, cell('maturesOn')],
    [text.term, termMonths === null ? null : text.months(termMonths)], [text.outstanding, `¥${moneyText(loan.state.balances.principalFen)}`],
    [text.contractNo, cell('contractNo')], [text.manager, cell('manager')],
  ];
}

/** As the lists have it. An old book may not say what was lent; the engine then runs on a placeholder that belongs on no paper. */
function lentFacts(loan: Loan, text: (typeof words)[keyof typeof words]): [string, string | null][] {
  const cell = loan.cells['principal'];
  const lentFen = typeof cell === 'string' ? parseYuan(cell) : null;
  return lentFen === null ? [] : [[text.principal, `¥${moneyText(lentFen)}`], [text.inWords, `人民币${capitalAmount(lentFen)}`]];
}

function planRows(loan: Loan, language: 'zh' | 'en'): string[][] {
  let balanceFen = loan.state.installments.reduce((sum, row) => sum + row.principalFen, 0);
  return loan.state.installments.map((row) => {
    balanceFen -= row.principalFen;
    return [
      row.number === 0 ? words[language].arrears : String(row.number), row.dueOn,
      moneyText(row.principalFen), moneyText(row.interestFen), moneyText(row.principalFen + row.interestFen + row.feeFen), moneyText(balanceFen),
      moneyText(row.paidPrincipalFen + row.paidInterestFen + row.paidFeeFen), choiceLabel(installmentStatuses, row.status !== 'paid' && row.dueOn === loan.state.asOf ? 'due_today' : row.status, language),
    ];
  });
}

function planTotals(loan: Loan, total: string): string[] {
  const rows = loan.state.installments;
  const sum = (amountOf: (row: (typeof rows)[number]) => number): string => moneyText(rows.reduce((all, row) => all + amountOf(row), 0));
  return [
    total, '', sum((row) => row.principalFen), sum((row) => row.interestFen), sum((row) => row.principalFen + row.interestFen + row.feeFen), '',
    sum((row) => row.paidPrincipalFen + row.paidInterestFen + row.paidFeeFen), '',
  ];
}
