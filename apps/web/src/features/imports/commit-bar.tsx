import type { Import } from '@loanbook/contract/features/imports.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatCount } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Failure } from '../../ui/failure.tsx';
import { againTexts } from './again-texts.ts';
import { changesQuery, firstChanges } from './changes-query.ts';
import styles from './commit-bar.module.css';
import { CommitDialog } from './commit-dialog.tsx';
import { importsTexts } from './imports-texts.ts';
import { correctionCount, emptyDraft, type MappingDraft } from './mapping-draft.ts';
import { mappingTexts } from './mapping-texts.ts';
import { importSteps, type ImportStep } from './step-tabs.tsx';
import { useCancelImport } from './use-cancel-import.ts';
import { useCorrectImport } from './use-correct-import.ts';

interface CommitBarProps {
  readonly one: Import;
  readonly step: ImportStep;
  readonly onStep: (step: ImportStep) => void;
  readonly draft: MappingDraft;
  readonly onDraft: (draft: MappingDraft) => void;
}

/** At the lower edge of every step: what would be written and the way on, or corrections that wait to be read again. */
export function CommitBar(props: CommitBarProps): ReactNode {
  const isCorrected = correctionCount(props.draft) > 0;
  return <div className={styles['bar']} data-corrected={isCorrected || undefined}>{isCorrected ? <CorrectionActions {...props} /> : <StepActions {...props} />}</div>;
}

function CorrectionActions({ one, draft, onDraft }: CommitBarProps): ReactNode {
  const t = useTexts(mappingTexts);
  const correct = useCorrectImport(one.id);
  return (
    <>
      <span className={styles['sum']}>{t('pending', { count: correctionCount(draft) })}</span>
      {correct.error !== null && <Failure error={correct.error} />}
      <Button onClick={() => onDraft(emptyDraft)}>{t('discard')}</Button>
      <Button type="primary" loading={correct.isPending} onClick={() => correct.mutate(draft)}>{t('readAgain')}</Button>
    </>
  );
}

/** What ledgers do not say and the book assumes. */
function PenaltyNote({ importId }: { readonly importId: string }): ReactNode {
  const t = useTexts(againTexts);
  const { data } = useQuery(changesQuery(importId, firstChanges));
  if (data === undefined || data.loans.new + data.loans.changed === 0) return null;
  return <small className={styles['assumed']}>{t('penalty', { multiplier: data.penaltyMultiplier })}</small>;
}

function StepActions({ one, step, onStep }: CommitBarProps): ReactNode {
  const t = useTexts(importsTexts);
  const cancel = useCancelImport(one.id);
  const [isAsking, setIsAsking] = useState(false);
  const next = importSteps[importSteps.indexOf(step) + 1];
  const { totals } = one;
  const isEmpty = totals === null || totals.customers + totals.loans + totals.repayments === 0;
  return (
    <>
      <span className={styles['sum']}>
        {!isEmpty && <PenaltyNote importId={one.id} />}
        {isEmpty ? t('nothingToWrite') : <>{t('willWrite')} <strong>{t('contents', { customers: formatCount(totals.customers), loans: formatCount(totals.loans), repayments: formatCount(totals.repayments) })}</strong></>}
      </span>
      {cancel.error !== null && <Failure error={cancel.error} />}
      <Popconfirm title={t('cancelTitle')} description={t('cancelText')} cancelText={t('keepImport')} okText={t('cancelImport')} okButtonProps={{ danger: true }} onConfirm={() => cancel.mutate()}>
        <Button loading={cancel.isPending}>{t('cancelImport')}</Button>
      </Popconfirm>
      {next !== undefined && <Button onClick={() => onStep(next)}>{t('next')}</Button>}
      <Button type="primary" disabled={isEmpty} onClick={() => setIsAsking(true)}>{t('commit')}</Button>
      {isAsking && <CommitDialog one={one} onClose={() => setIsAsking(false)} />}
    </>
  );
}
