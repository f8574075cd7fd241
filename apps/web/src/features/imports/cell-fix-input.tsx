import type { ImportProblem } from '@loanbook/contract/features/imports.ts';
import { Button, Input } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatCount } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { typedCell, withCells, type MappingDraft } from './mapping-draft.ts';
import { previewTexts } from './preview-texts.ts';
import type { ProblemGroup } from './problem-groups.ts';
import styles from './problems-step.module.css';

const cellAddress = /^[A-Z]{1,3}[1-9]\d*$/;

interface CellFixInputProps {
  readonly problem: ImportProblem;
  readonly group: ProblemGroup;
  readonly draft: MappingDraft;
  readonly onDraft: (draft: MappingDraft) => void;
}

/** Where a doubtful cell is retyped; Enter goes on to the next one, as in a spreadsheet. A problem of a whole sheet has none. */
export function CellFixInput({ problem, group, draft, onDraft }: CellFixInputProps): ReactNode {
  const t = useTexts(previewTexts);
  const waiting = typedCell(draft, problem);
  const [text, setText] = useState(waiting ?? '');
  if (!cellAddress.test(problem.cell)) return null;
  const same = problem.value === '' ? [] : group.problems.filter((other) => other.value === problem.value && cellAddress.test(other.cell));
  const keep = (): void => {
    const typed = text.trim();
    if (typed !== (waiting ?? '')) onDraft(withCells(draft, [problem], typed === '' ? undefined : typed));
  };
  const goOn = (event: KeyboardEvent<HTMLInputElement>): void => {
    const inputs = [...document.querySelectorAll<HTMLInputElement>(`.${styles['fix'] ?? ''} input`)];
    inputs[inputs.indexOf(event.currentTarget) + (event.shiftKey ? -1 : 1)]?.focus();
  };
  return (
    <div className={styles['fix']}>
      <Input size="small" maxLength={500} aria-label={t('fixOf', { cell: problem.cell })} value={text} onChange={(event) => setText(event.target.value)} onBlur={keep} onPressEnter={goOn} />
      {same.length > 1 && text.trim() !== '' && <Button type="link" size="small" onClick={() => onDraft(withCells(draft, same, text.trim()))}>{t('fixSame', { count: formatCount(same.length) })}</Button>}
    </div>
  );
}
