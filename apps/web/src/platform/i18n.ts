import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { storedPreference } from './stored-preference.ts';

export type Language = 'zh' | 'en';

/** Texts of one feature. Plural texts have the keys `name_one` and `name_other` and are asked for as `name` with a `count`. */
export interface Texts<Key extends string> {
  readonly namespace: string;
  readonly zh: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

export type TextKey<Key extends string> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;
export type TextValues = Readonly<Record<string, string | number>>;
export type Translate<Key extends string> = (key: TextKey<Key>, values?: TextValues) => string;

const languagePreference = storedPreference<Language>('language', ['zh', 'en'], browserLanguage);

void i18next.use(initReactI18next).init({
  lng: languagePreference.read(),
  fallbackLng: false,
  supportedLngs: ['zh', 'en'],
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  returnNull: false,
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes.
  react: { useSuspense: false },
});

/** Declares a feature's texts in both languages; a key missing in English does not compile. `{{name}}` is filled in. */
export function defineTexts<const Key extends string>(namespace: string, texts: { zh: Readonly<Record<Key, string>>; en: Readonly<Record<NoInfer<Key>, string>> }): Texts<Key> {
  i18next.addResourceBundle('zh', namespace, texts.zh);
  i18next.addResourceBundle('en', namespace, texts.en);
  return { namespace, ...texts };
}

export function useTexts<Key extends string>(texts: Texts<Key>): Translate<Key> {
  const { t } = useTranslation(texts.namespace);
  return useCallback((key, values) => t(key, { ...values }), [t]);
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh';
}

/** Switches the whole page at once and remembers the choice for the sign-in page. */
export function chooseLanguage(language: Language): void {
  languagePreference.write(language);
  if (i18next.language !== language) void i18next.changeLanguage(language);
}

function browserLanguage(): Language {
  return globalThis.navigator?.language?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}
