import { useMemo } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useSession } from '../../platform/session.ts';
import type { SearchEntry } from '../../features/search/search-entry.ts';
import { appTexts } from '../app-texts.ts';
import { administrationEntries, allowedEntries, ledgerEntries, supportEntries } from './navigation.ts';

/** Pages and commands this person may use, narrowed to those whose name holds the text; without text all of them. */
export function useSearchPages(): (text: string) => readonly SearchEntry[] {
  const t = useTexts(appTexts);
  const { rights } = useSession();
  return useMemo(() => {
    const commands = rights.includes('ledger.write') ? [
      { key: 'new-customer', href: links.newCustomer, title: t('searchNewCustomer'), detail: '' },
      { key: 'new-loan', href: links.newLoan, title: t('searchNewLoan'), detail: '' },
      { key: 'batch-receipts', href: links.batchRepayments, title: t('searchBatchReceipts'), detail: '' },
    ] : [];
    const pages = allowedEntries([...ledgerEntries, ...administrationEntries, ...supportEntries], rights).map(({ to, text }) => ({ key: to, href: to, title: t(text), detail: '' }));
    const all = [...commands, ...pages];
    return (text) => all.filter(({ title }) => title.toLowerCase().includes(text.toLowerCase()));
  }, [rights, t]);
}
