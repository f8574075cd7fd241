import { methods } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { formatPercent } from '@loanbook/engine/rate.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { a4, printPapers, type LedgerDocument } from '../../platform/paper/ledger-document.ts';
import { writeFacts, writeHeading, writeParagraph, writeSectionTitle, writeSignatures } from '../../platform/paper/paper-parts.ts';
import { writeTable } from '../../platform/paper/paper-table.ts';
import { moneyText, percentText, type Printing } from '../../platform/paper/printing.ts';
import { borrowerFacts, choiceText, classText, installmentLabel, paperReference } from './paper-loan.ts';

/** Entries that change a contract or its plan, hence have a summary to sign; a refinancing has its own. */
export const summarisedTypes = ['extend', 'restructure', 'rate', 'prepay'] as const;
export type SummarisedType = (typeof summarisedTypes)[number];

export interface ChangeSummary {
  readonly loan: Loan;
  readonly event: LoanEvent & { readonly type: SummarisedType };
  readonly reason: string | null;
}

const words = {
  zh: {
    titles: { extend: '展期协议摘要', restructure: '重组协议摘要', rate: '利率调整确认单', prepay: '提前还款确认单' } satisfies Record<SummarisedType, string>,
    texts: {
      extend: '展期须在到期前申请；保证贷款、抵押贷款和质押贷款展期，须有保证人、抵押人、出质人的书面同意。展期期限累计不超过规定上限。',
      restructure: '本贷款按以下新计划偿还。重组资产至少为关注类，观察期自调整后首个应还日起，不少于一年且不少于连续两期；观察期内再次违约的，观察期重新计算。',
      rate: '自生效日起按新利率计息，已到期未付的罚息、复利按各自期间的利率计算。', prepay: '提前还款后，余下的本金按以下新计划偿还。',
    } satisfies Record<SummarisedType, string>,
    effectiveOn: '生效日', recordedReason: '原因', change: '变更内容', item: '项目', before: '变更前', after: '变更后',
    items: ['到期日', '年利率', '还款方式', '贷款余额', '剩余期数', '下期应还日', '下期应还', '剩余利息合计', '五级分类'],
    plan: '变更后的还款计划', planColumns: ['期次', '应还日期', '应还本金', '应还利息', '应还合计'], total: '合计', none: '—',
    signatures: ['借款人：', '担保人：', '贷款人（盖章）：'], footnote: (date: string) => `打印于 ${date}；以双方签署的合同为准`,
  },
  en: {
    titles: { extend: 'Summary of the extension', restructure: 'Summary of the restructuring', rate: 'Confirmation of the new rate', prepay: 'Confirmation of early repayment' } satisfies Record<SummarisedType, string>,
    texts: {
      extend: 'An extension is applied for before maturity; guarantors, mortgagors and pledgors agree in writing. Extensions together stay within the legal limit.',
      restructure: 'The loan is repaid by the new plan below. A restructured asset is at least special mention; its watch period runs from the first due date, at least one year and two installments, and starts again on default.',
      rate: 'Interest runs at the new rate from the effective day; penalty and compound interest keep the rate of their own days.', prepay: 'What is left of the principal is repaid by the new plan below.',
    } satisfies Record<SummarisedType, string>,
    effectiveOn: 'Effective on', recordedReason: 'Reason', change: 'What changes', item: 'Item', before: 'Before', after: 'After',
    items: ['Matures on', 'Annual rate', 'Method', 'Outstanding', 'Installments left', 'Next due on', 'Next payment', 'Interest to come', 'Class'],
    plan: 'The plan afterwards', planColumns: ['No.', 'Due on', 'Principal', 'Interest', 'Total'], total: 'Total', none: '—',
    signatures: ['Borrower: ', 'Guarantor: ', 'Lender (seal): '], footnote: (date: string) => `Printed on ${date}; the signed contract decides`,
  },
} as const;

/** The loan before and after one entry, as both stood on its value date, and the plan that follows. */
export function changeSummaryPdf(summary: ChangeSummary, printing: Printing): Promise<Buffer> {
  const text = words[printing.language];
  const paper = { ...a4, title: text.titles[summary.event.type], footnote: text.footnote(printing.businessDate) };
  return printPapers(paper, printing, [summary], (document) => writeSummary(document, summary, printing));
}

function writeSummary(document: LedgerDocument, { loan, event, reason }: ChangeSummary, printing: Printing): void {
  const { language } = printing;
  const text = words[language];
  const { before, after } = aroundEvent(loan, event);
  writeHeading(document, printing.lender, text.titles[event.type], paperReference('BG', loan, printing));
  writeFacts(document, [...borrowerFacts(loan, language), [text.effectiveOn, event.occurredOn], [text.recordedReason, reason]], 2);
  writeSectionTitle(document, text.change);
  const [then, now] = [columnOf(before, language), columnOf(after, language)];
  writeTable(document, [text.item, text.before, text.after].map((title, index) => ({ title, isNumber: index > 0 })), text.items.map((item, index) => [item, then[index] ?? '', now[index] ?? '']));
  const rows = openRows(after);
  if (rows.length > 0) {
    writeSectionTitle(document, text.plan);
    writeTable(document, text.planColumns.map((title, index) => ({ title, isNumber: index >= 2 })), rows.map((row) => [installmentLabel(row.number, language), row.dueOn, ...[row.principalFen, row.interestFen, row.principalFen + row.interestFen].map(moneyText)]), [
      text.total, '', ...[sumOf(rows, 'principalFen'), sumOf(rows, 'interestFen'), sumOf(rows, 'principalFen') + sumOf(rows, 'interestFen')].map(moneyText),
    ]);
  }
  document.moveDown(0.5);
  writeParagraph(document, text.texts[event.type]);
  writeSignatures(document, text.signatures);
}

interface OpenRow {
  readonly number: number;
  readonly dueOn: string;
  readonly principalFen: number;
  readonly interestFen: number;
}

/** What is still to be paid by plan after the state's day. */
function openRows(state: LoanState): readonly OpenRow[] {
  return state.installments.filter((row) => row.dueOn > state.asOf).map((row) => ({
    number: row.number, dueOn: row.dueOn, principalFen: row.principalFen - row.paidPrincipalFen, interestFen: row.interestFen - row.paidInterestFen - row.waivedInterestFen,
  })).filter((row) => row.principalFen + row.interestFen > 0);
}

function sumOf(rows: readonly OpenRow[], key: 'principalFen' | 'interestFen'): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}

/** Both on the entry's own day, without what came after it; what was taken back since never counted. */
function aroundEvent(loan: Loan, event: LoanEvent): { readonly before: LoanState; readonly after: LoanState } {
  const reversed = new Set(loan.events.flatMap((one) => (one.type === 'reverse' && one.reversedEventId !== event.id ? [one.reversedEventId] : [])));
  const isEarlier = (one: LoanEvent): boolean => one.occurredOn < event.occurredOn || (one.occurredOn === event.occurredOn && one.sequence < event.sequence);
  const earlier = loan.events.filter((one) => one.type !== 'reverse' && !reversed.has(one.id) && isEarlier(one));
  return { before: replay(loan.terms, earlier, event.occurredOn), after: replay(loan.terms, [...earlier, event], event.occurredOn) };
}

function columnOf(state: LoanState, language: 'zh' | 'en'): readonly string[] {
  const { none } = words[language];
  const { currentTerms: terms } = state;
  const rows = openRows(state);
  const [next] = rows;
  return [
    terms.maturesOn, percentText(formatPercent(terms.rateAnnualE8)) ?? none, choiceText(methods, terms.method, language) ?? none, moneyText(state.balances.principalFen),
    String(rows.length), next?.dueOn ?? none, next === undefined ? none : moneyText(next.principalFen + next.interestFen), moneyText(sumOf(rows, 'interestFen')), classText(state.fiveTierClass, language),
  ];
}
