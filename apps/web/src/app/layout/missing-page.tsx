import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Page } from '../../ui/page.tsx';
import { uiTexts } from '../../ui/ui-texts.ts';

export function MissingPage(): ReactNode {
  const t = useTexts(uiTexts);
  return (
    <Page title={t('pageMissing')} subtitle={t('pageMissingHint')} width="reading">
      <p><ButtonLink to={links.dashboard} type="primary">{t('toDashboard')}</ButtonLink></p>
    </Page>
  );
}
