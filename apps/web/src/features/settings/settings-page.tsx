import { settingsRoutes, type Settings } from '@loanbook/contract/features/settings.ts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { errorSentence, isApiError } from '../../platform/api-error.ts';
import { call } from '../../platform/client.ts';
import { markProblems, schemaRule } from '../../platform/form-rules.ts';
import { formatPercentText } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { sessionQuery } from '../../platform/session.ts';
import { Failure } from '../../ui/failure.tsx';
import { PercentInput } from '../../ui/money-input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { TimeZoneSelect } from '../../ui/time-zone-select.tsx';
import { uiTexts } from '../../ui/ui-texts.ts';
import { settingsTexts } from './settings-texts.ts';
import styles from './settings.module.css';

type SettingsValues = Omit<Settings, 'version'>;

const settingsQuery = queryOptions({ queryKey: ['settings'], queryFn: ({ signal }) => call(settingsRoutes.read, { signal }) });
const fieldShape = settingsRoutes.change.body.shape;

export function SettingsPage(): ReactNode {
  const t = useTexts(settingsTexts);
  const settings = useQuery({ ...settingsQuery, select: withPlainRate });
  return (
    <Page title={t('title')} subtitle={t('subtitle')} width="reading">
      {/* A new version starts the form afresh from what is stored. */}
      <QueryView query={settings}>{(data) => <SettingsForm key={data.version} settings={data} />}</QueryView>
    </Page>
  );
}

/** Without trailing zeros that nobody typed: "24.0000" is edited as "24.00". */
function withPlainRate(settings: Settings): Settings {
  return { ...settings, rateCapPct: formatPercentText(settings.rateCapPct).replace('%', '') };
}

function SettingsForm({ settings }: { readonly settings: Settings }): ReactNode {
  const t = useTexts(settingsTexts);
  const words = useTexts(uiTexts);
  const language = useLanguage();
  const [form] = Form.useForm<SettingsValues>();
  const change = useChangeSettings(settings.version, (error) => markProblems(form, error, language));
  const typed = Form.useWatch<SettingsValues | undefined>([], form);
  const isChanged = typed !== undefined && Object.keys(changesOf(settings, typed)).length > 0;
  // Not a disabled button: Enter pressed right after the last key would then do nothing.
  const save = (values: SettingsValues): void => {
    const changes = changesOf(settings, values);
    if (Object.keys(changes).length > 0) change.mutate(changes);
  };
  return (
    <Form<SettingsValues> form={form} layout="vertical" requiredMark={false} initialValues={settings} onFinish={save} className={styles['form']}>
      <Panel title={t('institution')}>
        <div className={styles['fields']}>
          <Form.Item name="institutionName" label={t('institutionName')} extra={t('institutionNameHint')} rules={[{ required: true, message: words('required') }, schemaRule(fieldShape.institutionName, language)]}>
            <Input />
          </Form.Item>
          <Form.Item name="timeZone" label={t('timeZone')} extra={t('timeZoneHint')}>
            <TimeZoneSelect />
          </Form.Item>
        </div>
      </Panel>
      <Panel title={t('lending')}>
        <div className={styles['fields']}>
          <Form.Item name="rateCapPct" label={t('rateCapPct')} extra={t('rateCapHint')} rules={[{ required: true, message: words('required') }, schemaRule(fieldShape.rateCapPct, language)]}>
            <PercentInput />
          </Form.Item>
        </div>
      </Panel>
      {change.error !== null && <SettingsFailure error={change.error} />}
      <div className={styles['buttons']}>
        <Button type="primary" htmlType="submit" loading={change.isPending}>{words('save')}</Button>
        {isChanged ? <Button onClick={() => form.resetFields()}>{words('cancel')}</Button> : <span className={styles['quiet']}>{t('noChanges')}</span>}
      </div>
    </Form>
  );
}

/** Somebody else saved first: what they saved is fetched only when asked for, because it replaces what was typed. */
function SettingsFailure({ error }: { readonly error: unknown }): ReactNode {
  const t = useTexts(settingsTexts);
  const language = useLanguage();
  const queryClient = useQueryClient();
  if (!isApiError(error, 'changed_meanwhile')) return <Failure error={error} />;
  const load = (): void => void queryClient.invalidateQueries({ queryKey: settingsQuery.queryKey });
  return <Notice tone="attention" actions={<Button onClick={load}>{t('loadCurrent')}</Button>}>{errorSentence(error, language)}</Notice>;
}

/** Only what differs is sent, so that the audit trail names only that. */
function changesOf(settings: Settings, typed: SettingsValues): Partial<SettingsValues> {
  return {
    ...(typed.institutionName !== settings.institutionName && { institutionName: typed.institutionName }),
    ...(typed.timeZone !== settings.timeZone && { timeZone: typed.timeZone }),
    ...(typed.rateCapPct !== settings.rateCapPct && { rateCapPct: typed.rateCapPct }),
  };
}

function useChangeSettings(version: number, onRefused: (error: unknown) => void) {
  const words = useTexts(uiTexts);
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (changes: Partial<SettingsValues>) => call(settingsRoutes.change, { body: { ...changes, version } }),
    onSuccess: async (settings) => {
      queryClient.setQueryData(settingsQuery.queryKey, settings);
      void message.success(words('saved'));
      // The name and the business date in the shell come from the session.
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
    onError: onRefused,
  });
}
