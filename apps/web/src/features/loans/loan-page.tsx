import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function LoanPage(): ReactNode {
  return <Page title="贷款">{null}</Page>;
}
