import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { CustomerEditor } from './customer-editor.tsx';
import { customerQuery } from './customer-query.ts';
import { CustomerView } from './customer-view.tsx';
import { customersTexts } from './customers-texts.ts';

export function CustomerPage(): ReactNode {
  const t = useTexts(customersTexts);
  const { customerId } = useParams({ from: '/signed-in/customers/$customerId' });
  const query = useQuery(customerQuery(customerId));
  const [isEditing, setIsEditing] = useState(false);
  const toList = <Link to={links.customers}>{t('toList')}</Link>;
  if (query.data === undefined) return <Page title={t('toList')} before={toList}><QueryView query={query} loadingLines={8}>{() => null}</QueryView></Page>;
  return isEditing
    ? <CustomerEditor customer={query.data} before={toList} onDone={() => setIsEditing(false)} />
    : <CustomerView key={customerId} customer={query.data} before={toList} onEdit={() => setIsEditing(true)} />;
}
