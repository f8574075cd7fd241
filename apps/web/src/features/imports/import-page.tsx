// imports and the batch sheet are being built in their own change
import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function ImportPage(): ReactNode {
  return <Page title="导入">{null}</Page>;
}
