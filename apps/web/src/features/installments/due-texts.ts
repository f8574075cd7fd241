import { defineTexts } from '../../platform/i18n.ts';

export const dueTexts = defineTexts('due', {
  zh: {
    title: '今日应还', repay: '收款', today: '今日', week: '七天内', overdue: '已逾期', chosen: '自选日期', period: '应还日期', from: '从', to: '到', subtitle: '营业日 {{date}}，只列尚未还清的期次',
    emptyTitle: '没有要收的款', emptyHint: '放款后，每一期到期前会显示在这里。',
  },
  en: {
    title: 'Due today', repay: 'Repay', today: 'Today', week: 'Within seven days', overdue: 'Past due', chosen: 'Chosen dates', period: 'Due on', from: 'From', to: 'To', subtitle: 'Business date {{date}}; only installments not yet paid in full',
    emptyTitle: 'Nothing to collect', emptyHint: 'Installments appear here before they fall due.',
  },
});
