import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useIsPhone } from '../../platform/color-mode.ts';
import { useTexts } from '../../platform/i18n.ts';
import { appTexts } from '../app-texts.ts';
import { BottomBar } from './bottom-bar.tsx';
import styles from './shell.module.css';
import { SideNavigation } from './side-navigation.tsx';
import { TopBar } from './top-bar.tsx';

const contentId = 'content';

/** The frame around every page of a signed-in person. */
export function Shell({ search }: { readonly search: ReactNode }): ReactNode {
  const t = useTexts(appTexts);
  const isPhone = useIsPhone();
  return (
    <div className={styles['shell']}>
      <a href={`#${contentId}`} className={styles['skip']}>{t('skipToContent')}</a>
      {!isPhone && <SideNavigation />}
      <div className={styles['column']}>
        <TopBar search={search} />
        <Content />
      </div>
      {isPhone && <BottomBar />}
    </div>
  );
}

/** After a change of page the reading starts in the content, for keyboards and screen readers too. */
function Content(): ReactNode {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const lastPath = useRef(path);
  useEffect(() => {
    if (lastPath.current !== undefined && lastPath.current !== path) {
      main.current?.focus({ preventScroll: true });
      main.current?.scrollTo(0, 0);
    }
    lastPath.current = path;
  }, [path]);
  return (
    <main ref={main} id={contentId} tabIndex={-1} className={styles['content']}>
      <Outlet />
    </main>
  );
}
