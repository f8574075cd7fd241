import type { Import } from '@loanbook/contract/features/imports.ts';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { Tag, type TagTone } from '../../ui/tag.tsx';
import { importsTexts } from './imports-texts.ts';

const tones: Readonly<Record<Import['state'], TagTone>> = { reading: 'accent', ready: 'attention', committing: 'accent', committed: 'good', failed: 'danger', cancelled: 'neutral', undoing: 'accent', undone: 'neutral' };

export function ImportStateTag({ state }: { readonly state: Import['state'] }): ReactNode {
  const t = useTexts(importsTexts);
  return <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>;
}
