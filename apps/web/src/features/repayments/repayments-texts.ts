import { defineTexts } from '../../platform/i18n.ts';

export const repaymentsTexts = defineTexts('repayments', {
  zh: {
    batch: '多笔收款', emptyTitle: '还没有收款', emptyHint: '在贷款页面登记收款，或者一次登记多笔。', emptyReadOnly: '有人登记或导入收款之后，会显示在这里。',
    title: '登记收款', of: '{{name}} · {{receiptNo}}', amount: '收款金额', paidOn: '收款日期', channel: '收款渠道', externalRef: '流水号', payerName: '付款人', payerHint: '非本人付款时填', note: '备注', optional: '选填',
    presetCurrent: '本期应还', presetOverdue: '全部逾期', presetPayoff: '结清', presetCurrentHint: '到 {{date}} 为止应还，含逾期', post: '登记收款', postAmount: '登记收款 {{amount}} 元', cancel: '取消', close: '关闭', postHint: 'Ctrl + Enter 登记',
    previewTitle: '这笔钱怎么用', previewHint: '填写金额后，这里显示冲抵顺序和还款后的情况。', part_fee: '费用', part_compound: '复利', part_penalty: '罚息', part_interest: '利息', part_principal: '本金', part_credit: '暂收款', total: '合计', creditWaits: '还没到期的部分记作暂收款，到期日自动冲抵。', settles: '这笔收款将结清贷款。',
    changeTitle: '前后对比', before: '现在', after: '之后', outstanding: '贷款余额', overdue: '逾期本息', daysPastDue: '逾期天数', class: '五级分类', payoff: '结清应还', credit: '暂收款', settled: '已结清',
    keepExcess: '多收的 {{excess}} 元转为暂收款', excessNote: '金额超过结清应还 {{payoff}} 元。', future: '收款日期不能晚于今天（{{date}}）。', backdated: '收款日期早于已登记的还款，系统会按日期重新计算之后的冲抵。',
    unusual: '金额远大于平常：超过应还的两倍，或平时收款的十倍。请核对是否多写了一位。',
    doneTitle: '已登记收款 {{amount}} 元', doneSettled: '贷款已结清。', printReceipt: '打印收据', receiptFile: '收据', another: '再收一笔', useOf: '用于',
    reverseTitle: '冲正这笔还款', reverseText: '冲正不删除记录：原记录划去保留，余额恢复到没有这笔还款时的样子。', reverseReason: '冲正原因', reverseReasonHint: '至少两个字，会留在记录里', reverseConfirm: '确认冲正', reversed: '已冲正', reason_wrongLoan: '登记到了错误的贷款', reason_wrongAmount: '金额有误', reason_duplicate: '重复登记', reason_bounced: '款项被退回', reverseOf: '{{date}} · {{amount}} 元',
  },
  en: {
    batch: 'Several receipts', emptyTitle: 'No repayments yet', emptyHint: 'Record a repayment on a loan’s page, or several in one go.', emptyReadOnly: 'Repayments appear here once somebody records or imports them.',
    title: 'Record repayment', of: '{{name}} · {{receiptNo}}', amount: 'Amount received', paidOn: 'Received on', channel: 'Channel', externalRef: 'Reference', payerName: 'Payer', payerHint: 'If not the borrower', note: 'Note', optional: 'Optional',
    presetCurrent: 'Due now', presetOverdue: 'All past due', presetPayoff: 'Settle', presetCurrentHint: 'Due up to {{date}}, arrears included', post: 'Record', postAmount: 'Record {{amount}} CNY', cancel: 'Cancel', close: 'Close', postHint: 'Ctrl + Enter records',
    previewTitle: 'How the money is used', previewHint: 'Enter an amount to see what it pays and how the loan stands afterwards.', part_fee: 'Fees', part_compound: 'Compound interest', part_penalty: 'Penalty', part_interest: 'Interest', part_principal: 'Principal', part_credit: 'Credit held', total: 'Total', creditWaits: 'What is not due yet is held as credit and used on its due date.', settles: 'This receipt settles the loan.',
    changeTitle: 'Before and after', before: 'Now', after: 'After', outstanding: 'Outstanding', overdue: 'Past due', daysPastDue: 'Days past due', class: 'Five-tier class', payoff: 'Payoff', credit: 'Credit held', settled: 'settled',
    keepExcess: 'Keep the excess of {{excess}} CNY as credit', excessNote: 'The amount is more than the payoff of {{payoff}} CNY.', future: 'The date cannot be after today ({{date}}).', backdated: 'The date is before repayments already recorded; what they paid is computed again in the order of dates.',
    unusual: 'Far more than usual: over twice what is owed, or ten times a usual receipt. Is there a digit too many?',
    doneTitle: '{{amount}} CNY recorded', doneSettled: 'The loan is settled.', printReceipt: 'Print receipt', receiptFile: 'Receipt', another: 'Another one', useOf: 'Used for',
    reverseTitle: 'Reverse this repayment', reverseText: 'Nothing is deleted: the entry stays, struck out, and the balance goes back to what it was without it.', reverseReason: 'Reason', reverseReasonHint: 'At least two characters; it stays in the record', reverseConfirm: 'Reverse', reversed: 'Reversed', reason_wrongLoan: 'Recorded on the wrong loan', reason_wrongAmount: 'Wrong amount', reason_duplicate: 'Recorded twice', reason_bounced: 'The payment was returned', reverseOf: '{{date}} · {{amount}} CNY',
  },
});
