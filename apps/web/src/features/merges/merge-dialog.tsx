import { customersRoutes, type Customer } from '@loanbook/contract/features/customers.ts';
import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { call } from '../../platform/client.ts';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Failure } from '../../ui/failure.tsx';
import { CustomerPicker } from '../loans/loans.index.ts';
import { factChoices, type FactChoice } from './merge-draft.ts';
import { mergesTexts } from './merges-texts.ts';
import { useMerge } from './use-merge-calls.ts';

interface MergeDialogProps {
  readonly customer: Customer;
  readonly onClose: () => void;
}

/** One person entered twice: whom to merge, and which facts stay where the two differ. */
export function MergeDialog({ customer, onClose }: MergeDialogProps): ReactNode {
  const t = useTexts(mergesTexts);
  const { message } = App.useApp();
  const [otherId, setOtherId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [reason, setReason] = useState(t('mergeReason'));
  const [isTried, setIsTried] = useState(false);
  const merge = useMerge(customer.id);
  const other = useQuery({ queryKey: ['customer', otherId], queryFn: ({ signal }) => call(customersRoutes.read, { params: { customerId: otherId ?? '' }, signal }), enabled: otherId !== null }).data;
  const choices = other === undefined ? [] : factChoices(customer, other);
  const isTaken = ({ field, isTakenAtFirst }: FactChoice): boolean => chosen.get(field.key) ?? isTakenAtFirst;
  const isReasonMissing = reason.trim().length < 2;
  const send = (): void => {
    setIsTried(true);
    if (other === undefined || isReasonMissing) return;
    merge.mutate({ otherId: other.id, version: customer.version, otherVersion: other.version, takeKeys: choices.filter(isTaken).map(({ field }) => field.key), reason: reason.trim() }, {
      onSuccess: () => {
        void message.success(t('merged'));
        onClose();
      },
    });
  };
  return (
    <Modal open width={680} title={t('mergeTitle', { name: String(customer.cells['name'] ?? '') })} okText={t('confirmMerge')} cancelText={t('cancel')} okButtonProps={{ danger: true, loading: merge.isPending }} onOk={send} onCancel={onClose}>
      <p>{t('mergeText')}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={t('other')} htmlFor="merge-other" validateStatus={isTried && otherId === null ? 'error' : ''} help={isTried && otherId === null ? t('otherMissing') : other !== undefined && t('otherLoans', { count: other.figures.loans })}>
          <CustomerPicker id="merge-other" value={otherId} onChange={(id) => setOtherId(id === customer.id ? null : id)} />
        </Form.Item>
        {other !== undefined && (choices.length === 0 ? <p>{t('noDifferences')}</p> : <Choices choices={choices} isTaken={isTaken} onChoose={(key, taken) => setChosen(new Map(chosen).set(key, taken))} />)}
        <Form.Item label={t('reason')} htmlFor="merge-reason" validateStatus={isTried && isReasonMissing ? 'error' : ''} help={isTried && isReasonMissing && t('reasonMissing')}>
          <Input id="merge-reason" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Form.Item>
      </Form>
      {merge.error !== null && <Failure error={merge.error} />}
    </Modal>
  );
}

interface ChoicesProps {
  readonly choices: readonly FactChoice[];
  readonly isTaken: (choice: FactChoice) => boolean;
  readonly onChoose: (key: string, isTaken: boolean) => void;
}

function Choices({ choices, isTaken, onChoose }: ChoicesProps): ReactNode {
  const t = useTexts(mergesTexts);
  const formats = useFormats();
  const columns: readonly DataColumn<FactChoice>[] = [
    { key: 'field', title: t('differences'), isHeading: true, width: 150, render: ({ field }) => formats.label(field) },
    {
      key: 'choice', title: t('here'), render: (choice) => (
        <Radio.Group aria-label={formats.label(choice.field)} value={isTaken(choice)} onChange={(event) => onChoose(choice.field.key, event.target.value === true)}
          options={[{ value: false, label: `${t('here')}: ${formats.cell(choice.field, choice.here) || t('empty')}` }, { value: true, label: `${t('theirs')}: ${formats.cell(choice.field, choice.theirs)}` }]} />
      ),
    },
  ];
  return <DataTable label={t('differences')} columns={columns} rows={choices} keyOf={({ field }) => field.key} />;
}
