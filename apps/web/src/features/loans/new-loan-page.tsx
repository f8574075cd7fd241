import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function NewLoanPage(): ReactNode {
  return <Page title="新增贷款">{null}</Page>;
}
