import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function DashboardPage(): ReactNode {
  return <Page title="工作台">{null}</Page>;
}
