import { changedFieldText, keptText } from '@loanbook/contract/import-change-texts.ts';
import type { ReactNode } from 'react';
import { formatMoney } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { Tag, type TagTone } from '../../ui/tag.tsx';
import { againTexts } from './again-texts.ts';
import styles from './change-fields.module.css';
import type { ChangeRow } from './changes-query.ts';

const tones: Readonly<Record<ChangeRow['state'], TagTone>> = { new: 'good', changed: 'accent', kept: 'attention', missing: 'attention', unchanged: 'neutral' };

export function ChangeStateTag({ state }: { readonly state: ChangeRow['state'] }): ReactNode {
  const t = useTexts(againTexts);
  return <Tag tone={tones[state]}>{t(`tag_${state}`)}</Tag>;
}

type Field = ChangeRow['fields'][number];

function phraseOf({ key, book, kept }: Field): 'keeps' | 'keepsFile' | 'posts' | 'fills' | 'fromTo' {
  if (kept !== null) return book === null ? 'keepsFile' : 'keeps';
  if (key === 'repayment') return 'posts';
  return book === null ? 'fills' : 'fromTo';
}

/** Amounts with separators, also behind a day. */
function shown(text: string): string {
  return text.replace(/(?<= |^)-?\d+\.\d{2}$/, (amount) => formatMoney(amount));
}

/** A row's differences, one a line: what changes, and where the book's word stands and why. */
export function ChangeFields({ row }: { readonly row: ChangeRow }): ReactNode {
  const t = useTexts(againTexts);
  const language = useLanguage();
  if (row.state === 'new') return <span className={styles['muted']}>{t('newRow')}</span>;
  if (row.state === 'missing') return t('missingRow', { balance: formatMoney(row.fields[0]?.book ?? '0.00') });
  if (row.fields.length === 0) return <span className={styles['muted']}>{t('sameRow')}</span>;
  return (
    <ul className={styles['fields']}>
      {row.fields.map((field, index) => {
        const text = changedFieldText(row.table, field, language);
        return (
          <li key={index} data-kept={field.kept !== null || undefined}>
            <span className={styles['name']}>{text.name}</span>
            <span>{t(phraseOf(field), { book: shown(text.book), file: shown(text.file) })}</span>
            {field.kept !== null && <small className={styles['why']}>{keptText(field.kept, language)}</small>}
          </li>
        );
      })}
    </ul>
  );
}
