import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function BackupPage(): ReactNode {
  return <Page title="备份与核对">{null}</Page>;
}
