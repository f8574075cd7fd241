import { QuestionCircleOutlined } from '@ant-design/icons';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { guidePageFor } from './guide-pages.ts';
import styles from './help-link.module.css';
import { helpTexts } from './help-texts.ts';

/** The "?" of every page: opens the guide where it explains this page, in a window of its own so that no form is lost. */
export function HelpLink(): ReactNode {
  const t = useTexts(helpTexts);
  const routePath = useRouterState({ select: (state) => state.matches.at(-1)?.fullPath ?? '' });
  const page = guidePageFor(routePath);
  const look = { className: styles['link'], target: '_blank', rel: 'noopener', title: t('helpForPage'), 'aria-label': t('helpForPage'), children: <QuestionCircleOutlined aria-hidden /> };
  return page === null ? <Link to={links.help} {...look} /> : <Link to={links.helpPage} params={{ page }} {...look} />;
}
