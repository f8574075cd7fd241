import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function OverduePage(): ReactNode {
  return <Page title="逾期台账">{null}</Page>;
}
