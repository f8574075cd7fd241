import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function SetupPage(): ReactNode {
  return <Page title="建立机构">{null}</Page>;
}
