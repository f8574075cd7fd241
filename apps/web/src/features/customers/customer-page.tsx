import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function CustomerPage(): ReactNode {
  return <Page title="客户">{null}</Page>;
}
