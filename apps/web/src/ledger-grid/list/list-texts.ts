import { defineTexts } from '../../platform/i18n.ts';

export const listTexts = defineTexts('list', {
  zh: {
    search: '搜索姓名、拼音首字母、编号、证件号、手机', searchShort: '搜索', filter: '筛选', filters: '筛选条件', clearAll: '清除全部', removeFilter: '去掉条件：{{label}}',
    columns: '列', columnsTitle: '显示的列', frozenCount: '冻结前几列', resetColumns: '恢复默认', moveUp: '“{{label}}”上移', moveDown: '“{{label}}”下移',
    exportMenu: '导出', exportXlsx: '导出为 Excel（.xlsx）', exportCsv: '导出为 CSV', exportPdf: '打印用 PDF（A4 横向）', exporting: '正在导出…', exported: '已导出：{{file}}', exportedView: '按当前筛选、排序和显示的列导出',
    refresh: '刷新', sortBy: '排序', standardOrder: '默认顺序', ascending: '从小到大', descending: '从大到小', any: '不限', yes: '是', no: '否', from: '从', to: '到', part: '包含的文字', exact: '完整号码或后四位',
    invalidNumber: '请填写数字', done: '完成', nothingFound: '没有符合条件的记录', nothingFoundHint: '换个说法搜索，或者去掉一些筛选条件。', loadFailed: '没能载入列表',
    rowActions: '操作', privateNote: '姓名、号码等内容只留在本页，不会写进网址。',
  },
  en: {
    search: 'Search name, pinyin initials, number, ID, phone', searchShort: 'Search', filter: 'Filter', filters: 'Filters', clearAll: 'Clear all', removeFilter: 'Remove filter: {{label}}',
    columns: 'Columns', columnsTitle: 'Columns shown', frozenCount: 'Frozen columns', resetColumns: 'Reset', moveUp: 'Move “{{label}}” up', moveDown: 'Move “{{label}}” down',
    exportMenu: 'Export', exportXlsx: 'Export to Excel (.xlsx)', exportCsv: 'Export to CSV', exportPdf: 'PDF for printing (A4 across)', exporting: 'Exporting…', exported: 'Exported: {{file}}', exportedView: 'Exports the present filters, order and columns',
    refresh: 'Refresh', sortBy: 'Sort by', standardOrder: 'Standard order', ascending: 'Ascending', descending: 'Descending', any: 'Any', yes: 'Yes', no: 'No', from: 'From', to: 'To', part: 'Contains', exact: 'Whole number or last four',
    invalidNumber: 'Enter a number', done: 'Done', nothingFound: 'Nothing matches', nothingFoundHint: 'Search for something else, or remove some filters.', loadFailed: 'The list could not be loaded',
    rowActions: 'Action', privateNote: 'Names and numbers stay on this page and are never written into the address.',
  },
});
