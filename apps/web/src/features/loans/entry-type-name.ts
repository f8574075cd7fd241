import { useTexts } from '../../platform/i18n.ts';
import { loansTexts } from './loans-texts.ts';
import { typeText } from './type-text.ts';

/** What an entry of a type is called in a loan's record. */
export function useEntryTypeName(): (type: string) => string {
  const t = useTexts(loansTexts);
  return (type) => typeText(t, type);
}
