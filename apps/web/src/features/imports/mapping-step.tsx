import type { Import } from '@loanbook/contract/features/imports.ts';
import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { useSession } from '../../platform/session.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { ImportedFile, MappingDraft } from './mapping-draft.ts';
import styles from './mapping-step.module.css';
import { mappingTexts } from './mapping-texts.ts';
import { openColumns } from './open-columns.ts';
import { SheetMapping } from './sheet-mapping.tsx';
import { TemplateNotice } from './template-notice.tsx';

interface MappingStepProps {
  readonly one: Import;
  readonly draft: MappingDraft;
  readonly onDraft: (draft: MappingDraft) => void;
}

/** 认表: as of which day, which sheet holds what, which column means what; everything can be corrected. */
export function MappingStep({ one, draft, onDraft }: MappingStepProps): ReactNode {
  const t = useTexts(mappingTexts);
  const [isOnlyOpen, setIsOnlyOpen] = useState(false);
  const openCount = openColumns(one.files).length;
  return (
    <>
      <TemplateNotice one={one} />
      <Panel>
        <div className={styles['top']}>
          <AsOf one={one} draft={draft} onDraft={onDraft} />
          {openCount > 0
            ? <Checkbox checked={isOnlyOpen} onChange={(event) => setIsOnlyOpen(event.target.checked)}>{t('onlyOpen', { count: openCount })}</Checkbox>
            : <Tag tone="good">{t('allKnown')}</Tag>}
        </div>
      </Panel>
      {one.files.map((file) => <FileMapping key={file.name} file={file} draft={draft} onDraft={onDraft} isOnlyOpen={isOnlyOpen && openCount > 0} />)}
    </>
  );
}

function AsOf({ one, draft, onDraft }: MappingStepProps): ReactNode {
  const t = useTexts(mappingTexts);
  const { businessDate } = useSession();
  const source = one.asOfSource === 'caption' || one.asOfSource === 'inferred' || one.asOfSource === 'option' ? t(`asOf_${one.asOfSource}`) : t('asOf_missing', { date: businessDate });
  const isChanged = draft.asOf !== null && draft.asOf !== one.asOf;
  return (
    <div className={styles['asOf']}>
      <label htmlFor="import-as-of" className={styles['label']}>{t('asOf')}</label>
      <div className={styles['date']}>
        <DateInput id="import-as-of" value={draft.asOf ?? one.asOf} max={businessDate} onChange={(day) => onDraft({ ...draft, asOf: day === one.asOf ? null : day })} />
      </div>
      <span className={styles['source']} data-attention={(!isChanged && (one.asOfSource === 'inferred' || one.asOf === null)) || undefined}>{isChanged ? t('asOf_option') : source}</span>
    </div>
  );
}

interface FileMappingProps {
  readonly file: ImportedFile;
  readonly draft: MappingDraft;
  readonly onDraft: (draft: MappingDraft) => void;
  readonly isOnlyOpen: boolean;
}

function FileMapping({ file, draft, onDraft, isOnlyOpen }: FileMappingProps): ReactNode {
  const t = useTexts(mappingTexts);
  const format = file.format === 'xlsx' || file.format === 'xls' || file.format === 'csv' || file.format === 'html' ? t(`format_${file.format}`) : t('format_unreadable');
  return (
    <section className={styles['file']} aria-label={file.name}>
      <h2 className={styles['fileName']}>{file.name} <Tag tone={file.format === 'unreadable' ? 'danger' : 'neutral'}>{format}</Tag></h2>
      {file.sheets.map((sheet) => <SheetMapping key={sheet.name} file={file} sheet={sheet} draft={draft} onDraft={onDraft} isOnlyOpen={isOnlyOpen} />)}
    </section>
  );
}
