import { importChangesRoutes, type UndoBlocker } from '@loanbook/contract/features/import-changes.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Form, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { call } from '../../platform/client.ts';
import { formatCount } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { Facts } from '../../ui/facts.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useEntryTypeName } from '../loans/loans.index.ts';
import { againTexts } from './again-texts.ts';
import styles from './commit-dialog.module.css';
import { importQuery } from './import-query.ts';

/** What undoing would do, or what stands in its way; then the reason. */
export function UndoDialog({ importId, onClose }: { readonly importId: string; readonly onClose: () => void }): ReactNode {
  const t = useTexts(againTexts);
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const preview = useQuery({ queryKey: ['import-undo', importId], queryFn: ({ signal }) => call(importChangesRoutes.previewUndo, { params: { importId }, signal }), staleTime: 0, gcTime: 0 });
  const undo = useMutation({
    mutationFn: () => call(importChangesRoutes.undo, { params: { importId }, body: { reason: reason.trim() } }),
    onSuccess: (one) => queryClient.setQueryData(importQuery(importId).queryKey, one),
  });
  const isFree = preview.data?.blockerCount === 0;
  return (
    <Modal open title={t('undoTitle')} okText={t('undoConfirm')} cancelText={t('close')} okButtonProps={{ danger: true, disabled: !isFree || reason.trim().length < 2 }} confirmLoading={undo.isPending} onOk={() => undo.mutate()} onCancel={onClose} width={560}>
      <div className={styles['dialog']}>
        <p>{t('undoText')}</p>
        <QueryView query={preview} loadingLines={4}>
          {(data) => (data.blockerCount > 0 ? <Blockers blockers={data.blockers} count={data.blockerCount} /> : (
            <Facts
              facts={[
                { key: 'loans', label: t('undoLoans'), value: t('loansUnit', { count: formatCount(data.loansVoided) }) },
                ...(data.loansRestored > 0 ? [{ key: 'restored', label: t('undoRestored'), value: t('loansUnit', { count: formatCount(data.loansRestored) }) }] : []),
                { key: 'repayments', label: t('undoRepayments'), value: t('loansUnit', { count: formatCount(data.repaymentsTakenBack) }) },
                { key: 'customers', label: t('undoCustomers'), value: t('customersUnit', { count: formatCount(data.customersDeactivated) }) },
                ...(data.customersKept > 0 ? [{ key: 'kept', label: t('undoCustomersKept'), value: t('customersUnit', { count: formatCount(data.customersKept) }) }] : []),
                ...(data.customersRestored > 0 ? [{ key: 'customersRestored', label: t('undoCustomersRestored'), value: t('customersUnit', { count: formatCount(data.customersRestored) }) }] : []),
              ]}
            />
          ))}
        </QueryView>
        {isFree && (
          <Form layout="vertical" component={false}>
            <Form.Item label={t('undoReason')} htmlFor="undo-reason" extra={t('undoReasonHint')}>
              <Input id="undo-reason" autoComplete="off" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
            </Form.Item>
          </Form>
        )}
        {undo.error !== null && <Failure error={undo.error} />}
      </div>
    </Modal>
  );
}

const mostShown = 20;

function Blockers({ blockers, count }: { readonly blockers: readonly UndoBlocker[]; readonly count: number }): ReactNode {
  const t = useTexts(againTexts);
  const shown = blockers.slice(0, mostShown);
  return (
    <Notice tone="attention" title={t('undoBlocked', { count: formatCount(count) })}>
      <p>{t('undoBlockedText')}</p>
      <ul>{shown.map((blocker, index) => <li key={index}><BlockerLine blocker={blocker} /></li>)}</ul>
      {count > shown.length && <p>{t('moreBlockers', { count: formatCount(count - shown.length) })}</p>}
    </Notice>
  );
}

function BlockerLine({ blocker: { kind, table, id, number, what, on, by } }: { readonly blocker: UndoBlocker }): ReactNode {
  const t = useTexts(againTexts);
  const typeName = useEntryTypeName();
  switch (kind) {
    case 'import':
      return <Link to={links.import} params={{ importId: id }}>{t('blocker_import', { on, file: number, count: what })}</Link>;
    case 'posting':
      return <><Link to={links.loan} params={{ loanId: id }}>{number}</Link> {t('blocker_posting', { on, what: typeName(what), by })}</>;
    case 'edit':
      return <>{table === 'loan' ? <Link to={links.loan} params={{ loanId: id }}>{number}</Link> : <Link to={links.customer} params={{ customerId: id }}>{number}</Link>} {t('blocker_edit', { on, by })}</>;
    default:
      return kind satisfies never;
  }
}
