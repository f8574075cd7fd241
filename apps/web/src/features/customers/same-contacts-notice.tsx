import { customersRoutes } from '@loanbook/contract/features/customers.ts';
import { customerFields } from '@loanbook/contract/fields/customer-fields.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { call } from '../../platform/client.ts';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { Notice } from '../../ui/notice.tsx';
import { customersTexts } from './customers-texts.ts';

/** Other customers with the same phone, account or contact: one person may stand behind them. */
export function SameContactsNotice({ customerId }: { readonly customerId: string }): ReactNode {
  const t = useTexts(customersTexts);
  const formats = useFormats();
  const { data } = useQuery({ queryKey: ['customer', customerId, 'same-contacts'], queryFn: ({ signal }) => call(customersRoutes.sameContacts, { params: { customerId }, signal }) });
  if (data === undefined || data.customers.length === 0) return null;
  const nameOf = (key: string): string => {
    const field = customerFields.find((one) => one.key === key);
    return field === undefined ? key : formats.label(field);
  };
  return (
    <Notice tone="attention" title={t('sameContactsTitle')}>
      {data.customers.map((one, index) => (
        <span key={one.id}>
          {index > 0 && t('sameContactsBetween')}
          <Link to={links.customer} params={{ customerId: one.id }}>{one.name}</Link>
          {t('sameContactsWhat', { fields: one.shared.map(nameOf).join(t('sameContactsAnd')) })}
        </span>
      ))}
      {data.hasMore && t('sameContactsMore')}
    </Notice>
  );
}
