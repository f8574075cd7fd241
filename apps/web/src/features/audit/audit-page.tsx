import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function AuditPage(): ReactNode {
  return <Page title="操作记录">{null}</Page>;
}
