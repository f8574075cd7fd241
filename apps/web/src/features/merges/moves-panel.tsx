import type { CustomerMove } from '@loanbook/contract/features/merges.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button, Input, Popconfirm } from 'antd';
import { useState, type ReactNode } from 'react';
import { errorSentence } from '../../platform/api-error.ts';
import { formatCount, useFormats } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useRight } from '../../platform/session.ts';
import { Panel } from '../../ui/panel.tsx';
import styles from './merges.module.css';
import { mergesTexts } from './merges-texts.ts';
import { movesQuery, useUndoMove } from './use-merge-calls.ts';

/** Merges and splits a customer took part in, each with its way back; nothing where there were none. */
export function MovesPanel({ customerId }: { readonly customerId: string }): ReactNode {
  const t = useTexts(mergesTexts);
  const moves = useQuery(movesQuery(customerId)).data?.moves ?? [];
  if (moves.length === 0) return null;
  return (
    <Panel title={t('moves')}>
      <ul className={styles['moves']}>
        {moves.map((move) => <MoveLine key={move.id} move={move} customerId={customerId} />)}
      </ul>
    </Panel>
  );
}

function MoveLine({ move, customerId }: { readonly move: CustomerMove; readonly customerId: string }): ReactNode {
  const t = useTexts(mergesTexts);
  const formats = useFormats();
  const language = useLanguage();
  const mayWrite = useRight('ledger.write');
  const { message } = App.useApp();
  const undo = useUndoMove();
  const [reason, setReason] = useState('');
  const other = move.from.id === customerId ? move.to : move.from;
  const words = { from: move.from.name, fromNo: move.from.customerNo, to: move.to.name, toNo: move.to.customerNo, loans: formatCount(move.loans) };
  const undoNow = (): void => undo.mutate({ moveId: move.id, reason: reason.trim() }, { onSuccess: () => void message.success(t('undone')), onError: (error) => void message.error(errorSentence(error, language)) });
  return (
    <li data-undone={move.undoneAt !== null || undefined}>
      <div>
        <Link to={links.customer} params={{ customerId: other.id }}>{t(move.kind === 'merge' ? 'mergeLine' : 'splitLine', words)}</Link>
        <small>{t('byAt', { by: move.movedBy, at: formats.dateTime(move.movedAt), reason: move.reason })}</small>
        {move.undoneAt !== null && <small>{t('undoneByAt', { by: move.undoneBy ?? '', at: formats.dateTime(move.undoneAt) })}</small>}
      </div>
      {mayWrite && move.undoneAt === null && (
        <Popconfirm title={t('undoTitle')} description={<><p>{t('undoText')}</p><Input aria-label={t('reason')} placeholder={t('reason')} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} /></>} okText={t('undo')} okButtonProps={{ disabled: reason.trim().length < 2 }} onConfirm={undoNow} styles={{ root: { maxWidth: 340 } }}>
          <Button size="small" loading={undo.isPending}>{t('undo')}</Button>
        </Popconfirm>
      )}
    </li>
  );
}
