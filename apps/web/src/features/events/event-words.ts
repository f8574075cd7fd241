import { fiveTierClassChoices } from '@loanbook/contract/choices.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { formatPercent } from '@loanbook/engine/rate.ts';
import { useCallback } from 'react';
import { formatPercentText, useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { eventsTexts } from './events-texts.ts';

/** What an event's type and amount alone do not say, in words; null when they say all. */
export function useEventWords(loan: Loan): (eventId: string) => string | null {
  const t = useTexts(eventsTexts);
  const formats = useFormats();
  return useCallback((eventId) => {
    const event = loan.events.find((candidate) => candidate.id === eventId);
    return event === undefined ? null : wordsOf(event, t, (value) => formats.choice(fiveTierClassChoices, value));
  }, [loan, t, formats]);
}

function wordsOf(event: LoanEvent, t: ReturnType<typeof useTexts<keyof typeof eventsTexts.zh>>, classWord: (value: string) => string): string | null {
  switch (event.type) {
    case 'prepay':
      return t(`mode_${event.mode}`);
    case 'waive':
      return t(`component_${event.component}`);
    case 'fee':
      return event.name;
    case 'rate':
      return t('words_rate', { rate: formatPercentText(formatPercent(event.rateAnnualE8)) });
    case 'extend':
      return event.rateAnnualE8 === undefined
        ? t('words_extend', { date: event.maturesOn })
        : t('words_extendRate', { date: event.maturesOn, rate: formatPercentText(formatPercent(event.rateAnnualE8)) });
    case 'class':
      return t('words_class', { class: classWord(event.fiveTierClass) });
    case 'restructure':
      return t('words_restructure');
    case 'refinance':
      return t(event.isRepaidByOther === true ? 'words_repaidByOther' : 'words_repaysOther');
    case 'disburse':
    case 'draw':
    case 'opening':
    case 'repay':
    case 'reverse':
    case 'write_off':
    case 'recover':
    case 'refund':
      return null;
    default:
      return event satisfies never;
  }
}
