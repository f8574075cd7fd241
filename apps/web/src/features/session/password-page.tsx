import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';

export function PasswordPage(): ReactNode {
  return <Page title="修改密码">{null}</Page>;
}
