import type { Loan } from '@loanbook/contract/features/loans.ts';
import { civilDateOf, dayNumber, parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { Button, Checkbox, Slider } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './events.module.css';
import { eventsTexts } from './events-texts.ts';
import { firstDay } from './loan-as-of.ts';
import type { LoanAsOf } from './use-loan-as-of.ts';

interface AsOfBarProps {
  /** As of the business date. */
  readonly loan: Loan;
  readonly asOf: LoanAsOf;
}

/** Chooses the day that the figures below show: by date or by dragging through the loan's life. */
export function AsOfBar({ loan, asOf: { day, isAsKnown, isUnknown, setDay, setIsAsKnown } }: AsOfBarProps): ReactNode {
  const t = useTexts(eventsTexts);
  const today = loan.state.asOf;
  const first = firstDay(loan);
  if (first >= today) return null;
  const choose = (text: string | null): void => {
    const chosen = text === null ? null : parseCivilDate(text);
    setDay(chosen === null || chosen >= today ? null : chosen);
  };
  return (
    <div className={styles['asOf']}>
      <div className={styles['asOfControls']}>
        <label htmlFor="as-of-day">{t('asOf')}</label>
        <div className={styles['asOfDate']}><DateInput id="as-of-day" value={day ?? today} min={first} max={today} onChange={choose} /></div>
        <Slider
          className={styles['asOfSlider'] ?? ''}
          min={dayNumber(first)}
          max={dayNumber(today)}
          value={dayNumber(day ?? today)}
          onChange={(value) => choose(civilDateOf(value))}
          tooltip={{ formatter: (value) => (value === undefined ? '' : civilDateOf(value)) }}
          ariaLabelForHandle={t('asOfSlider')}
          ariaValueTextFormatterForHandle={(value) => civilDateOf(value)}
        />
        {day !== null && <Checkbox checked={isAsKnown} onChange={(event) => setIsAsKnown(event.target.checked)}>{t('asKnown')}</Checkbox>}
        {day !== null && <Button onClick={() => setDay(null)}>{t('asOfToday')}</Button>}
      </div>
      {day !== null && <Notice tone={isUnknown ? 'attention' : 'info'}>{isUnknown ? t('asOfUnknown') : t('asOfPast', { date: day })}</Notice>}
    </div>
  );
}
