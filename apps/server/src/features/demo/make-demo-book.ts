import { loanFactsSchema } from '@loanbook/contract/features/loans.ts';
import { addDays, addMonths, daysBetween, type CivilDate } from '@loanbook/engine/civil-date.ts';
import type { AppContext } from '../../platform/app-context.ts';
import { inInstitution, type Actor, type Tx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { loanReceiptNo, loanSeries, takeNumbers } from '../../platform/number-series.ts';
import { refreshStatistics } from '../../platform/refresh-statistics.ts';
import { writeCustomers } from '../customers/customers.index.ts';
import { takeOverLoans, type TakenOverLoan } from '../loans/loans.index.ts';
import { inventCustomer } from './invented-customers.ts';
import { inventEvents } from './invented-events.ts';
import { inventLoan, type InventedLoan } from './invented-loans.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';
import { showcaseSize, writeShowcase } from './write-showcase.ts';

/** Ordinary borrowers, beside those of the showcase. */
const crowd = { customers: 420, loans: 760 };
export const demoBookSize = { customers: crowd.customers + showcaseSize.customers, loans: crowd.loans + showcaseSize.loans };

/** Invented customers and loans over the 24 months up to the business date; the same seed makes the same book on the same day. */
export function makeDemoBook(app: AppContext, actor: Actor, seed = 20_260_101): Promise<void> {
  return inInstitution(app, actor, async (tx) => {
    const random = seededRandom(seed);
    const loans = Array.from({ length: crowd.loans }, (_, index) => inventLoan(random, index, tx.businessDate)).toSorted((left, right) => (left.terms.startsOn < right.terms.startsOn ? -1 : 1));
    const customerOf = assignCustomers(random, loans.length);
    const customerIds = await writeDemoCustomers(tx, random, loans, customerOf);
    const taken: TakenOverLoan[] = [];
    for (const [index, loan] of loans.entries()) taken.push(await loanOf(tx, random, loan, customerIds[customerOf[index] ?? 0] ?? '', index));
    await takeOverLoans(tx, taken, null);
    await writeShowcase(tx, await writeShowcaseCustomers(tx, random));
    await refreshStatistics(tx);
    tx.audit({ action: 'demo.made', objectType: 'institution', objectId: tx.institutionId, fields: [`customers:${demoBookSize.customers}`, `loans:${demoBookSize.loans}`] });
  });
}

/** Sixteen people, a company and a cooperative. */
async function writeShowcaseCustomers(tx: Tx, random: SeededRandom): Promise<string[]> {
  const customers = Array.from({ length: showcaseSize.customers }, (_, index) => ({ facts: inventCustomer(random, crowd.customers + index, addMonths(tx.businessDate, -25), index < 16 ? null : index === 16 ? 'business' : 'cooperative') }));
  return (await writeCustomers(tx, customers)).map((customer) => customer.customerId);
}

/** Each customer borrows at least once; the first ones to come come back most. */
function assignCustomers(random: SeededRandom, loanCount: number): number[] {
  return Array.from({ length: loanCount }, (_, index) => (index < crowd.customers ? index : random.between(0, crowd.customers - 1)));
}

async function writeDemoCustomers(tx: Tx, random: SeededRandom, loans: readonly InventedLoan[], customerOf: readonly number[]): Promise<string[]> {
  const firstLoanOn = new Map<number, CivilDate>();
  for (const [index, customer] of customerOf.entries()) if (!firstLoanOn.has(customer)) firstLoanOn.set(customer, loans[index]?.terms.startsOn ?? tx.businessDate);
  const customers = Array.from({ length: crowd.customers }, (_, index) => ({ facts: inventCustomer(random, index, addDays(firstLoanOn.get(index) ?? tx.businessDate, -random.between(2, 20))) }));
  const written = await writeCustomers(tx, customers);
  return written.map((customer) => customer.customerId);
}

async function loanOf(tx: Tx, random: SeededRandom, loan: InventedLoan, customerId: string, index: number): Promise<TakenOverLoan> {
  const { terms } = loan;
  const number = await takeNumbers(tx, loanSeries(terms.startsOn));
  const invented = inventEvents(random, loan, tx.businessDate, () => newId(tx.now));
  const facts = loanFactsSchema.parse({
    contractNo: `HT-${terms.startsOn.slice(0, 4)}-${String(index + 1).padStart(4, '0')}`, product: loan.product, contractAmount: null, rateType: 'fixed',
    guarantee: loan.guarantee, purpose: loan.purpose, manager: random.pick(['周霜降', '陈白露', '王小满']), branch: '梧桐县支公司',
  });
  return {
    customerId, terms, unstated: [], flags: [], receipts: [],
    facts: { ...facts, receiptNo: loanReceiptNo(terms.startsOn, number) },
    termMonths: Math.max(1, Math.round(daysBetween(terms.startsOn, terms.maturesOn) / 30.4)),
    events: invented.map(({ event: { id: _id, ...event } }) => event),
    eventDetails: invented.map(({ channel }) => ({ channel })),
  };
}
