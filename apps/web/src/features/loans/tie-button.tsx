import { importChangesRoutes } from '@loanbook/contract/features/import-changes.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { liveOpening } from '@loanbook/contract/loan-life/live-opening.ts';
import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { fen, formatYuan, parseYuan } from '@loanbook/engine/money.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { ledgerQueryKey } from '../../ledger-grid/list/use-ledger-rows.ts';
import { call } from '../../platform/client.ts';
import { formatMoney } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { useRight } from '../../platform/session.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Failure } from '../../ui/failure.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { balanceOn } from './balance-on.ts';
import { loanQuery } from './loan-query.ts';
import styles from './tie-button.module.css';
import { tieTexts } from './tie-texts.ts';

interface TieButtonProps {
  readonly loanId: string;
  /** The paper's balance, where it is known; yuan. */
  readonly outstanding?: string;
  /** Its day; null: the business date. */
  readonly on?: string | null;
}

/** Adjusts a taken-over loan so that its balance is the paper's. */
export function TieButton(props: TieButtonProps): ReactNode {
  const t = useTexts(tieTexts);
  const mayWrite = useRight('ledger.write');
  const [isOpen, setIsOpen] = useState(false);
  if (!mayWrite) return null;
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('tie')}</Button>
      {isOpen && <TieDialog {...props} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function TieDialog({ loanId, onClose, ...given }: TieButtonProps & { readonly onClose: () => void }): ReactNode {
  const t = useTexts(tieTexts);
  const query = useQuery(loanQuery(loanId));
  if (query.data !== undefined) return <TieForm loan={query.data} onClose={onClose} {...given} />;
  return <Modal open title={t('title')} onCancel={onClose} footer={null}><QueryView query={query}>{() => null}</QueryView></Modal>;
}

function TieForm({ loan, outstanding: statedOutstanding = '', on: statedOn = null, onClose }: Omit<TieButtonProps, 'loanId'> & { readonly loan: Loan; readonly onClose: () => void }): ReactNode {
  const t = useTexts(tieTexts);
  const [outstanding, setOutstanding] = useState(statedOutstanding);
  const [on, setOn] = useState<string | null>(statedOn ?? loan.state.asOf);
  const [reason, setReason] = useState('');
  const tie = useTie(loan.id, onClose);
  const opening = liveOpening(loan.events);
  const day = on === null ? null : parseCivilDate(on);
  const bookFen = day === null ? null : balanceOn(loan, day);
  const paperFen = parseYuan(outstanding);
  const differenceFen = bookFen === null || paperFen === null ? null : paperFen - bookFen;
  const isReady = opening !== undefined && differenceFen !== null && differenceFen !== 0 && reason.trim().length >= 2;
  return (
    <Modal open title={t('title')} okText={t('confirm')} cancelText={t('cancel')} okButtonProps={{ disabled: !isReady }} confirmLoading={tie.isPending} onOk={() => day !== null && tie.mutate({ outstanding, on: day, reason: reason.trim() })} onCancel={onClose} width={520}>
      <div className={styles['dialog']}>
        <p>{t('text')}</p>
        {opening === undefined ? <Notice tone="attention">{t('notTakenOver')}</Notice> : (
          <>
            <Form layout="vertical" component={false}>
              <Form.Item label={t('on')} htmlFor="tie-on"><DateInput id="tie-on" value={on} min={opening.occurredOn} max={loan.state.asOf} onChange={setOn} /></Form.Item>
              <Form.Item label={t('paper')} htmlFor="tie-outstanding"><MoneyInput id="tie-outstanding" value={outstanding} onChange={setOutstanding} /></Form.Item>
              <Facts
                facts={[
                  { key: 'book', label: t('book'), value: bookFen === null ? null : formatMoney(formatYuan(fen(bookFen))) },
                  { key: 'difference', label: t('difference'), value: differenceFen === null ? null : differenceFen === 0 ? t('same') : formatMoney(formatYuan(fen(differenceFen))) },
                  { key: 'opening', label: t('opening'), value: differenceFen === null ? formatMoney(formatYuan(opening.principalFen)) : t('openingChange', { before: formatMoney(formatYuan(opening.principalFen)), after: formatMoney(formatYuan(fen(opening.principalFen + differenceFen))) }) },
                ]}
              />
              <Form.Item label={t('reason')} htmlFor="tie-reason" extra={t('reasonHint')}><Input id="tie-reason" autoComplete="off" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} /></Form.Item>
            </Form>
            <p className={styles['muted']}>{t('back')}</p>
          </>
        )}
        {tie.error !== null && <Failure error={tie.error} />}
      </div>
    </Modal>
  );
}

function useTie(loanId: string, onDone: () => void) {
  const t = useTexts(tieTexts);
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly outstanding: string; readonly on: string; readonly reason: string }) => call(importChangesRoutes.tieLoan, { params: { loanId }, body }),
    onSuccess: (loan) => {
      queryClient.setQueryData(loanQuery(loanId).queryKey, loan);
      for (const queryKey of [ledgerQueryKey, ['customer']]) void queryClient.invalidateQueries({ queryKey });
      void message.success(t('done'));
      onDone();
    },
  });
}
