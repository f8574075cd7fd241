import { RightOutlined } from '@ant-design/icons';
import type { ImportProblem } from '@loanbook/contract/features/imports.ts';
import { problemKindText } from '@loanbook/contract/problem-kinds.ts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatCount } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Tag, type TagTone } from '../../ui/tag.tsx';
import { CellFixInput } from './cell-fix-input.tsx';
import { typedCell, type MappingDraft } from './mapping-draft.ts';
import { previewTexts } from './preview-texts.ts';
import type { ProblemGroup, Severity } from './problem-groups.ts';
import styles from './problems-step.module.css';

const tones: Readonly<Record<Severity, TagTone>> = { error: 'danger', warning: 'attention', info: 'neutral' };
const rowsAtOnce = 50;

interface ProblemGroupPanelProps {
  readonly group: ProblemGroup;
  readonly isOpenAtFirst: boolean;
  /** Then its name need not stand on each line. */
  readonly isOneFile: boolean;
  readonly draft: MappingDraft;
  readonly onDraft: (draft: MappingDraft) => void;
}

/** One kind of problem: what to do about it stands in the heading, the places below. */
export function ProblemGroupPanel({ group, isOpenAtFirst, isOneFile, draft, onDraft }: ProblemGroupPanelProps): ReactNode {
  const t = useTexts(previewTexts);
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const [shownCount, setShownCount] = useState(rowsAtOnce);
  const { name, advice } = problemKindText(group.kind, language);
  const rest = group.problems.length - shownCount;
  return (
    <section className={styles['group']}>
      <h2 className={styles['groupTitle']}>
        <button type="button" aria-expanded={isOpen} className={styles['toggle']} onClick={() => setIsOpen(!isOpen)}>
          <RightOutlined className={styles['arrow']} aria-hidden />
          <Tag tone={tones[group.severity]}>{t(`severity_${group.severity}`)}</Tag>
          <span className={styles['kind']}>{name}</span>
          <span className={styles['count']}>{formatCount(group.problems.length)}</span>
          {advice !== '' && <span className={styles['advice']}>{t('advice', { advice })}</span>}
        </button>
      </h2>
      {isOpen && <Places label={name} isOneFile={isOneFile} group={group} shownCount={shownCount} draft={draft} onDraft={onDraft} />}
      {isOpen && rest > 0 && <div className={styles['more']}><Button onClick={() => setShownCount(shownCount + 200)}>{t('moreOf', { count: formatCount(Math.min(rest, 200)) })}</Button></div>}
    </section>
  );
}

interface PlacesProps extends Omit<ProblemGroupPanelProps, 'isOpenAtFirst'> {
  readonly label: string;
  readonly shownCount: number;
}

function Places({ label, group, shownCount, isOneFile, draft, onDraft }: PlacesProps): ReactNode {
  const t = useTexts(previewTexts);
  const language = useLanguage();
  const columns: readonly DataColumn<ImportProblem>[] = [
    { key: 'cell', title: t('cell'), isHeading: true, width: 240, render: (problem) => <><span className={styles['cell']}>{problem.cell || t('wholeSheet')}</span> <span className={styles['file']}>{placeWords(problem, isOneFile)}</span></> },
    { key: 'value', title: t('value'), width: 190, render: (problem) => (problem.value === '' ? <span className={styles['file']}>{t('emptyCell')}</span> : <code className={styles['value']}>{problem.value}</code>) },
    { key: 'fix', title: t('fix'), width: 220, render: (problem) => <CellFixInput key={typedCell(draft, problem) ?? ''} problem={problem} group={group} draft={draft} onDraft={onDraft} /> },
    { key: 'what', title: t('what'), render: (problem) => (language === 'zh' ? problem.messageZh : problem.messageEn) },
  ];
  return <DataTable label={label} columns={columns} rows={group.problems.slice(0, shownCount)} keyOf={(problem) => problem.number} />;
}

/** A text file has no sheets of its own to name. */
function placeWords({ file, sheet }: ImportProblem, isOneFile: boolean): string {
  if (isOneFile) return sheet === 'csv' ? '' : sheet;
  return sheet === 'csv' || sheet === '' ? file : `${sheet} · ${file}`;
}
