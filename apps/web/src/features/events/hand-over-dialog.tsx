import { eventsRoutes, handOverSchema, type HandOver } from '@loanbook/contract/features/events.ts';
import { useQuery } from '@tanstack/react-query';
import { App, AutoComplete, Checkbox, Form, Input, Modal, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { call } from '../../platform/client.ts';
import { useTexts } from '../../platform/i18n.ts';
import { useSession } from '../../platform/session.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { Failure } from '../../ui/failure.tsx';
import styles from './events.module.css';
import { handOverSources, startOf, type HandOverDraft, type HandOverOffer } from './hand-over-draft.ts';
import { lifeTexts } from './life-texts.ts';
import { useHandOver } from './use-loan-life.ts';

interface HandOverDialogProps {
  readonly offer: HandOverOffer;
  readonly onClose: () => void;
}

/** Gives one loan, the selected ones, all that are shown or all of one manager's to another manager. */
export function HandOverDialog({ offer, onClose }: HandOverDialogProps): ReactNode {
  const t = useTexts(lifeTexts);
  const { message } = App.useApp();
  const { businessDate } = useSession();
  const [draft, setDraft] = useState<HandOverDraft>(() => startOf(offer, businessDate));
  const change = (changed: Partial<HandOverDraft>): void => setDraft((current) => ({ ...current, ...changed }));
  const post = useHandOver((handed) => {
    void message.success(t('handedOver', handed));
    onClose();
  });
  const input = inputOf(offer, draft);
  return (
    <Modal
      open
      title={t('hand_over')}
      okText={t('handOverConfirm')}
      okButtonProps={{ disabled: input === null, loading: post.isPending }}
      onOk={() => input !== null && post.mutate(input)}
      onCancel={onClose}
      width={560}
    >
      <Form layout="vertical" component={false}>
        <div className={styles['dialog']}>
          <p className={styles['muted']}>{t('handOverText')}</p>
          {offer.view !== null && <Which offer={offer} draft={draft} onChange={change} />}
          <Receiver draft={draft} max={businessDate} onChange={change} />
          <Checkbox checked={draft.withCustomers} onChange={(event) => change({ withCustomers: event.target.checked })}>{t('withCustomers')}</Checkbox>
          <Form.Item label={t('reason')} htmlFor="hand-over-reason" required extra={t('reasonHint')}>
            <Input id="hand-over-reason" autoComplete="off" maxLength={200} value={draft.reason} onChange={(event) => change({ reason: event.target.value })} />
          </Form.Item>
          {post.error !== null && <Failure error={post.error} />}
        </div>
      </Form>
    </Modal>
  );
}

interface PartProps {
  readonly draft: HandOverDraft;
  readonly onChange: (changed: Partial<HandOverDraft>) => void;
}

function Which({ offer, draft, onChange }: PartProps & { readonly offer: HandOverOffer }): ReactNode {
  const t = useTexts(lifeTexts);
  const managers = useManagers();
  const words = { loans: t('whichSelected', { count: offer.loanIds.length }), view: t('whichView'), manager: t('whichManager') } as const;
  return (
    <>
      <Form.Item label={t('which')} {...(offer.loanIds.length === 0 && { extra: t('selectHint') })}>
        <Radio.Group aria-label={t('which')} className={styles['stack'] ?? ''} value={draft.of} onChange={(event) => onChange({ of: handOverSources.find((source) => source === event.target.value) ?? 'view' })}>
          {handOverSources.map((source) => <Radio key={source} value={source} disabled={source === 'loans' && offer.loanIds.length === 0}>{words[source]}</Radio>)}
        </Radio.Group>
      </Form.Item>
      {draft.of === 'manager' && (
        <div>
          <Select aria-label={t('fromManager')} className={styles['number'] ?? ''} placeholder={t('fromManager')} showSearch value={draft.fromManager} onChange={(fromManager: string) => onChange({ fromManager })} options={managers.map((one) => ({ value: one.manager, label: t('managerLoans', { manager: one.manager, open: one.openLoans, loans: one.loans }) }))} />
          <Checkbox checked={draft.isOpenOnly} onChange={(event) => onChange({ isOpenOnly: event.target.checked })}>{t('isOpenOnly')}</Checkbox>
        </div>
      )}
    </>
  );
}

function Receiver({ draft, max, onChange }: PartProps & { readonly max: string }): ReactNode {
  const t = useTexts(lifeTexts);
  const managers = useManagers();
  return (
    <div className={styles['pair']}>
      <Form.Item label={t('toManager')} htmlFor="hand-over-to" required extra={t('toManagerHint')}>
        <AutoComplete id="hand-over-to" value={draft.toManager} maxLength={60} onChange={(toManager: string) => onChange({ toManager })} showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }} options={managers.filter((one) => one.manager !== draft.fromManager).map((one) => ({ value: one.manager }))} />
      </Form.Item>
      <Form.Item label={t('handedOn')} htmlFor="hand-over-on" required>
        <DateInput id="hand-over-on" value={draft.handedOn} max={max} onChange={(handedOn) => onChange({ handedOn })} />
      </Form.Item>
    </div>
  );
}

function useManagers() {
  const query = useQuery({ queryKey: ['loan', 'managers'], queryFn: ({ signal }) => call(eventsRoutes.managers, { signal }) });
  return query.data?.managers ?? [];
}

/** What would be posted; null while something is missing. */
function inputOf({ loanIds, view }: HandOverOffer, { of, fromManager, isOpenOnly, ...rest }: HandOverDraft): HandOver | null {
  const own = { loans: { loanIds }, view: { view }, manager: { fromManager, isOpenOnly } }[of];
  const parsed = handOverSchema.safeParse({ ...rest, of, ...own });
  return parsed.success ? parsed.data : null;
}
