import { fiveTierClassChoices } from '@loanbook/contract/choices.ts';
import type { ReactNode } from 'react';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Tag, type TagTone } from '../../ui/tag.tsx';
import styles from './classes.module.css';
import { classesTexts } from './classes-texts.ts';

const tones: Readonly<Record<string, TagTone>> = { normal: 'good', special_mention: 'attention', substandard: 'danger', doubtful: 'danger', loss: 'danger' };

export function ClassTag({ value }: { readonly value: string | null }): ReactNode {
  const t = useTexts(classesTexts);
  const formats = useFormats();
  if (value === null) return <Tag>{t('settledClass')}</Tag>;
  return <Tag tone={tones[value] ?? 'neutral'}>{formats.choice(fiveTierClassChoices, value)}</Tag>;
}

/** From one class to another; `from` undefined where the loan begins, null while it was settled. */
export function ClassChangeTags({ from, to }: { readonly from: string | null | undefined; readonly to: string | null }): ReactNode {
  return (
    <span className={styles['change']}>
      {from !== undefined && <><ClassTag value={from} /><span aria-hidden>→</span></>}
      <ClassTag value={to} />
    </span>
  );
}
