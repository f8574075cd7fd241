import { passwordSchema, sessionRoutes } from '@loanbook/contract/features/session.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { call, type RequestBody } from '../../platform/client.ts';
import { markProblems, schemaRule } from '../../platform/form-rules.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { rememberSession, useSession, useSignOut } from '../../platform/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Failure } from '../../ui/failure.tsx';
import { FrontCard } from '../../ui/front-card.tsx';
import { NewPasswordInput } from '../../ui/password-input.tsx';
import { uiTexts } from '../../ui/ui-texts.ts';
import { minimumPasswordLength } from './minimum-password-length.ts';
import { sessionTexts } from './session-texts.ts';
import styles from './session.module.css';

type PasswordValues = RequestBody<typeof sessionRoutes.changePassword>;

/** By choice from the person menu, or as the first step with a one-time password. */
export function PasswordPage(): ReactNode {
  const t = useTexts(sessionTexts);
  const words = useTexts(uiTexts);
  const language = useLanguage();
  const { user } = useSession();
  const [form] = Form.useForm<PasswordValues>();
  const change = useChangePassword((error) => markProblems(form, error, language));
  const isForced = user.mustChangePassword;
  return (
    <FrontCard title={t('changePassword')} subtitle={isForced ? t('mustChange') : `${user.displayName} · ${user.userName}`}>
      <Form<PasswordValues> form={form} layout="vertical" requiredMark={false} onFinish={(values) => change.mutate(values)}>
        {/* Password managers store the new password under this name. */}
        <input type="text" autoComplete="username" value={user.userName} readOnly hidden />
        <Form.Item name="currentPassword" label={isForced ? t('oneTimePassword') : t('currentPassword')} rules={[{ required: true, message: words('required') }]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="newPassword" label={t('newPassword')} rules={[schemaRule(passwordSchema, language)]} validateTrigger="onBlur">
          <NewPasswordInput minimumLength={minimumPasswordLength} />
        </Form.Item>
        {change.error !== null && <div className={styles['failure']}><Failure error={change.error} /></div>}
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" size="large" block loading={change.isPending}>{t('saveNewPassword')}</Button>
          {isForced ? <SignOutInstead /> : <ButtonLink to={links.dashboard} type="text" block>{t('notNow')}</ButtonLink>}
        </div>
      </Form>
    </FrontCard>
  );
}

function SignOutInstead(): ReactNode {
  const t = useTexts(sessionTexts);
  const signOut = useMutation({ mutationFn: useSignOut() });
  return <Button type="text" block loading={signOut.isPending} onClick={() => signOut.mutate()}>{t('notNow')}</Button>;
}

function useChangePassword(onRefused: (error: unknown) => void) {
  const t = useTexts(sessionTexts);
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: PasswordValues) => call(sessionRoutes.changePassword, { body, isSessionProbe: true }),
    onSuccess: (session) => {
      rememberSession(queryClient, session);
      void message.success(t('passwordChanged'));
      void navigate({ to: links.dashboard });
    },
    onError: onRefused,
  });
}
