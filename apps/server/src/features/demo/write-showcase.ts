import { loanFactsSchema } from '@loanbook/contract/features/loans.ts';
import { daysBetween } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { fen } from '@loanbook/engine/money.ts';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { loanReceiptNo, loanSeries, takeNumbers } from '../../platform/number-series.ts';
import { takeOverLoans, type TakenOverLoan } from '../loans/loans.index.ts';
import { startStory, type DemoStory } from './demo-story.ts';
import { refinancedPair, showcaseLives } from './showcase-lives.ts';
import type { ShowcaseLoan } from './showcase-loan.ts';
import { showcasePlans } from './showcase-plans.ts';

const showcase: readonly ShowcaseLoan[] = [...showcasePlans, ...showcaseLives, refinancedPair.old, refinancedPair.renewed];

export const showcaseSize = { customers: 18, loans: showcase.length };

/** Lends the showcase loans and tells their lives; `customerIds` are those of the showcase customers, in order. */
export async function writeShowcase(tx: Tx, customerIds: readonly string[]): Promise<void> {
  const stories = showcase.map((loan): DemoStory => {
    const terms = loan.terms(tx.businessDate);
    const first: LoanEvent = { id: newId(tx.now), ...(loan.opening?.(tx.businessDate) ?? { type: 'disburse', occurredOn: terms.startsOn, sequence: 1, amountFen: loan.lentFen ?? terms.principalFen }) };
    const story = startStory(terms, first, tx.businessDate, () => newId(tx.now));
    // The new loan of the refinancing pays only after it has said what it is for.
    if (loan !== refinancedPair.renewed) loan.tell(story);
    return story;
  });
  const loanIds = showcase.map(() => newId(tx.now));
  refinance(tx, stories, loanIds);
  const taken: TakenOverLoan[] = [];
  for (const [index, story] of stories.entries()) taken.push({ ...(await storyLoan(tx, story, index)), customerId: customerIds[showcase[index]?.borrower ?? 0] ?? '', loanId: loanIds[index] ?? newId(tx.now) });
  await takeOverLoans(tx, taken, null);
}

/** The last two: the new loan's money settles the old one, and both say so. */
function refinance(tx: Tx, stories: readonly DemoStory[], loanIds: readonly string[]): void {
  const [old, renewed] = stories.slice(-2);
  const [oldLoanId = '', newLoanId = ''] = loanIds.slice(-2);
  if (!old || !renewed) throw new Error('the showcase ends with a refinancing');
  const occurredOn = refinancedPair.on(tx.businessDate);
  const owedFen = old.stateOn(occurredOn).payoffFen;
  const base = (story: DemoStory): Pick<LoanEvent, 'id' | 'occurredOn' | 'sequence'> => ({ id: newId(tx.now), occurredOn, sequence: story.events.length + 1 });
  const reason = '原贷款到期，续贷周转';
  old.append({ ...base(old), type: 'refinance', otherLoanId: newLoanId, isQualifiedRenewal: false, isRepaidByOther: true }, { reason });
  old.append({ ...base(old), type: 'repay', amountFen: fen(owedFen) }, { channel: 'other', note: '借新还旧' });
  old.append({ ...base(old), type: 'prepay', mode: 'settle' });
  renewed.append({ ...base(renewed), type: 'refinance', otherLoanId: oldLoanId, isQualifiedRenewal: false }, { reason });
  refinancedPair.renewed.tell(renewed);
}

async function storyLoan(tx: Tx, { terms, events, details }: DemoStory, index: number): Promise<Omit<TakenOverLoan, 'customerId'>> {
  const loan = showcase[index];
  const number = await takeNumbers(tx, loanSeries(terms.startsOn));
  const facts = loanFactsSchema.parse({
    contractNo: `HT-${terms.startsOn.slice(0, 4)}-S${String(index + 1).padStart(3, '0')}`, product: loan?.product, contractAmount: null, rateType: loan?.rateType ?? 'fixed',
    guarantee: ['credit', 'guarantee', 'mortgage', 'pledge', 'joint'][index % 5], purpose: '经营周转', manager: ['周霜降', '陈白露', '王小满'][index % 3], branch: '梧桐县支公司', note: `演示：${loan?.note}`,
  });
  return {
    terms, unstated: [], flags: [], receipts: [], facts: { ...facts, receiptNo: loanReceiptNo(terms.startsOn, number) },
    termMonths: Math.max(1, Math.round(daysBetween(terms.startsOn, terms.maturesOn) / 30.4)), events, eventDetails: events.map((event) => details.get(event.id) ?? {}),
  };
}
