import { liveOpening } from '@loanbook/contract/loan-life/live-opening.ts';
import { formatYuan, fen } from '@loanbook/engine/money.ts';
import { formatPercent, rateE8 } from '@loanbook/engine/rate.ts';
import type { LoanRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import { liveEntries, type BookLoan } from '../loans/loans.index.ts';

type Filled = Partial<Record<keyof LoanRecord, string | number>>;

/**
 * A line of a ledger with what it leaves open, or states so that nobody can read it, as the book knows it: an unreadable
 * cell takes nothing back. The balance is the book's only for the same day; a newer day's nobody knows.
 */
export function asTheBookKnows(record: LoanRecord, book: BookLoan, isNewer: boolean): LoanRecord {
  const { columns } = book;
  const filled: Filled = {
    ...money('principal', columns.principal_fen),
    ...(typeof columns.rate_annual_e8 === 'number' && { annualRatePct: formatPercent(rateE8(columns.rate_annual_e8)) }),
    ...plain('method', columns.method), ...plain('disbursedOn', columns.disbursed_on), ...plain('maturesOn', columns.matures_on),
    ...plain('termMonths', columns.term_months), ...(book.terms.dueRule.kind === 'fixed_day' && { dueDay: book.terms.dueRule.day }),
    ...statement(book, isNewer),
  };
  const missing = Object.fromEntries(Object.entries(filled).filter(([key]) => record[key as keyof LoanRecord] === undefined)); // as: the keys above are the record's
  // as: each value above has the type of its key.
  const known = Object.assign({}, record, missing) as LoanRecord;
  return known.firstDueOn === undefined && isSamePlan(known, book) && typeof columns.first_due_on === 'string' ? { ...known, firstDueOn: columns.first_due_on } : known;
}

/** What the old book said on the day of its opening: the balance, and a class that counted. */
function statement(book: BookLoan, isNewer: boolean): Filled {
  const opening = liveOpening(book.events.map(({ event }) => event));
  if (isNewer || opening === undefined || hasFlag(book, 'balance_computed')) return {};
  const stated = liveEntries(book.events).find(({ event }) => event.type === 'class')?.event;
  return { outstandingPrincipal: formatYuan(opening.principalFen), ...(stated?.type === 'class' && { class: stated.fiveTierClass }) };
}

function hasFlag({ columns }: BookLoan, flag: string): boolean {
  return Array.isArray(columns.flags) && columns.flags.includes(flag);
}

/** A first due date is mostly worked out from the others, so it stands only where they do. */
function isSamePlan(record: LoanRecord, { columns }: BookLoan): boolean {
  return record.disbursedOn === columns.disbursed_on && record.maturesOn === columns.matures_on && record.method === columns.method && (record.dueDay === undefined || record.dueDay === columns.due_day);
}

function money(key: keyof LoanRecord, amountFen: unknown): Filled {
  return typeof amountFen === 'number' ? { [key]: formatYuan(fen(amountFen)) } : {};
}

function plain(key: keyof LoanRecord, value: unknown): Filled {
  return typeof value === 'string' || typeof value === 'number' ? { [key]: value } : {};
}
