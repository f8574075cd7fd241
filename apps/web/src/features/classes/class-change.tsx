import { fiveTierClassChoices } from '@loanbook/contract/choices.ts';
import type { ReactNode } from 'react';
import { useFormats } from '../../platform/format.ts';
import { Tag, type TagTone } from '../../ui/tag.tsx';
import styles from './classes.module.css';

const tones: Readonly<Record<string, TagTone>> = { normal: 'good', special_mention: 'attention', substandard: 'danger', doubtful: 'danger', loss: 'danger' };

export function ClassTag({ value }: { readonly value: string }): ReactNode {
  const formats = useFormats();
  return <Tag tone={tones[value] ?? 'neutral'}>{formats.choice(fiveTierClassChoices, value)}</Tag>;
}

/** From one class to another; `from` null where the loan begins. */
export function ClassChangeTags({ from, to }: { readonly from: string | null; readonly to: string }): ReactNode {
  return (
    <span className={styles['change']}>
      {from !== null && <><ClassTag value={from} /><span aria-hidden>→</span></>}
      <ClassTag value={to} />
    </span>
  );
}
