import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function PeoplePage(): ReactNode {
  return <Page title="人员">{null}</Page>;
}
