import { defineTexts } from '../../../platform/i18n.ts';

export const groupsTexts = defineTexts('groups', {
  zh: { groupBy: '分组', groupedBy: '按{{field}}分组', none: '不分组', count: '笔数', total: '合计', cut: '只显示行数最多的 {{count}} 组，请先筛选。', shown: '{{list}}，按{{field}}分组' },
  en: { groupBy: 'Group', groupedBy: 'By {{field}}', none: 'No grouping', count: 'Rows', total: 'Total', cut: 'Only the {{count}} largest groups are shown; filter first.', shown: '{{list}} by {{field}}' },
});
