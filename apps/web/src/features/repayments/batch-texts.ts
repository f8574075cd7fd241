import { defineTexts } from '../../platform/i18n.ts';

export const batchTexts = defineTexts('batch', {
  zh: {
    title: '多笔收款', toList: '还款台账', subtitle: '从 Excel 复制一段粘贴到表里，核对每一笔怎么冲抵，然后一次登记：要么全部登记，要么一笔都不登记。', usualDay: '默认日期', usualChannel: '默认渠道',
    name: '借据号 / 合同号 / 姓名', loan: '贷款', amount: '金额', paidOn: '日期', channel: '渠道', externalRef: '流水号', note: '备注', use: '冲抵与结果', row: '第 {{number}} 行', remove: '删除第 {{number}} 行',
    chooseLoan: '有 {{count}} 笔，请选择', searching: '查找中…', outstanding: '余额 {{amount}}', left: '还后余额 {{amount}}', settles: '结清', keepExcess: '多收的转为暂收款',
    name_missing: '请填写借据号、合同号或姓名', no_loan: '没有找到这笔贷款', choose_loan: '请选择是哪一笔贷款', amount_invalid: '金额不对', date_invalid: '日期不对，请写成 2026-01-31', channel_unknown: '没有这种渠道', looks_doubled: '可能重复', looks_large: '金额远大于平常，请核对',
    count: '{{count}} 笔', total: '合计 {{amount}} 元', problems: '{{count}} 笔有问题', ready: '都可以登记', firstProblem: '看第一处', undo: '撤销', redo: '重做', clear: '清空', post: '登记 {{count}} 笔', posting: '正在登记…', keys: 'Enter 下一行 · Tab 下一格 · 方向键移动 · Ctrl+V 粘贴 · Ctrl+Z 撤销', leftOutTitle: '粘贴的内容没有全部放下', leftOutRows: '一次最多 {{most}} 笔，后面的 {{count}} 行没有粘贴，请登记完再粘贴剩下的。', leftOutColumns: '表格右边多出的 {{count}} 列没有粘贴。',
    doneTitle: '已登记 {{count}} 笔，合计 {{amount}} 元', receipt: '收据', receiptFile: '收据', another: '再登记一批', seeAll: '查看还款台账', printAll: '打印全部收据', empty: '先在上面的表里填写或粘贴。', borrower: '借款人', parts: '用于', failed: '没有登记任何一笔',
    unsaved: '表里还有没有登记的收款',
  },
  en: {
    title: 'Several receipts', toList: 'Repayments', subtitle: 'Paste a block from Excel, check what each line pays, then record them at once: all of them or none.', usualDay: 'Usual date', usualChannel: 'Usual channel',
    name: 'Receipt no. / contract no. / name', loan: 'Loan', amount: 'Amount', paidOn: 'Date', channel: 'Channel', externalRef: 'Reference', note: 'Note', use: 'Use and result', row: 'Row {{number}}', remove: 'Remove row {{number}}',
    chooseLoan: '{{count}} loans: choose', searching: 'Looking…', outstanding: 'owes {{amount}}', left: 'leaves {{amount}}', settles: 'settles', keepExcess: 'Keep the excess as credit',
    name_missing: 'Enter a receipt number, contract number or name', no_loan: 'No such loan', choose_loan: 'Choose which loan', amount_invalid: 'Not an amount', date_invalid: 'Not a date; write 2026-01-31', channel_unknown: 'No such channel', looks_doubled: 'May be entered twice', looks_large: 'Far more than usual: please check',
    count: '{{count}} receipts', total: '{{amount}} CNY in total', problems: '{{count}} with problems', ready: 'all can be recorded', firstProblem: 'Show the first', undo: 'Undo', redo: 'Redo', clear: 'Clear', post: 'Record {{count}}', posting: 'Recording…', keys: 'Enter next row · Tab next cell · arrows move · Ctrl+V pastes · Ctrl+Z undoes', leftOutTitle: 'Not everything that was pasted fits', leftOutRows: 'At most {{most}} at once; the last {{count}} rows were not pasted. Record these first, then paste the rest.', leftOutColumns: '{{count}} columns beyond the right edge were not pasted.',
    doneTitle: '{{count}} recorded, {{amount}} CNY in total', receipt: 'Receipt', receiptFile: 'Receipt', another: 'Record more', seeAll: 'See all repayments', printAll: 'Print all receipts', empty: 'Fill in or paste lines above first.', borrower: 'Borrower', parts: 'Used for', failed: 'None was recorded',
    unsaved: 'The sheet holds receipts that are not recorded',
  },
});
