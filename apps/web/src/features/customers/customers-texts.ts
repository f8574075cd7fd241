import { defineTexts } from '../../platform/i18n.ts';

export const customersTexts = defineTexts('customers', {
  zh: {
    newCustomer: '新增客户', importLedger: '导入台账', emptyTitle: '还没有客户', emptyHint: '把现有的 Excel 台账导入进来，或者先登记一位客户。', emptyReadOnly: '有人登记或导入客户之后，会显示在这里。',
    toList: '客户台账', risk: '风险 {{level}}', blacklisted: '黑名单', sameContactsTitle: '其他客户也用同样的电话、账号或联系人，请核对是否借名', sameContactsBetween: '；', sameContactsWhat: '（{{fields}}）', sameContactsAnd: '、', sameContactsMore: '；还有更多', edit: '修改', newLoan: '新增贷款', loans: '贷款', noLoans: '这位客户还没有贷款', noLoansHint: '登记贷款后，余额、计划和逾期会显示在这里。', activeLoans: '在贷笔数', outstanding: '在贷余额（元）', overdueLoans: '逾期笔数', maxDaysPastDue: '最长逾期天数',
    changedBy: '{{by}}于 {{at}} 最后修改', showEmpty: '显示未填写的项目', hideEmpty: '只看已填写的项目',
    reveal: '查看完整内容', revealTitle: '查看“{{label}}”', revealReason: '查看原因', revealNote: '查看敏感信息会连同原因记入操作记录。', revealConfirm: '查看', reasonIdentity: '核对身份', reasonContact: '联系客户', reasonContract: '制作合同', reasonCollection: '催收', reasonTooShort: '请写明原因，至少两个字', hide: '收起',
    createTitle: '新增客户', editTitle: '修改客户', save: '保存', saveHint: 'Ctrl + Enter 保存，Enter 到下一格', cancel: '取消', created: '客户已登记', saved: '已保存', noChanges: '没有改动',
    keepMask: '留空则不变', clearField: '清空原有内容', fieldCleared: '保存后将清空',
    required: '必填', invalidAmount: '请填写金额，最多两位小数', negativeAmount: '金额不能为负数', invalidDate: '请填写日期，如 2026-01-31', tooLong: '最多 {{limit}} 个字', invalidValue: '填写的内容不对', invalidNumber: '请填写 0 到 10000 的整数',
    idFormat: '位数或字符不对', idRegion: '地区代码不存在', idBirthDate: '其中的出生日期不存在', idSequence: '顺序码不存在', idChecksum: '校验码不符，请逐位核对', invalidMobile: '手机号码应为 11 位数字', invalidEmail: '电子邮箱格式不对', birthDateMismatch: '与身份证号码中的出生日期 {{date}} 不一致',
    unsavedTitle: '离开而不保存？', unsavedText: '填写的内容还没有保存，离开后会丢失。', leave: '离开', stay: '继续填写',
    conflictTitle: '这位客户刚被别人改过', conflictText: '{{by}}在{{at}}保存了改动。请选择每一项保留谁的内容。', conflictTheirs: '对方保存的', conflictMine: '我填写的', conflictSave: '按所选保存', conflictOther: '对方改的是其他项目，与您的改动不冲突，可以直接保存。', emptyValue: '（空）',
    tagsHint: '输入后按回车',
  },
  en: {
    newCustomer: 'New customer', importLedger: 'Import a ledger', emptyTitle: 'No customers yet', emptyHint: 'Import the Excel ledger you have, or enter the first customer.', emptyReadOnly: 'Customers appear here once somebody enters or imports them.',
    toList: 'Customers', risk: '{{level}} risk', blacklisted: 'Blacklisted', sameContactsTitle: 'Other customers use the same phone, account or contact; check for borrowed identities', sameContactsBetween: '; ', sameContactsWhat: ' ({{fields}})', sameContactsAnd: ', ', sameContactsMore: '; and more', edit: 'Edit', newLoan: 'New loan', loans: 'Loans', noLoans: 'This customer has no loans yet', noLoansHint: 'Balance, plan and overdue days appear here once a loan is entered.', activeLoans: 'Open loans', outstanding: 'Outstanding (CNY)', overdueLoans: 'Overdue loans', maxDaysPastDue: 'Most days past due',
    changedBy: 'Last changed by {{by}} at {{at}}', showEmpty: 'Show empty fields', hideEmpty: 'Show filled fields only',
    reveal: 'Show in full', revealTitle: 'Show “{{label}}”', revealReason: 'Reason', revealNote: 'Looking at sensitive data is recorded with its reason.', revealConfirm: 'Show', reasonIdentity: 'Check identity', reasonContact: 'Contact the customer', reasonContract: 'Prepare a contract', reasonCollection: 'Collection', reasonTooShort: 'Give a reason of at least two characters', hide: 'Hide',
    createTitle: 'New customer', editTitle: 'Edit customer', save: 'Save', saveHint: 'Ctrl + Enter saves, Enter goes to the next field', cancel: 'Cancel', created: 'Customer entered', saved: 'Saved', noChanges: 'Nothing changed',
    keepMask: 'Leave empty to keep', clearField: 'Clear what is stored', fieldCleared: 'Will be cleared on saving',
    required: 'Required', invalidAmount: 'Enter an amount with at most two decimals', negativeAmount: 'The amount cannot be negative', invalidDate: 'Enter a date such as 2026-01-31', tooLong: 'At most {{limit}} characters', invalidValue: 'This is not valid', invalidNumber: 'Enter a whole number from 0 to 10000',
    idFormat: 'Wrong length or characters', idRegion: 'There is no such region code', idBirthDate: 'It contains an impossible birth date', idSequence: 'Impossible sequence number', idChecksum: 'The check character is wrong; compare digit by digit', invalidMobile: 'A mobile number has 11 digits', invalidEmail: 'This is not an e-mail address', birthDateMismatch: 'Differs from the birth date {{date}} in the ID number',
    unsavedTitle: 'Leave without saving?', unsavedText: 'What you entered has not been saved and would be lost.', leave: 'Leave', stay: 'Stay',
    conflictTitle: 'Somebody else just changed this customer', conflictText: '{{by}} saved changes at {{at}}. Choose what to keep for each field.', conflictTheirs: 'Theirs', conflictMine: 'Mine', conflictSave: 'Save as chosen', conflictOther: 'They changed other fields, so your changes do not conflict and can be saved.', emptyValue: '(empty)',
    tagsHint: 'Type and press Enter',
  },
});
