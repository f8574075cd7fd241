import type { Import } from '@loanbook/contract/features/imports.ts';
import { Input, Segmented } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { formatCount } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Loading } from '../../ui/loading.tsx';
import { previewTexts } from './preview-texts.ts';
import { FixedCells } from './fixed-cells.tsx';
import type { MappingDraft } from './mapping-draft.ts';
import { ProblemFiles } from './problem-files.tsx';
import { foundProblems, problemGroups, severities, type Severity } from './problem-groups.ts';
import { ProblemGroupPanel } from './problem-group-panel.tsx';
import styles from './problems-step.module.css';
import { useAllProblems } from './use-all-problems.ts';

interface ProblemsStepProps {
  readonly one: Import;
  readonly draft: MappingDraft;
  readonly onDraft: (draft: MappingDraft) => void;
}

/** 问题: by kind, the gravest first, each with its place, what is wrong and what to do. */
export function ProblemsStep({ one, draft, onDraft }: ProblemsStepProps): ReactNode {
  const t = useTexts(previewTexts);
  const counts = one.problemCounts;
  const [severity, setSeverity] = useState<Severity | null>(severities.find((candidate) => counts[candidate] > 0) ?? null);
  const [words, setWords] = useState('');
  const all = useAllProblems(one, severity);
  const groups = useMemo(() => problemGroups(foundProblems(all.problems, words)), [all.problems, words]);
  if (counts.error + counts.warning + counts.info === 0 && one.fixedCells.length === 0) return <EmptyState title={t('none')} hint={t('noneHint')} />;
  const choices = [...severities.filter((candidate) => counts[candidate] > 0).map((value) => ({ value: value as string, label: `${t(`severity_${value}`)} ${formatCount(counts[value])}` })), { value: 'all', label: t('all') }]; // as: widened, so that “all” stands beside them
  return (
    <>
      <div className={styles['tools']}>
        <Segmented aria-label={t('severityFilter')} value={severity ?? 'all'} options={choices} onChange={(chosen) => setSeverity(severities.find((candidate) => candidate === chosen) ?? null)} />
        <Input.Search className={styles['search'] ?? ''} allowClear aria-label={t('search')} placeholder={t('searchHint')} value={words} onChange={(event) => setWords(event.target.value)} />
        <span className={styles['loaded']} role="status">{all.problems.length < all.total && t('loaded', { done: formatCount(all.problems.length), total: formatCount(all.total) })}</span>
        <ProblemFiles one={one} />
      </div>
      <p className={styles['meaning']}>{t('meaning')}</p>
      {one.fixedCells.length > 0 && <FixedCells one={one} draft={draft} onDraft={onDraft} />}
      {all.error !== null && <Failure error={all.error} onRetry={all.retry} />}
      {all.isLoading && <Loading />}
      {!all.isLoading && groups.length === 0 && <EmptyState title={t('noneFound')} />}
      {groups.map((group, index) => <ProblemGroupPanel key={`${group.key} ${words}`} group={group} isOneFile={one.files.length === 1} draft={draft} onDraft={onDraft} isOpenAtFirst={index === 0 || group.problems.length <= 5 || words !== ''} />)}
    </>
  );
}
