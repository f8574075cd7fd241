import type { Import } from '@loanbook/contract/features/imports.ts';
import { Button, Progress } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { formatCount } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Failure } from '../../ui/failure.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './import-progress.module.css';
import { importsTexts } from './imports-texts.ts';
import { useCancelImport } from './use-cancel-import.ts';

const titles = { reading: 'readingTitle', committing: 'committingTitle', undoing: 'undoingTitle' } as const;
const hints = { reading: 'readingText', committing: 'committingText', undoing: 'undoingText' } as const;

/** How far the server is with reading, writing or undoing. Only reading can be stopped: the others are one step, all or nothing. */
export function ImportProgress({ one }: { readonly one: Import }): ReactNode {
  const t = useTexts(importsTexts);
  const cancel = useCancelImport(one.id);
  const seconds = useSeconds();
  const isReading = one.state === 'reading';
  const step = one.state === 'undoing' || one.state === 'committing' ? one.state : 'reading';
  return (
    <Panel>
      <div className={styles['progress']} role="status">
        <h2 className={styles['title']}>{t(titles[step])}</h2>
        <Progress percent={shownPercent(one)} status="active" showInfo={false} aria-label={t(titles[step])} />
        <p className={styles['stage']}>
          <span>{stageWords(one, t)}</span>
          <span>{t('elapsed', { seconds })}</span>
        </p>
        <p className={styles['hint']}>{t(hints[step])}</p>
        {isReading && <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>{t('cancelImport')}</Button>}
        {cancel.error !== null && <Failure error={cancel.error} />}
      </div>
    </Panel>
  );
}

/** A start that is seen, an end that is not promised: the first steps tell nothing yet, the last has still to be stored. */
function shownPercent({ progress: { done, total } }: Import): number {
  return total === 0 ? 6 : Math.min(96, Math.max(6, Math.round((done / total) * 100)));
}

function stageWords({ state, progress: { done, total, stage } }: Import, t: ReturnType<typeof useTexts<keyof typeof importsTexts.zh>>): string {
  if (state === 'reading') return total === 0 ? t('stage_reading') : `${t('stage_reading')} · ${t('stepOf', { done: Math.min(done + 1, total), total })}`;
  if (state === 'undoing') return `${t('stage_undo')} · ${t('countOf', { done: formatCount(done), total: formatCount(total) })}`;
  if (stage !== 'loans') return t('stage_customers');
  return `${t('stage_loans')} · ${t('countOf', { done: formatCount(done), total: formatCount(total) })}`;
}

function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
