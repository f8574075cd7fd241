import type { Right } from '@loanbook/contract/features/session.ts';
import type { AsyncRouteComponent } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useRight } from '../../platform/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Page } from '../../ui/page.tsx';
import { uiTexts } from '../../ui/ui-texts.ts';
import { appTexts } from '../app-texts.ts';

/** The page for people with the right; the others are told in a sentence, instead of a form that the server would refuse. */
export function guarded(PageOfRight: AsyncRouteComponent<object>, right: Right): AsyncRouteComponent<object> {
  const Guarded = (): ReactNode => (useRight(right) ? <PageOfRight /> : <NoRightPage />);
  return PageOfRight.preload === undefined ? Guarded : Object.assign(Guarded, { preload: PageOfRight.preload });
}

function NoRightPage(): ReactNode {
  const t = useTexts(appTexts);
  const tUi = useTexts(uiTexts);
  return (
    <Page title={t('noRight')} subtitle={t('noRightHint')} width="reading">
      <p><ButtonLink to={links.dashboard} type="primary">{tUi('toDashboard')}</ButtonLink></p>
    </Page>
  );
}
