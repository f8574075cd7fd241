import { channels } from '@loanbook/contract/choices.ts';
import type { Loan, LoanRecord } from '@loanbook/contract/features/loans.ts';
import { liveOpening } from '@loanbook/contract/loan-life/live-opening.ts';
import { addDays, type CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { Allocation, LoanState } from '@loanbook/engine/loan-state.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { a4, printPapers, type LedgerDocument } from '../../platform/paper/ledger-document.ts';
import { writeFacts, writeHeading, writeParagraph, writeSectionTitle, writeSignatures } from '../../platform/paper/paper-parts.ts';
import { writeTable } from '../../platform/paper/paper-table.ts';
import { moneyText, type Printing } from '../../platform/paper/printing.ts';
import { eventName } from './event-names.ts';
import { borrowerFacts, choiceText, paperReference, termsFacts } from './paper-loan.ts';

export interface Statement {
  readonly loan: Loan;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const words = {
  zh: {
    title: '贷款对账单', period: (from: string, to: string) => `账期 ${from} 至 ${to}`, opening: '期初余额', closing: '期末余额', lines: '发生明细', empty: '账期内没有发生额。',
    columns: ['日期', '事项', '发生额', '本金', '利息', '罚息', '复利', '费用', '本金余额'], total: '本期收回', reversed: '（已冲正）',
    owed: (date: string) => `截至 ${date}`, owedColumns: ['本金余额', '其中逾期', '应付利息', '罚息', '复利', '费用', '暂收款', '结清应还'],
    takenOver: (date: string) => `本贷款自 ${date} 由原台账接管，此前的收款以原台账为准。`,
    confirm: '请核对以上内容；如有不符，请于收到后十五日内告知，逾期视为无误。', signatures: ['借款人（核对无误签字）：', '贷款人（盖章）：'], footnote: (date: string) => `打印于 ${date}`,
  },
  en: {
    title: 'Statement of account', period: (from: string, to: string) => `From ${from} to ${to}`, opening: 'Opening balance', closing: 'Closing balance', lines: 'Entries', empty: 'Nothing was entered in this period.',
    columns: ['Date', 'Entry', 'Amount', 'Principal', 'Interest', 'Penalty', 'Compound', 'Fees', 'Balance'], total: 'Collected', reversed: ' (reversed)',
    owed: (date: string) => `As of ${date}`, owedColumns: ['Principal', 'Past due', 'Interest', 'Penalty', 'Compound', 'Fees', 'Credit', 'Payoff'],
    takenOver: (date: string) => `Taken over from an earlier ledger on ${date}; earlier receipts are as that ledger states them.`,
    confirm: 'Please check; tell us within fifteen days if anything differs.', signatures: ['Borrower (agreed): ', 'Lender (seal): '], footnote: (date: string) => `Printed on ${date}`,
  },
} as const;

/** Every entry of a period with the balance after it, between the opening and the closing balance. */
export function statementPdf(statement: Statement, printing: Printing): Promise<Buffer> {
  const text = words[printing.language];
  return printPapers({ ...a4, title: text.title, footnote: text.footnote(printing.businessDate) }, printing, [statement], (document) => writeStatement(document, statement, printing));
}

function writeStatement(document: LedgerDocument, { loan, from, to }: Statement, printing: Printing): void {
  const { language } = printing;
  const text = words[language];
  const closing = replay(loan.terms, loan.events, to);
  writeHeading(document, printing.lender, text.title, `${paperReference('DZ', loan, printing)}　${text.period(from, to)}`);
  writeFacts(document, [...borrowerFacts(loan, language), ...termsFacts(loan, language)], 2);
  const takenOver = liveOpening(loan.events);
  if (takenOver) writeParagraph(document, text.takenOver(takenOver.occurredOn), { isFaint: true });
  writeSectionTitle(document, text.lines);
  writeLines(document, loan, statementLines(loan, closing, from, to), balanceOn(loan, addDays(from, -1)), closing, language);
  writeSectionTitle(document, text.owed(to));
  writeTable(document, text.owedColumns.map((title) => ({ title, isNumber: true })), [owedCells(closing)]);
  document.moveDown(0.6);
  writeParagraph(document, text.confirm);
  writeSignatures(document, text.signatures);
}

interface StatementLine {
  readonly event: LoanEvent;
  readonly record: LoanRecord | undefined;
  readonly used: Allocation | undefined;
  readonly balanceFen: number;
  readonly isReversed: boolean;
}

/** In the order in which entries count; the balance is that of the day, with what was entered after left out. */
function statementLines(loan: Loan, closing: LoanState, from: CivilDate, to: CivilDate): readonly StatementLine[] {
  const events = loan.events.toSorted((left, right) => (left.occurredOn === right.occurredOn ? left.sequence - right.sequence : left.occurredOn < right.occurredOn ? -1 : 1));
  const isReversed = (event: LoanEvent): boolean => events.some((one) => one.type === 'reverse' && one.reversedEventId === event.id && one.occurredOn <= to);
  return events.flatMap((event, index) => {
    if (event.occurredOn < from || event.occurredOn > to) return [];
    const balanceFen = owedOf(replay(loan.terms, events.slice(0, index + 1), event.occurredOn)).principalFen;
    return [{ event, record: loan.records.find((one) => one.eventId === event.id), used: closing.allocations.find((one) => one.eventId === event.id && !one.isReversed), balanceFen, isReversed: isReversed(event) }];
  });
}

function owedOf(state: LoanState): LoanState['balances'] {
  return state.offBook ?? state.balances;
}

function balanceOn(loan: Loan, day: CivilDate): number {
  return owedOf(replay(loan.terms, loan.events, day)).principalFen;
}

function writeLines(document: LedgerDocument, loan: Loan, lines: readonly StatementLine[], openingFen: number, closing: LoanState, language: 'zh' | 'en'): void {
  const text = words[language];
  if (lines.length === 0) writeParagraph(document, text.empty);
  const blank = ['', '', '', '', '', ''];
  const isCollected = ({ event, isReversed }: StatementLine): boolean => !isReversed && (event.type === 'repay' || event.type === 'recover' || event.type === 'prepay');
  const used = lines.filter(isCollected).flatMap((line) => line.used ?? []);
  const sum = (key: UsedKey): string => moneyText(used.reduce((total, one) => total + one[key], 0));
  writeTable(document, text.columns.map((title, index) => ({ title, isNumber: index >= 2, isLong: index === 1 })), [
    ['', text.opening, ...blank, moneyText(openingFen)],
    ...lines.map((line) => lineCells(loan, line, language)),
    ['', text.closing, ...blank, moneyText(owedOf(closing).principalFen)],
  ], [text.total, '', '', ...usedKeys.map(sum), '']);
}

const usedKeys = ['principalFen', 'interestFen', 'penaltyFen', 'compoundFen', 'feeFen'] as const;
type UsedKey = (typeof usedKeys)[number];

function lineCells(loan: Loan, { event, record, used, balanceFen, isReversed }: StatementLine, language: 'zh' | 'en'): string[] {
  const channel = choiceText(channels, record?.channel ?? null, language);
  const what = [eventName(event, loan, language), channel, record?.externalRef, event.type === 'reverse' ? record?.reason : null].filter((part) => part);
  const amount = record?.amount ? moneyText(Math.round(Number(record.amount) * 100)) : '';
  const split = used && !isReversed ? usedKeys.map((key) => (used[key] === 0 ? '' : moneyText(used[key]))) : usedKeys.map(() => '');
  return [event.occurredOn, `${what.join(' · ')}${isReversed ? words[language].reversed : ''}`, amount, ...split, moneyText(balanceFen)];
}

function owedCells(state: LoanState): string[] {
  const owed = owedOf(state);
  return [owed.principalFen, owed.overduePrincipalFen, owed.interestDueFen + owed.interestAccruedFen, owed.penaltyFen, owed.compoundFen, owed.feeFen, owed.creditFen, state.payoffFen].map(moneyText);
}
