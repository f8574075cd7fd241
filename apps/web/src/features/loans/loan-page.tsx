import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { loanQuery } from './loan-query.ts';
import { LoanView } from './loan-view.tsx';
import { loansTexts } from './loans-texts.ts';

export function LoanPage(): ReactNode {
  const t = useTexts(loansTexts);
  const { loanId } = useParams({ from: '/signed-in/loans/$loanId' });
  const query = useQuery(loanQuery(loanId));
  const toList = <Link to={links.loans}>{t('toList')}</Link>;
  if (query.data === undefined) return <Page title={t('toList')} before={toList}><QueryView query={query} loadingLines={8}>{() => null}</QueryView></Page>;
  return <LoanView key={loanId} loan={query.data} before={toList} />;
}
