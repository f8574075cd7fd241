import { useTexts } from '../../platform/i18n.ts';
import { reportTexts } from './report-texts.ts';
import type { RecordPlace } from './problem-place.ts';

/** Says where in which file a line stands. */
export function useSourcePlace(): (place: RecordPlace) => string {
  const t = useTexts(reportTexts);
  // A text file has no sheets of its own to name.
  return ({ file, sheet, row }) => (sheet === 'csv' ? t('placeOfFile', { file, row }) : t('placeOf', { file, sheet, row }));
}
