import { defineTexts } from '../../platform/i18n.ts';

export const overdueTexts = defineTexts('overdue', {
  zh: { repay: '收款', all: '全部', emptyTitle: '没有逾期的贷款', emptyHint: '有贷款过了应还日期而没有还清时，会显示在这里。', buckets: '逾期分段', subtitle: '截至 {{date}}，按逾期天数从多到少' },
  en: { repay: 'Repay', all: 'All', emptyTitle: 'No loan is past due', emptyHint: 'Loans appear here once a due date has passed without full payment.', buckets: 'Overdue bucket', subtitle: 'As of {{date}}, most days past due first' },
});
