import type { Loan } from '@loanbook/contract/features/loans.ts';
import { owedLines, type OwedPart } from '@loanbook/contract/owed-lines.ts';
import { addDays, type CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { a4, printPapers, type LedgerDocument } from '../../platform/paper/ledger-document.ts';
import { writeFacts, writeHeading, writeParagraph, writeSectionTitle, writeSignatures } from '../../platform/paper/paper-parts.ts';
import { writeTable } from '../../platform/paper/paper-table.ts';
import { moneyText, type Printing } from '../../platform/paper/printing.ts';
import { overdueRows, writeChargesTable, writeOverdueTable } from './overdue-tables.ts';
import { amountInBoth, borrowerFacts, paperReference, termsFacts } from './paper-loan.ts';

export interface PayoffQuote {
  readonly loan: Loan;
  readonly on: CivilDate;
  readonly payTo: string | null;
}

const parts = {
  zh: { overduePrincipal: '逾期本金', principalNotDue: '未到期本金', interestDue: '已到期利息', interestAccrued: '本期至当日利息', penalty: '罚息', compound: '复利', fee: '费用', credit: '减：暂收款', settlementDifference: '提前结清调整' },
  en: { overduePrincipal: 'Principal past due', principalNotDue: 'Principal not yet due', interestDue: 'Interest due', interestAccrued: 'Interest accrued to the day', penalty: 'Penalty', compound: 'Compound interest', fee: 'Fees', credit: 'Less credit held', settlementDifference: 'Early settlement adjustment' },
} as const satisfies Record<'zh' | 'en', Record<OwedPart, string>>;

const words = {
  zh: {
    title: '结清试算单', owed: (date: string) => `${date} 结清应还`, item: '项目', amount: '金额（元）', total: '结清金额合计',
    sum: (date: string, amount: string) => `于 ${date} 一次结清，应付 ${amount}。`,
    daily: (date: string, amount: string, split: string) => `本试算只在 ${date} 当日有效。此后每过一天，应付金额增加 ¥${amount}（${split}）；期间如有还款、期次到期或利率变化，以重新试算为准。`,
    noDaily: (date: string) => `本试算只在 ${date} 当日有效；期间如有还款、期次到期或利率变化，以重新试算为准。`,
    interest: '利息', penalty: '罚息', compound: '复利', join: '、', payTo: '收款账户', fee: '合同约定提前还款违约金的，另按合同加收。',
    signatures: ['经办人：', '借款人（签收）：', '贷款人（盖章）：'], footnote: (date: string) => `打印于 ${date}`,
  },
  en: {
    title: 'Payoff quote', owed: (date: string) => `Payoff on ${date}`, item: 'Item', amount: 'Amount (CNY)', total: 'Payoff',
    sum: (date: string, amount: string) => `To settle the loan on ${date}, ${amount} is payable.`,
    daily: (date: string, amount: string, split: string) => `This quote holds for ${date} only. Each further day adds ¥${amount} (${split}); receipts, due dates or a new rate in between need a new quote.`,
    noDaily: (date: string) => `This quote holds for ${date} only; receipts, due dates or a new rate in between need a new quote.`,
    interest: 'interest', penalty: 'penalty', compound: 'compound', join: ', ', payTo: 'Pay to', fee: 'A fee for early repayment, where the contract has one, is added.',
    signatures: ['Officer: ', 'Borrower (received): ', 'Lender (seal): '], footnote: (date: string) => `Printed on ${date}`,
  },
} as const;

/** What settles the loan on a day, part by part, and what a day more costs. */
export function payoffQuotePdf(quote: PayoffQuote, printing: Printing): Promise<Buffer> {
  const text = words[printing.language];
  return printPapers({ ...a4, title: text.title, footnote: text.footnote(printing.businessDate) }, printing, [quote], (document) => writeQuote(document, quote, printing));
}

function writeQuote(document: LedgerDocument, { loan, on, payTo }: PayoffQuote, printing: Printing): void {
  const { language } = printing;
  const text = words[language];
  const state = replay(loan.terms, loan.events, on);
  const { lines, totalFen } = owedLines(state);
  writeHeading(document, printing.lender, text.title, paperReference('JQ', loan, printing));
  writeFacts(document, [...borrowerFacts(loan, language), ...termsFacts(loan, language)], 2);
  writeSectionTitle(document, text.owed(on));
  writeTable(document, [{ title: text.item, isNumber: false }, { title: text.amount, isNumber: true }], lines.map((line) => [parts[language][line.part], moneyText(line.amountFen)]), [text.total, moneyText(totalFen)]);
  document.moveDown(0.6);
  writeParagraph(document, text.sum(on, amountInBoth(totalFen, language)));
  writeParagraph(document, dailyText(loan, state, language));
  writeParagraph(document, text.fee);
  if (payTo) writeFacts(document, [[text.payTo, payTo]], 1);
  writeSignatures(document, text.signatures);
  // After the signatures, which belong on the first page whatever the number of installments.
  if (overdueRows(state).length === 0) return;
  writeOverdueTable(document, state, language);
  writeChargesTable(document, loan, state, language);
}

/** What the next day adds; a due date changes the parts, not their sum. */
function dailyText(loan: Loan, state: LoanState, language: 'zh' | 'en'): string {
  const text = words[language];
  const next = replay(loan.terms, loan.events, addDays(state.asOf, 1));
  const [now, then] = [state.offBook ?? state.balances, next.offBook ?? next.balances];
  const interestFen = then.interestDueFen + then.interestAccruedFen - now.interestDueFen - now.interestAccruedFen;
  const added = [[text.interest, interestFen], [text.penalty, then.penaltyFen - now.penaltyFen], [text.compound, then.compoundFen - now.compoundFen]] as const;
  const split = added.filter(([, amountFen]) => amountFen !== 0).map(([label, amountFen]) => `${label} ${moneyText(amountFen)}`).join(text.join);
  const totalFen = owedLines(next).totalFen - owedLines(state).totalFen;
  return totalFen > 0 && split !== '' ? text.daily(state.asOf, moneyText(totalFen), split) : text.noDaily(state.asOf);
}
