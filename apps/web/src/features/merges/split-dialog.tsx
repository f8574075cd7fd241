import type { Customer } from '@loanbook/contract/features/customers.ts';
import { loansRoutes } from '@loanbook/contract/features/loans.ts';
import { useQuery } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, Modal, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { call } from '../../platform/client.ts';
import { formatMoney } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Failure } from '../../ui/failure.tsx';
import { CustomerPicker } from '../loans/loans.index.ts';
import { mergesTexts } from './merges-texts.ts';
import { splitBody, splitMissing, type SplitDraft } from './split-draft.ts';
import { useSplit } from './use-merge-calls.ts';

/** More loans than a person has; the list's own page goes further. */
const mostLoans = 200;

interface SplitDialogProps {
  readonly customer: Customer;
  readonly onClose: () => void;
}

/** Two people kept as one: which loans are the other's, and who that is. */
export function SplitDialog({ customer, onClose }: SplitDialogProps): ReactNode {
  const t = useTexts(mergesTexts);
  const { message } = App.useApp();
  const name = String(customer.cells['name'] ?? '');
  const [draft, setDraft] = useState<SplitDraft>({ loanIds: [], isNew: true, targetId: null, name, idNumber: '', mobile: '', reason: t('splitReason') });
  const [isTried, setIsTried] = useState(false);
  const split = useSplit(customer.id);
  const missing = splitMissing(draft);
  const wrong = (key: typeof missing[number]): { readonly validateStatus?: 'error'; readonly help?: string } => (isTried && missing.includes(key) ? { validateStatus: 'error', help: t(key) } : {});
  const send = (): void => {
    setIsTried(true);
    if (missing.length > 0) return;
    split.mutate(splitBody(draft, customer), {
      onSuccess: () => {
        void message.success(t('splitDone'));
        onClose();
      },
    });
  };
  return (
    <Modal open width={640} title={t('splitTitle', { name })} okText={t('confirmSplit')} cancelText={t('cancel')} okButtonProps={{ danger: true, loading: split.isPending }} onOk={send} onCancel={onClose}>
      <p>{t('splitText')}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={t('chooseLoans')} {...wrong('loansMissing')}><LoanChoice customerId={customer.id} value={draft.loanIds} onChange={(loanIds) => setDraft({ ...draft, loanIds })} /></Form.Item>
        <Form.Item label={t('target')}>
          <Radio.Group aria-label={t('target')} value={draft.isNew} onChange={(event) => setDraft({ ...draft, isNew: event.target.value === true })} options={[{ value: true, label: t('fresh') }, { value: false, label: t('existing') }]} />
        </Form.Item>
        {draft.isNew ? (
          <>
            <Form.Item label={t('newName')} htmlFor="split-name" {...wrong('newNameMissing')}><Input id="split-name" maxLength={100} value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} /></Form.Item>
            <Form.Item label={t('newIdNumber')} htmlFor="split-id"><Input id="split-id" maxLength={40} value={draft.idNumber} onChange={(event) => setDraft({ ...draft, idNumber: event.target.value })} /></Form.Item>
            <Form.Item label={t('newMobile')} htmlFor="split-mobile"><Input id="split-mobile" maxLength={40} value={draft.mobile} onChange={(event) => setDraft({ ...draft, mobile: event.target.value })} /></Form.Item>
          </>
        ) : (
          <Form.Item label={t('existing')} htmlFor="split-target" {...wrong('otherMissing')}><CustomerPicker id="split-target" value={draft.targetId} onChange={(id) => setDraft({ ...draft, targetId: id === customer.id ? null : id })} /></Form.Item>
        )}
        <Form.Item label={t('reason')} htmlFor="split-reason" {...wrong('reasonMissing')}><Input id="split-reason" maxLength={200} value={draft.reason} onChange={(event) => setDraft({ ...draft, reason: event.target.value })} /></Form.Item>
      </Form>
      {split.error !== null && <Failure error={split.error} />}
    </Modal>
  );
}

interface LoanChoiceProps {
  readonly customerId: string;
  readonly value: readonly string[];
  readonly onChange: (loanIds: string[]) => void;
}

function LoanChoice({ customerId, value, onChange }: LoanChoiceProps): ReactNode {
  const t = useTexts(mergesTexts);
  const loans = useQuery({
    queryKey: ['ledger', 'loans', 'of', customerId],
    queryFn: ({ signal }) => call(loansRoutes.query, { body: { filters: [{ key: 'customerId', operator: 'equals', value: customerId }], limit: mostLoans }, signal }),
  });
  const options = (loans.data?.rows ?? []).map(({ id, cells }) => ({
    value: id, label: t('loanLine', { receiptNo: String(cells['receiptNo'] ?? ''), amount: formatMoney(String(cells['principal'] ?? '')), balance: formatMoney(String(cells['outstandingPrincipal'] ?? '')) }),
  }));
  return <Checkbox.Group aria-label={t('chooseLoans')} style={{ display: 'flex', flexDirection: 'column', gap: 6 }} options={options} value={[...value]} onChange={onChange} />;
}
