import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function RepaymentsPage(): ReactNode {
  return <Page title="还款台账">{null}</Page>;
}
