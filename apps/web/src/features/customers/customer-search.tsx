import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { customersTexts } from './customers-texts.ts';

/** The search box in the header: Enter opens the customers that match. What was typed stays out of the address. */
export function CustomerSearch(): ReactNode {
  const t = useTexts(customersTexts);
  const navigate = useNavigate();
  return (
    <Input
      type="search"
      prefix={<SearchOutlined aria-hidden />}
      placeholder={t('searchPlaceholder')}
      aria-label={t('searchPlaceholder')}
      autoComplete="off"
      maxLength={60}
      allowClear
      onPressEnter={(event) => {
        const search = event.currentTarget.value.trim();
        if (search !== '') void navigate({ to: links.customers, search: {}, state: (previous) => ({ ...previous, privateView: { filters: [], search } }) });
      }}
    />
  );
}
