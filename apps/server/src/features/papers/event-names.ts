import type { Loan } from '@loanbook/contract/features/loans.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { formatPercent } from '@loanbook/engine/rate.ts';
import { percentText } from '../../platform/paper/printing.ts';
import { classText } from './paper-loan.ts';

const names = {
  zh: {
    disburse: '放款', draw: '提款', opening: '接管余额', repay: '还款', reverse: '冲正', fee: '费用', write_off: '核销', recover: '核销后回收', refund: '退暂收款', restructure: '重组', refinance: '借新还旧', waive: '减免', rate: '利率调整', extend: '展期', class: '分类认定',
    prepay_shorten: '提前还款（缩期）', prepay_reduce: '提前还款（减额）', prepay_settle: '结清', component: { fee: '费用', interest: '利息', penalty: '罚息', compound: '复利' },
  },
  en: {
    disburse: 'Lent', draw: 'Draw', opening: 'Taken over', repay: 'Repayment', reverse: 'Reversal', fee: 'Fee', write_off: 'Write-off', recover: 'Recovery', refund: 'Refund', restructure: 'Restructuring', refinance: 'Refinancing', waive: 'Waiver', rate: 'New rate', extend: 'Extension', class: 'Class',
    prepay_shorten: 'Early repayment (shorter)', prepay_reduce: 'Early repayment (lower)', prepay_settle: 'Settlement', component: { fee: 'fee', interest: 'interest', penalty: 'penalty', compound: 'compound' },
  },
} as const;

/** An entry as one line of a statement says it. */
export function eventName(event: LoanEvent, loan: Loan, language: 'zh' | 'en'): string {
  const text = names[language];
  switch (event.type) {
    case 'prepay':
      return text[`prepay_${event.mode}`];
    case 'waive':
      return `${text.waive} ${text.component[event.component]}`;
    case 'fee':
      return `${text.fee} ${event.name}`;
    case 'rate':
      return `${text.rate} ${percentText(formatPercent(event.rateAnnualE8)) ?? ''}`;
    case 'extend':
      return `${text.extend} ${event.maturesOn}`;
    case 'class':
      return `${text.class} ${classText(event.fiveTierClass, language)}`;
    case 'reverse': {
      const target = loan.events.find((one) => one.id === event.reversedEventId);
      return target === undefined ? text.reverse : `${text.reverse} ${target.occurredOn} ${eventName(target, loan, language)}`;
    }
    case 'disburse':
    case 'draw':
    case 'opening':
    case 'repay':
    case 'write_off':
    case 'recover':
    case 'refund':
    case 'restructure':
    case 'refinance':
      return text[event.type];
    default:
      return event satisfies never;
  }
}
