import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function DuePage(): ReactNode {
  return <Page title="今日应还">{null}</Page>;
}
