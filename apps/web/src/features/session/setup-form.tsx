import { languages } from '@loanbook/contract/choices.ts';
import { sessionRoutes, setupSchema } from '@loanbook/contract/features/session.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { call, type RequestBody } from '../../platform/client.ts';
import { markProblems, schemaRule } from '../../platform/form-rules.ts';
import { chooseLanguage, useLanguage, useTexts, type Language } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { rememberSession } from '../../platform/session.ts';
import { Failure } from '../../ui/failure.tsx';
import { NewPasswordInput } from '../../ui/password-input.tsx';
import { TimeZoneSelect } from '../../ui/time-zone-select.tsx';
import { minimumPasswordLength } from './minimum-password-length.ts';
import { sessionTexts } from './session-texts.ts';
import styles from './session.module.css';

type SetupValues = Omit<RequestBody<typeof sessionRoutes.setUp>, 'token' | 'language'>;

export function SetupForm({ token }: { readonly token: string }): ReactNode {
  const t = useTexts(sessionTexts);
  const language = useLanguage();
  const [form] = Form.useForm<SetupValues>();
  const setUp = useSetUp(token, (error) => markProblems(form, error, language));
  const { shape } = setupSchema;
  return (
    <Form<SetupValues> form={form} layout="vertical" requiredMark={false} scrollToFirstError initialValues={{ timeZone: 'Asia/Shanghai' }} onFinish={(values) => setUp.mutate(values)}>
      <Form.Item name="institutionName" label={t('institutionName')} rules={[schemaRule(shape.institutionName, language)]} validateTrigger="onBlur">
        <Input autoFocus autoComplete="organization" placeholder={t('institutionNameExample')} />
      </Form.Item>
      <Form.Item name="timeZone" label={t('timeZone')} extra={t('timeZoneHint')}>
        <TimeZoneSelect />
      </Form.Item>
      <Form.Item label={t('language')}>
        <Segmented<Language> aria-label={t('language')} value={language} onChange={chooseLanguage} options={languages.map(({ value, zh }) => ({ value, label: zh }))} />
      </Form.Item>
      <h2 className={styles['legend']}>{t('yourAccount')}<small>{t('yourAccountHint')}</small></h2>
      <Form.Item name="displayName" label={t('displayName')} rules={[schemaRule(shape.displayName, language)]} validateTrigger="onBlur">
        <Input autoComplete="name" />
      </Form.Item>
      <Form.Item name="userName" label={t('userName')} extra={t('userNameHint')} rules={[schemaRule(shape.userName, language)]} validateTrigger="onBlur">
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[schemaRule(shape.password, language)]} validateTrigger="onBlur">
        <NewPasswordInput minimumLength={minimumPasswordLength} />
      </Form.Item>
      {setUp.error !== null && <div className={styles['failure']}><Failure error={setUp.error} /></div>}
      <Button type="primary" htmlType="submit" size="large" block loading={setUp.isPending}>{t('createInstitution')}</Button>
    </Form>
  );
}

function useSetUp(token: string, onRefused: (error: unknown) => void) {
  const language = useLanguage();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (values: SetupValues) => call(sessionRoutes.setUp, { body: { ...values, token, language }, isSessionProbe: true }),
    onSuccess: (session) => {
      queryClient.clear();
      rememberSession(queryClient, session);
      void navigate({ to: links.dashboard });
    },
    onError: onRefused,
  });
}
