import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { FrontCard } from '../../ui/front-card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { setupStateQuery } from './session-queries.ts';
import { sessionTexts } from './session-texts.ts';
import { SetupForm } from './setup-form.tsx';

/** The one-time link's page. The token stands behind the #, which browsers send to no server, and leaves the address at once. */
export function SetupPage(): ReactNode {
  const t = useTexts(sessionTexts);
  const [token] = useState(() => new URLSearchParams(globalThis.location.hash.slice(1)).get('token') ?? '');
  const setupState = useQuery(setupStateQuery);
  useEffect(() => {
    if (token !== '') globalThis.history.replaceState(globalThis.history.state, '', links.setup);
  }, [token]);
  return (
    <FrontCard title={t('setup')} subtitle={t('setupSubtitle')}>
      <QueryView query={setupState}>
        {({ isSetUp }) => {
          if (isSetUp) return <Notice tone="info" title={t('alreadySetUp')} actions={<ButtonLink to={links.signIn} type="primary">{t('toSignIn')}</ButtonLink>}>{t('alreadySetUpHint')}</Notice>;
          if (token === '') return <Notice tone="attention" title={t('tokenMissing')}>{t('tokenMissingHint')}</Notice>;
          return <SetupForm token={token} />;
        }}
      </QueryView>
    </FrontCard>
  );
}
