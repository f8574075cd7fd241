import type { Import } from '@loanbook/contract/features/imports.ts';
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent, ReactNode } from 'react';
import { formatCount } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { againTexts } from './again-texts.ts';
import { changesQuery, firstChanges } from './changes-query.ts';
import { importsTexts } from './imports-texts.ts';
import { openColumns } from './open-columns.ts';
import styles from './step-tabs.module.css';

export const importSteps = ['tables', 'preview', 'changes', 'problems'] as const;
export type ImportStep = (typeof importSteps)[number];

interface StepTabsProps {
  readonly one: Import;
  readonly step: ImportStep;
  readonly onStep: (step: ImportStep) => void;
}

/** The four views as numbered tabs, each with what waits in it. */
export function StepTabs({ one, step, onStep }: StepTabsProps): ReactNode {
  const t = useTexts(importsTexts);
  const move = (event: KeyboardEvent): void => {
    const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = importSteps[importSteps.indexOf(step) + way];
    if (way === 0 || next === undefined) return;
    onStep(next);
    document.getElementById(`import-tab-${next}`)?.focus();
  };
  return (
    <div className={styles['tabs']} role="tablist" aria-label={t('steps')} onKeyDown={move}>
      {importSteps.map((name, index) => (
        <button key={name} type="button" role="tab" id={`import-tab-${name}`} aria-selected={name === step} aria-controls={name === step ? `import-step-${name}` : undefined} tabIndex={name === step ? 0 : -1} className={styles['tab']} onClick={() => onStep(name)}>
          <span className={styles['number']} aria-hidden="true">{index + 1}</span>
          <span className={styles['words']}>
            <strong>{t(`step_${name}`)}</strong>
            <StepNote one={one} name={name} />
          </span>
        </button>
      ))}
    </div>
  );
}

function ChangesNote({ one }: { readonly one: Import }): ReactNode {
  const t = useTexts(againTexts);
  const { data } = useQuery(changesQuery(one.id, firstChanges));
  if (data === undefined) return <small>{t('tabBusy')}</small>;
  const changed = data.loans.changed + data.customers.changed;
  const kept = data.loans.kept + data.customers.kept;
  if (changed + kept > 0) return <small>{t('tabSome', { changed: formatCount(changed), kept: formatCount(kept) })}</small>;
  return <small>{t(data.loans.unchanged + data.customers.unchanged > 0 && data.loans.new + data.customers.new === 0 ? 'tabSame' : 'tabNew')}</small>;
}

function StepNote({ one, name }: { readonly one: Import; readonly name: ImportStep }): ReactNode {
  const t = useTexts(importsTexts);
  const { error, warning, info } = one.problemCounts;
  switch (name) {
    case 'tables': {
      const openCount = openColumns(one.files).length;
      const tableCount = one.files.flatMap((file) => file.sheets).flatMap((sheet) => sheet.tables).length;
      return <small>{t('tablesNote', { tables: tableCount })} · {openCount > 0 ? <em className={styles['attention']}>{t('columnsOpen', { count: openCount })}</em> : t('allRecognised')}</small>;
    }
    case 'preview':
      return <small>{one.totals !== null && t('contents', { customers: formatCount(one.totals.customers), loans: formatCount(one.totals.loans), repayments: formatCount(one.totals.repayments) })}</small>;
    case 'changes':
      return <ChangesNote one={one} />;
    case 'problems':
      if (error + warning + info === 0) return <small>{t('noProblems')}</small>;
      return (
        <small>
          {error > 0 && <em className={styles['danger']}>{t('errors', { count: formatCount(error) })}</em>}
          {error > 0 && warning > 0 && ' · '}
          {warning > 0 && t('warnings', { count: formatCount(warning) })}
          {error + warning > 0 && info > 0 && ' · '}
          {info > 0 && t('notes', { count: formatCount(info) })}
        </small>
      );
    default: {
      const unknownStep: never = name;
      throw new Error(`no note for ${String(unknownStep)}`);
    }
  }
}
