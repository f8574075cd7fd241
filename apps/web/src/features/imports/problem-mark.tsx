import type { ImportProblem } from '@loanbook/contract/features/imports.ts';
import { problemKindText } from '@loanbook/contract/problem-kinds.ts';
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { useIsPhone } from '../../platform/color-mode.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { worstSeverity } from './marked-row.ts';
import { previewTexts } from './preview-texts.ts';
import styles from './problem-mark.module.css';

interface ProblemMarkProps {
  readonly problems: readonly ImportProblem[];
  /** What the cell shows; empty where nothing could be read, then the original value is shown. */
  readonly children: ReactNode;
}

/** A marked cell: hovering, tapping or focusing it says what is wrong and what to do. */
export function ProblemMark({ problems, children }: ProblemMarkProps): ReactNode {
  const t = useTexts(previewTexts);
  // On a touch screen hovering and clicking are one gesture, and would open and close it again.
  const isPhone = useIsPhone();
  const [first] = problems;
  if (first === undefined) return children;
  const isUnread = children === '' || children === null;
  return (
    <Popover content={<ProblemWords problems={problems} />} trigger={isPhone ? 'click' : ['hover', 'focus']} placement="topLeft">
      <button type="button" className={styles['mark']} data-severity={worstSeverity(problems)} data-unread={isUnread || undefined}>
        {isUnread ? t('unread', { value: first.value || t('emptyCell') }) : children}
      </button>
    </Popover>
  );
}

function ProblemWords({ problems }: { readonly problems: readonly ImportProblem[] }): ReactNode {
  const t = useTexts(previewTexts);
  const language = useLanguage();
  return (
    <ul className={styles['words']}>
      {problems.map((problem) => {
        const { name, advice } = problemKindText(problem.kind, language);
        return (
          <li key={problem.number}>
            <strong>{name}</strong> <span className={styles['place']}>{problem.cell}{problem.value !== '' && ` · ${problem.value}`}</span>
            <p>{language === 'zh' ? problem.messageZh : problem.messageEn}</p>
            {advice !== '' && <p className={styles['advice']}>{t('advice', { advice })}</p>}
          </li>
        );
      })}
    </ul>
  );
}
