import { defineTexts } from '../../platform/i18n.ts';

export const previewTexts = defineTexts('import-preview', {
  zh: {
    place: '原表位置', placeOf: '{{sheet}} 第 {{row}} 行', empty: '没有读到这类记录', emptyHint: '如果文件里有，请回到“认表”看看工作表的内容和各列的对应。', page: '第 {{first}}–{{last}} 条，共 {{total}} 条', previousPage: '上一页', nextPage: '下一页', unread: '读不出：{{value}}', rowProblems: '{{count}} 个问题', showAll: '显示全部字段', tabs: '记录种类',
    severity_error: '错误', severity_warning: '警告', severity_info: '提示', all: '全部', search: '查找', searchHint: '值、单元格或说明', download: '下载问题清单', marked: '下载标注过的原表', markedOf: '标注：{{file}}', downloadName: '导入问题清单', loaded: '已载入 {{done}} / {{total}} 条', moreOf: '再显示 {{count}} 条', none: '没有问题', noneHint: '读到的内容没有发现问题，可以直接写入。', noneFound: '没有符合条件的问题', cell: '单元格', value: '原值', what: '问题', advice: '怎么办：{{advice}}', emptyCell: '（空）', wholeSheet: '整张表', severityFilter: '按严重程度筛选', meaning: '错误：这一处没能读进来，留空待补。警告：已读入，但请核对。提示：供参考。',
  },
  en: {
    place: 'In the file', placeOf: '{{sheet}}, row {{row}}', empty: 'No such records were found', emptyHint: 'If the files have them, look under “Tables” at what the sheets hold and what the columns mean.', page: '{{first}}–{{last}} of {{total}}', previousPage: 'Previous page', nextPage: 'Next page', unread: 'Unreadable: {{value}}', rowProblems: 'Problems: {{count}}', showAll: 'Show all fields', tabs: 'Kinds of records',
    severity_error: 'Errors', severity_warning: 'Warnings', severity_info: 'Notes', all: 'All', search: 'Find', searchHint: 'Value, cell or words', download: 'Download the problems', marked: 'Download the marked workbook', markedOf: 'Marked: {{file}}', downloadName: 'import-problems', loaded: '{{done}} of {{total}} loaded', moreOf: 'Show {{count}} more', none: 'No problems', noneHint: 'Nothing was found wrong with what was read; you can write it as it is.', noneFound: 'No problem matches', cell: 'Cell', value: 'Value', what: 'What is wrong', advice: 'What to do: {{advice}}', emptyCell: '(empty)', wholeSheet: 'Whole sheet', severityFilter: 'Filter by severity', meaning: 'Errors: this could not be read and stays empty. Warnings: it was read; please check. Notes: for your information.',
  },
});
