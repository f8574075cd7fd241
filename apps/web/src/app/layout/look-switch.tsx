import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { colorModePreference, useColorMode } from '../../platform/color-mode.ts';
import { chooseLanguage, useLanguage, useTexts } from '../../platform/i18n.ts';
import { appTexts } from '../app-texts.ts';

/** Language and light or dark, before anybody is signed in. */
export function LookSwitch(): ReactNode {
  const t = useTexts(appTexts);
  const language = useLanguage();
  const mode = useColorMode();
  const other = mode === 'dark' ? 'light' : 'dark';
  const otherLabel = other === 'dark' ? t('appearanceDark') : t('appearanceLight');
  return (
    <div>
      <Button type="text" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}>{language === 'zh' ? 'English' : '中文'}</Button>
      <Button type="text" aria-label={otherLabel} title={otherLabel} icon={other === 'dark' ? <MoonOutlined /> : <SunOutlined />} onClick={() => colorModePreference.write(other)} />
    </div>
  );
}
