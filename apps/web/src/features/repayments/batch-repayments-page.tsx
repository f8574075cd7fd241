// imports and the batch sheet are being built in their own change
import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function BatchRepaymentsPage(): ReactNode {
  return <Page title="多笔收款">{null}</Page>;
}
