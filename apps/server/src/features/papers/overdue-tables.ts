import type { Loan } from '@loanbook/contract/features/loans.ts';
import { daysBetween } from '@loanbook/engine/civil-date.ts';
import { chargeRatePct, explainCharges, type ExplainedCharge } from '@loanbook/engine/explain-charges.ts';
import type { InstallmentState, LoanState } from '@loanbook/engine/loan-state.ts';
import type { LedgerDocument } from '../../platform/paper/ledger-document.ts';
import { writeParagraph, writeSectionTitle } from '../../platform/paper/paper-parts.ts';
import { writeTable } from '../../platform/paper/paper-table.ts';
import { moneyText } from '../../platform/paper/printing.ts';
import { installmentLabel } from './paper-loan.ts';

const words = {
  zh: {
    overdue: '逾期明细', columns: ['期次', '应还日期', '逾期天数', '本金', '利息', '罚息', '复利', '费用', '小计'], total: '合计',
    charges: '附：罚息、复利的计算', chargeColumns: ['期次', '项目', '计息基数', '年利率', '起', '止', '天数', '金额'], penalty: '罚息', compound: '复利', broughtIn: '接管或旧计划带入', settled: '减：已还、已减免',
    note: '金额 = 计息基数 × 年利率 ÷ 年基准天数 × 天数，起日计、止日不计；每期合计后四舍五入一次。',
  },
  en: {
    overdue: 'What is past due', columns: ['No.', 'Due on', 'Days late', 'Principal', 'Interest', 'Penalty', 'Compound', 'Fees', 'Sum'], total: 'Total',
    charges: 'Annex: how penalty and compound interest were computed', chargeColumns: ['No.', 'What', 'Base', 'Rate', 'From', 'To', 'Days', 'Amount'], penalty: 'Penalty', compound: 'Compound', broughtIn: 'Brought in', settled: 'Less paid or waived',
    note: 'Amount = base × annual rate ÷ days of the year × days; the first day counts, the last does not; each installment is rounded once.',
  },
} as const;

interface OverdueParts {
  readonly principalFen: number;
  readonly interestFen: number;
  readonly penaltyFen: number;
  readonly compoundFen: number;
  readonly feeFen: number;
}

function openParts(row: InstallmentState): OverdueParts {
  return {
    principalFen: row.principalFen - row.paidPrincipalFen, interestFen: row.interestFen - row.paidInterestFen - row.waivedInterestFen,
    penaltyFen: row.penaltyFen - row.paidPenaltyFen - row.waivedPenaltyFen, compoundFen: row.compoundFen - row.paidCompoundFen - row.waivedCompoundFen,
    feeFen: row.feeFen - row.paidFeeFen - row.waivedFeeFen,
  };
}

function sumOf(parts: OverdueParts): number {
  return parts.principalFen + parts.interestFen + parts.penaltyFen + parts.compoundFen + parts.feeFen;
}

/** Installments whose due date has passed with anything unpaid, charges included. */
export function overdueRows(state: LoanState): readonly InstallmentState[] {
  return state.installments.filter((row) => row.dueOn < state.asOf && sumOf(openParts(row)) > 0);
}

/** Everything unpaid of installments whose due date has passed. */
export function overdueTotalFen(state: LoanState): number {
  return overdueRows(state).reduce((sum, row) => sum + sumOf(openParts(row)), 0);
}

/** Per installment: principal, interest, penalty, compound, fees and their sum. */
export function writeOverdueTable(document: LedgerDocument, state: LoanState, language: 'zh' | 'en'): void {
  const text = words[language];
  const rows = overdueRows(state);
  writeSectionTitle(document, text.overdue);
  const cells = rows.map((row) => [installmentLabel(row.number, language), row.dueOn, String(daysBetween(row.dueOn, state.asOf)), ...amountCells(openParts(row))]);
  const totals = rows.map(openParts).reduce<OverdueParts>((sum, parts) => ({
    principalFen: sum.principalFen + parts.principalFen, interestFen: sum.interestFen + parts.interestFen, penaltyFen: sum.penaltyFen + parts.penaltyFen,
    compoundFen: sum.compoundFen + parts.compoundFen, feeFen: sum.feeFen + parts.feeFen,
  }), { principalFen: 0, interestFen: 0, penaltyFen: 0, compoundFen: 0, feeFen: 0 });
  writeTable(document, text.columns.map((title, index) => ({ title, isNumber: index >= 2 })), cells, [text.total, '', '', ...amountCells(totals)]);
}

function amountCells(parts: OverdueParts): string[] {
  return [parts.principalFen, parts.interestFen, parts.penaltyFen, parts.compoundFen, parts.feeFen, sumOf(parts)].map(moneyText);
}

/** How the penalty and the compound interest of these installments came about; nothing where there is none. */
export function writeChargesTable(document: LedgerDocument, loan: Loan, state: LoanState, language: 'zh' | 'en'): void {
  const text = words[language];
  const numbers = new Set(overdueRows(state).map((row) => row.number));
  const charges = explainCharges(loan.terms, loan.events, state.asOf).filter((one) => numbers.has(one.installmentNumber) && one.openFen > 0);
  if (charges.length === 0) return;
  writeSectionTitle(document, text.charges);
  const openFen = charges.reduce((sum, one) => sum + one.openFen, 0);
  writeTable(document, text.chargeColumns.map((title, index) => ({ title, isNumber: index === 2 || index === 3 || index >= 6 })), charges.flatMap((one) => chargeCells(one, language)), [text.total, '', '', '', '', '', '', moneyText(openFen)]);
  document.moveDown(0.3);
  writeParagraph(document, text.note, { isFaint: true });
}

function chargeCells(charge: ExplainedCharge, language: 'zh' | 'en'): string[][] {
  const text = words[language];
  const head = [installmentLabel(charge.installmentNumber, language), text[charge.charge]];
  const rest = (label: string, amountFen: number): string[][] => (amountFen === 0 ? [] : [[head[0] ?? '', label, '', '', '', '', '', moneyText(amountFen)]]);
  return [
    ...charge.segments.map((one) => [...head, moneyText(one.baseFen), `${chargeRatePct(one)} %`, one.fromOn, one.toOn, String(one.days), moneyText(one.amountFen)]),
    ...rest(text.broughtIn, charge.broughtInFen), ...rest(text.settled, -(charge.paidFen + charge.waivedFen)),
  ];
}
