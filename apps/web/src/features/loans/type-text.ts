import type { Translate } from '../../platform/i18n.ts';
import { loansTexts } from './loans-texts.ts';

type LoansTextKey = keyof typeof loansTexts.zh;

/** What an entry of a type is called in a loan's record; a type without words stays as it is. */
export function typeText(t: Translate<LoansTextKey>, type: string): string {
  const key = `type_${type}`;
  return isTextKey(key) ? t(key) : type;
}

function isTextKey(key: string): key is LoansTextKey {
  return Object.hasOwn(loansTexts.zh, key);
}
