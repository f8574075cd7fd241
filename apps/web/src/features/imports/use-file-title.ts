import { useTexts } from '../../platform/i18n.ts';
import { importsTexts } from './imports-texts.ts';

/** Names one import by its files: the one, or the first and how many. */
export function useFileTitle(): (fileNames: readonly string[]) => string {
  const t = useTexts(importsTexts);
  return (fileNames) => {
    const [first = '…'] = fileNames;
    return fileNames.length <= 1 ? first : t('filesAndMore', { first, count: fileNames.length });
  };
}
