import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function LoansPage(): ReactNode {
  return <Page title="放款台账">{null}</Page>;
}
