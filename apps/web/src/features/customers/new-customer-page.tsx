import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function NewCustomerPage(): ReactNode {
  return <Page title="新增客户">{null}</Page>;
}
