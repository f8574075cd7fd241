import { loanStatuses } from '@loanbook/contract/choices.ts';
import type { SearchHits } from '@loanbook/contract/features/search.ts';
import { customerHref, loanHref } from '../../ledger-grid/list/row-href.ts';
import { formatMoney, type useFormats } from '../../platform/format.ts';
import { links } from '../../platform/links.ts';
import type { SearchGroup } from './search-entry.ts';
import type { searchTexts } from './search-texts.ts';

type SearchText = (key: keyof typeof searchTexts.zh, values?: Readonly<Record<string, string | number>>) => string;

/** What the server found, as lines to choose from; below each kind the way to all of them. */
export function hitGroups(hits: SearchHits, text: string, t: SearchText, formats: Pick<ReturnType<typeof useFormats>, 'choice'>): readonly SearchGroup[] {
  const customers = hits.customers.map((customer) => ({
    key: `customer-${customer.id}`, href: customerHref(customer.id), title: customer.name, isRecord: true,
    detail: joined([customer.customerNo, customer.mobileMask, customer.idNumberMask]), mark: customer.activeLoans > 0 ? t('loanCount', { count: customer.activeLoans }) : t('noLoans'),
  }));
  const loans = hits.loans.map((loan) => ({
    key: `loan-${loan.id}`, href: loanHref(loan.id), title: `${loan.customerName} ${loan.receiptNo}`, isRecord: true,
    detail: joined([loan.contractNo, t('outstanding', { amount: formatMoney(loan.outstanding) })]), mark: formats.choice(loanStatuses, loan.status),
  }));
  const receipts = hits.receipts.map((receipt) => ({
    key: `receipt-${receipt.id}`, href: loanHref(receipt.loanId), title: `${receipt.customerName} ${formatMoney(receipt.total)}`, isRecord: true,
    detail: joined([receipt.paidOn, receipt.receiptNo, receipt.externalRef]), ...(receipt.isReversed && { mark: t('reversed') }),
  }));
  return [
    group('customers', t('customers'), customers, { key: 'all-customers', href: links.customers, title: t('allCustomers', { text }), detail: '', privateSearch: text }),
    group('loans', t('loans'), loans, { key: 'all-loans', href: links.loans, title: t('allLoans', { text }), detail: '', privateSearch: text }),
    { key: 'receipts', title: t('receipts'), entries: receipts },
  ].filter(({ entries }) => entries.length > 0);
}

// As many as the server gives of a kind: there may be more.
const mostOfAKind = 6;

function group(key: string, title: string, entries: SearchGroup['entries'], all: SearchGroup['entries'][number]): SearchGroup {
  return { key, title, entries: entries.length < mostOfAKind ? entries : [...entries, all] };
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
