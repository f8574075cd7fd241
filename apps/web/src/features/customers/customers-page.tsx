import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function CustomersPage(): ReactNode {
  return <Page title="客户台账">{null}</Page>;
}
