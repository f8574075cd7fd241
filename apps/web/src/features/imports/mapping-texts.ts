import { defineTexts } from '../../platform/i18n.ts';

export const mappingTexts = defineTexts('import-mapping', {
  zh: {
    asOf: '截止日期', asOfNote: '台账上的余额是哪一天的。', asOf_option: '由您指定', asOf_caption: '取自表头的截止日期', asOf_inferred: '表中没有写明，按最后一笔还款所在月的月末推算，请核对', asOf_missing: '表中没有写明；不填则按今天（{{date}}）',
    pending: '{{count}} 处更正，重新读取后生效', discard: '撤销更正', readAgain: '重新读取',
    onlyOpen: '只看没有识别的列（{{count}}）', allKnown: '每一列都认出来了', sheet: '工作表', role: '内容', hidden: '隐藏', columnCount: '{{count}} 列', records: '{{count}} 条记录', rows: '第 {{first}}–{{last}} 行', headerRows: '表头第 {{rows}} 行', headerRow: '表头第 {{row}} 行', noTable: '没有找到带表头的表格（{{count}} 行）。', notTaken: '这张表不导入。', openCount: '{{count}} 列未识别', table: '表 {{number}}', unitOf: '单位：{{unit}}',
    column: '列', header: '表头', samples: '样例', target: '读作', unit: '单位', confidence: '把握', unit_yuan: '元', unit_wan: '万元', rate_year: '年利率', rate_month: '月利率', rate_day: '日利率', scale_percent: '%', scale_permille: '‰', scale_fraction: '小数', scale_tenThousandth: '‱', leaveOut: '忽略此列', helper: '辅助列，不单独导入', chooseTarget: '未识别，请选择或忽略', periods: '{{count}} 列按期展开（第 1 期、第 2 期…），一起读作还款记录。',
    certain: '确定', likely: '请核对', unknown: '未识别', corrected: '已更正', format_xlsx: 'Excel', format_xls: 'Excel 97–2003', format_csv: '文本表格', format_html: '网页表格', format_unreadable: '无法读取',
    role_customers: '客户台账', role_loans: '放款台账', role_repayments: '还款台账', role_overdue: '逾期台账', role_installments: '还款计划', role_summary: '汇总表（不导入）', role_notes: '说明（不导入）', role_old_copy: '旧副本（不导入）', role_ignored: '不导入',
    group_customer: '客户', group_loan: '贷款', group_repayment: '还款', group_installment: '还款计划', group_other: '其他',
  },
  en: {
    asOf: 'As of', asOfNote: 'The day the balances of the ledger stand for.', asOf_option: 'Set by you', asOf_caption: 'Taken from the caption of the ledger', asOf_inferred: 'Not stated; taken as the end of the month of the last payment. Please check.', asOf_missing: 'Not stated; today ({{date}}) unless you enter a day',
    pending: 'Corrections: {{count}}; they take effect when the files are read again', discard: 'Undo corrections', readAgain: 'Read again',
    onlyOpen: 'Only columns not recognised ({{count}})', allKnown: 'Every column was recognised', sheet: 'Sheet', role: 'Contents', hidden: 'Hidden', columnCount: 'Columns: {{count}}', records: 'Records: {{count}}', rows: 'rows {{first}}–{{last}}', headerRows: 'headings in rows {{rows}}', headerRow: 'headings in row {{row}}', noTable: 'No table with headings was found (rows: {{count}}).', notTaken: 'This sheet is not imported.', openCount: 'Not recognised: {{count}}', table: 'Table {{number}}', unitOf: 'Unit: {{unit}}',
    column: 'Col.', header: 'Heading', samples: 'Samples', target: 'Read as', unit: 'Unit', confidence: 'Confidence', unit_yuan: 'CNY', unit_wan: '10k CNY', rate_year: 'yearly', rate_month: 'monthly', rate_day: 'daily', scale_percent: '%', scale_permille: '‰', scale_fraction: 'as a fraction', scale_tenThousandth: '‱', leaveOut: 'Leave this column out', helper: 'Aid, not imported by itself', chooseTarget: 'Choose, or leave out', periods: '{{count}} columns, one set for each period; together they are read as repayments.',
    certain: 'Certain', likely: 'Please check', unknown: 'Not recognised', corrected: 'Corrected', format_xlsx: 'Excel', format_xls: 'Excel 97–2003', format_csv: 'Text table', format_html: 'Web table', format_unreadable: 'Unreadable',
    role_customers: 'Customers', role_loans: 'Loans', role_repayments: 'Repayments', role_overdue: 'Overdue loans', role_installments: 'Installments', role_summary: 'Summary (not imported)', role_notes: 'Notes (not imported)', role_old_copy: 'Old copy (not imported)', role_ignored: 'Not imported',
    group_customer: 'Customer', group_loan: 'Loan', group_repayment: 'Repayment', group_installment: 'Installment', group_other: 'Other',
  },
});
