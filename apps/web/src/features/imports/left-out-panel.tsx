import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatCount } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './import-report.module.css';
import { reportTexts } from './report-texts.ts';
import { leftOutGroups, type LeftOutGroup, type LeftOutLine } from './report-lines.ts';
import { useSourcePlace } from './use-source-place.ts';

interface LeftOutPanelProps {
  readonly lines: readonly LeftOutLine[];
  readonly duplicates: number;
  readonly keptCount: number;
}

/** Lines of the ledger that are not in the book: by reason, each with its place. */
export function LeftOutPanel({ lines, duplicates, keptCount }: LeftOutPanelProps): ReactNode {
  const t = useTexts(reportTexts);
  if (lines.length === 0 && duplicates > 0) return <Notice tone="info" title={t('duplicates', { count: formatCount(duplicates) })}>{t('duplicatesText')}</Notice>;
  // Where the book stood against a line, the line was not written as it stands.
  if (lines.length === 0) return keptCount > 0 ? null : <Notice tone="good" title={t('allIn')}>{t('allInText')}</Notice>;
  return (
    <Panel title={`${t('leftOut')} · ${t('leftOutCount', { count: formatCount(lines.length) })}`} note={t('leftOutNote')} isFlush>
      {leftOutGroups(lines).map((group) => <LeftOutPlaces key={group.key} group={group} />)}
    </Panel>
  );
}

const placesAtOnce = 30;

function LeftOutPlaces({ group }: { readonly group: LeftOutGroup }): ReactNode {
  const t = useTexts(reportTexts);
  const placeOf = useSourcePlace();
  const [shownCount, setShownCount] = useState(placesAtOnce);
  const rest = group.lines.length - shownCount;
  return (
    <section className={styles['group']}>
      <h3 className={styles['groupTitle']}><Tag>{t(`table_${group.table}`)}</Tag> {t(`left_${group.reason}`)} <span>{t('leftOutCount', { count: formatCount(group.lines.length) })}</span></h3>
      <ul className={styles['places']}>
        {group.lines.slice(0, shownCount).map((line, index) => <li key={index}>{placeOf(line.source)}</li>)}
      </ul>
      {rest > 0 && <div className={styles['more']}><Button onClick={() => setShownCount(shownCount + 200)}>{t('showRows', { count: formatCount(Math.min(200, rest)) })}</Button></div>}
    </section>
  );
}
