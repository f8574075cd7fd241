import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { uiTexts } from '../../ui/ui-texts.ts';

export function MissingPage(): ReactNode {
  const t = useTexts(uiTexts);
  return <EmptyState title={t('pageMissing')} hint={t('pageMissingHint')} actions={<ButtonLink to={links.dashboard} type="primary">{t('toDashboard')}</ButtonLink>} />;
}
