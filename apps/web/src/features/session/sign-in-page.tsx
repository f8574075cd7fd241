import { sessionRoutes } from '@loanbook/contract/features/session.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../../platform/client.ts';
import { useTexts } from '../../platform/i18n.ts';
import { links, safeBackPath } from '../../platform/links.ts';
import { rememberSession } from '../../platform/session.ts';
import { Failure } from '../../ui/failure.tsx';
import { FrontCard } from '../../ui/front-card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { uiTexts } from '../../ui/ui-texts.ts';
import { setupStateQuery } from './session-queries.ts';
import { sessionTexts } from './session-texts.ts';
import styles from './session.module.css';

interface Credentials {
  readonly userName: string;
  readonly password: string;
}

export function SignInPage(): ReactNode {
  const t = useTexts(sessionTexts);
  const setupState = useQuery(setupStateQuery);
  if (setupState.data?.isSetUp === false) {
    return (
      <FrontCard title={t('notSetUp')}>
        <Notice tone="info">{t('notSetUpHint')}</Notice>
      </FrontCard>
    );
  }
  return (
    <FrontCard title={t('signIn')} subtitle={t('signInSubtitle')}>
      <SignInForm />
      <p className={styles['foot']}>{t('forgotten')}</p>
    </FrontCard>
  );
}

function SignInForm(): ReactNode {
  const t = useTexts(sessionTexts);
  const words = useTexts(uiTexts);
  const router = useRouter();
  const queryClient = useQueryClient();
  const { back } = useSearch({ from: '/bare/sign-in' });
  const signIn = useMutation({
    mutationFn: (credentials: Credentials) => call(sessionRoutes.signIn, { body: credentials, isSessionProbe: true }),
    onSuccess: (session) => {
      queryClient.clear();
      rememberSession(queryClient, session);
      router.history.push(session.user.mustChangePassword ? links.password : safeBackPath(back));
    },
  });
  const required = [{ required: true, whitespace: true, message: words('required') }];
  return (
    <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(credentials) => signIn.mutate(credentials)} initialValues={{ userName: '', password: '' }}>
      {signIn.error !== null && <div className={styles['failure']}><Failure error={signIn.error} /></div>}
      <Form.Item name="userName" label={t('userName')} rules={required}>
        <Input size="large" autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={required}>
        <Input.Password size="large" autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>{t('signIn')}</Button>
    </Form>
  );
}
