import type { ClassReason } from '@loanbook/engine/class-reasons.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { choiceLabel, fiveTierClassChoices } from './choices.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Each rule as a sentence (rule §1.1); `{days}` and `{reason}` are filled in. */
const reasonWords: Readonly<Record<ClassReason['code'], Words>> = {
  days_past_due: { zh: '本金或利息逾期 {days} 天', en: '{days} days past due' },
  upgrade_test: { zh: '曾为不良，上调观察期未满', en: 'Was non-performing; the upgrade test is not met yet' },
  override: { zh: '人工认定：{reason}', en: 'Judged by a person: {reason}' },
  restructured: { zh: '重组资产，观察期未满', en: 'Restructured; its watch period runs' },
  restructured_again: { zh: '观察期内再次重组', en: 'Restructured again inside the watch period' },
  written_off: { zh: '已核销', en: 'Written off' },
  refinanced: { zh: '借新还旧', en: 'Repays another loan' },
  debtor_non_performing_elsewhere: { zh: '借款企业在他处有不良', en: 'The business is non-performing elsewhere' },
  debtor_npl_share: { zh: '借款企业在本机构的不良超过 10%', en: 'More than 10 % of the business’s loans here are non-performing' },
  debtor_overdue_share: { zh: '借款企业逾期 90 天以上的债务超过 20%', en: 'More than 20 % of the business’s debts are over 90 days late' },
  credit_impaired: { zh: '已发生信用减值', en: 'Credit impaired' },
  bankruptcy: { zh: '借款人破产清算', en: 'The borrower is in liquidation' },
};

/** Said of what ends by itself where the plan says when. */
const until: Words = { zh: '（最早 {endsOn} 满）', en: ' (until {endsOn} at the earliest)' };

/** Why a loan has its class, worst reason first, with the class each calls for; `events` are those of the loan up to the day. */
export function classReasonSentences(reasons: readonly ClassReason[], events: readonly LoanEvent[], language: 'zh' | 'en'): readonly string[] {
  const judged = events.findLast((event) => event.type === 'class');
  return reasons.map(({ code, fiveTierClass, figures }) => {
    const endsOn = figures?.endsOn ?? null;
    const details: Readonly<Record<string, string>> = { days: String(figures?.daysPastDue ?? ''), reason: judged?.type === 'class' ? judged.reason : '', endsOn: endsOn ?? '' };
    const pattern = `${reasonWords[code][language]}${endsOn === null ? '' : until[language]}`;
    const sentence = pattern.replace(/\{(\w+)\}/g, (_whole, name: string) => details[name] ?? '');
    return `${sentence} → ${choiceLabel(fiveTierClassChoices, fiveTierClass, language)}`;
  });
}
