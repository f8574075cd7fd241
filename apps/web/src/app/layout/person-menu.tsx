import { KeyOutlined, LogoutOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { languages, roles } from '@loanbook/contract/choices.ts';
import { sessionRoutes } from '@loanbook/contract/features/session.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useRef, type ReactNode } from 'react';
import { call } from '../../platform/client.ts';
import { colorModePreference } from '../../platform/color-mode.ts';
import { useFormats } from '../../platform/format.ts';
import { chooseLanguage, useTexts, type Language } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { rememberSession, useSession, useSignOut } from '../../platform/session.ts';
import { usePreference } from '../../platform/stored-preference.ts';
import { Failure } from '../../ui/failure.tsx';
import { appTexts } from '../app-texts.ts';
import styles from './person-menu.module.css';

const menuId = 'person-menu';

/** Who is signed in, how the page looks to them, and the way out. A native popover: Escape and a click outside close it. */
export function PersonMenu(): ReactNode {
  const t = useTexts(appTexts);
  const formats = useFormats();
  const { user, institution, businessDate } = useSession();
  const popover = useRef<HTMLDivElement>(null);
  const signOut = useMutation({ mutationFn: useSignOut() });
  return (
    <div className={styles['person']}>
      <button type="button" className={styles['button']} popoverTarget={menuId} aria-label={t('personMenu', { name: user.displayName })}>
        <span className={styles['initial']} data-initial={Array.from(user.displayName)[0]} aria-hidden="true" />
        <span className={styles['name']}>{user.displayName}</span>
      </button>
      <div ref={popover} id={menuId} popover="auto" className={styles['menu']}>
        <div className={styles['who']}>
          <strong>{user.displayName}</strong>
          <span>{user.userName} · {formats.choice(roles, user.role)}</span>
          <span className={styles['where']}>{institution.name} · {t('businessDate')} {businessDate}</span>
        </div>
        <LanguageChoice />
        <AppearanceChoice />
        <div className={styles['links']}>
          <Link to={links.help} className={styles['item']} onClick={() => popover.current?.hidePopover()}><QuestionCircleOutlined aria-hidden />{t('help')}</Link>
          <Link to={links.password} className={styles['item']} onClick={() => popover.current?.hidePopover()}><KeyOutlined aria-hidden />{t('changePassword')}</Link>
          <button type="button" className={styles['item']} disabled={signOut.isPending} onClick={() => signOut.mutate()}><LogoutOutlined aria-hidden />{t('signOut')}</button>
        </div>
        {signOut.error !== null && <Failure error={signOut.error} />}
      </div>
    </div>
  );
}

function LanguageChoice(): ReactNode {
  const t = useTexts(appTexts);
  const queryClient = useQueryClient();
  const { language } = useSession().user;
  const change = useMutation({
    mutationFn: (chosen: Language) => call(sessionRoutes.changeLanguage, { body: { language: chosen } }),
    onSuccess: (session) => rememberSession(queryClient, session),
    onError: () => chooseLanguage(language),
  });
  const choose = (chosen: Language): void => {
    chooseLanguage(chosen);
    change.mutate(chosen);
  };
  return (
    <div className={styles['choice']}>
      <span>{t('language')}</span>
      <Segmented<Language> size="small" aria-label={t('language')} value={change.variables ?? language} onChange={choose} options={languages.map(({ value, zh }) => ({ value, label: zh }))} />
      {change.error !== null && <Failure error={change.error} />}
    </div>
  );
}

function AppearanceChoice(): ReactNode {
  const t = useTexts(appTexts);
  const choice = usePreference(colorModePreference);
  const options = [
    { value: 'system' as const, label: t('appearanceSystem') },
    { value: 'light' as const, label: t('appearanceLight') },
    { value: 'dark' as const, label: t('appearanceDark') },
  ];
  return (
    <div className={styles['choice']}>
      <span>{t('appearance')}</span>
      <Segmented size="small" aria-label={t('appearance')} value={choice} onChange={colorModePreference.write} options={options} />
    </div>
  );
}
