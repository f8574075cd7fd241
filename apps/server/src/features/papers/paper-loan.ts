import { choiceLabel, fiveTierClassChoices, methods, type Choice } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { capitalAmount } from '@loanbook/engine/capital-amount.ts';
import { fen } from '@loanbook/engine/money.ts';
import { moneyText, percentText, type Printing } from '../../platform/paper/printing.ts';

export type Fact = readonly [label: string, value: string | null];

/** What every paper about a loan says of it; the ID stays masked, whoever prints. */
const words = {
  zh: {
    borrower: '借款人', idNumber: '证件号码', receiptNo: '借据号', contractNo: '合同编号', product: '产品', principal: '放款金额', outstanding: '贷款余额', rate: '年利率', method: '还款方式',
    disbursedOn: '放款日', maturesOn: '到期日', manager: '客户经理', arrears: '接管欠款', reference: '编号', date: '日期',
  },
  en: {
    borrower: 'Borrower', idNumber: 'ID number', receiptNo: 'Loan receipt no.', contractNo: 'Contract no.', product: 'Product', principal: 'Principal', outstanding: 'Outstanding', rate: 'Annual rate', method: 'Method',
    disbursedOn: 'Disbursed on', maturesOn: 'Matures on', manager: 'Loan officer', arrears: 'Arrears', reference: 'No.', date: 'Date',
  },
} as const;

export function cellText(loan: Loan, key: string): string | null {
  const value = loan.cells[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

export function choiceText(list: readonly Choice[], value: string | null, language: 'zh' | 'en'): string | null {
  return value === null ? null : choiceLabel(list, value, language);
}

export function borrowerFacts(loan: Loan, language: 'zh' | 'en'): readonly Fact[] {
  const text = words[language];
  return [
    [text.borrower, cellText(loan, 'customerName')], [text.idNumber, cellText(loan, 'customerIdNumber')],
    [text.receiptNo, cellText(loan, 'receiptNo')], [text.contractNo, cellText(loan, 'contractNo')],
  ];
}

/** The terms as they stand on the state's day. */
export function termsFacts(loan: Loan, language: 'zh' | 'en'): readonly Fact[] {
  const text = words[language];
  const principal = cellText(loan, 'principal');
  const owed = loan.state.offBook ?? loan.state.balances;
  return [
    [text.product, cellText(loan, 'product')], [text.method, choiceText(methods, cellText(loan, 'method'), language)],
    // An old book may not say what was lent; the engine then runs on a placeholder that belongs on no paper.
    [text.principal, principal === null ? null : `¥${moneyText(loan.terms.principalFen)}`], [text.outstanding, `¥${moneyText(owed.principalFen)}`],
    [text.disbursedOn, cellText(loan, 'disbursedOn')], [text.maturesOn, cellText(loan, 'maturesOn')],
    [text.rate, percentText(cellText(loan, 'annualRatePct'))], [text.manager, cellText(loan, 'manager')],
  ];
}

/** "编号 JQ-20260316-J202512001", then the day: the same paper of the same day has the same number. */
export function paperReference(code: string, loan: Loan, printing: Printing): string {
  const text = words[printing.language];
  return `${text.reference} ${paperNumber(code, loan, printing)}　${text.date} ${printing.businessDate}`;
}

export function paperNumber(code: string, loan: Loan, printing: Printing): string {
  return `${code}-${printing.businessDate.replaceAll('-', '')}-${cellText(loan, 'receiptNo') ?? loan.id.slice(-6)}`;
}

/** The row of arrears taken over has no number of its own. */
export function installmentLabel(number: number, language: 'zh' | 'en'): string {
  return number === 0 ? words[language].arrears : String(number);
}

/** ¥1,234.50（人民币壹仟贰佰叁拾肆元伍角）. */
export function amountInBoth(amountFen: number, language: 'zh' | 'en'): string {
  const capital = `人民币${capitalAmount(fen(amountFen))}`;
  return language === 'zh' ? `¥${moneyText(amountFen)}（${capital}）` : `¥${moneyText(amountFen)} (${capital})`;
}

export function classText(fiveTierClass: string, language: 'zh' | 'en'): string {
  return choiceLabel(fiveTierClassChoices, fiveTierClass, language);
}
