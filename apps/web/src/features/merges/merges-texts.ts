import { defineTexts } from '../../platform/i18n.ts';

export const mergesTexts = defineTexts('merges', {
  zh: {
    more: '更多', merge: '合并客户…', split: '拆分贷款…', cancel: '取消', reason: '原因', reasonMissing: '请写明原因（至少 2 个字）。',
    mergeTitle: '把另一位客户合并到“{{name}}”', mergeText: '同一个人建了两次档时用。对方的贷款、计划和收款都转到这里，对方从列表里隐藏；以后可以撤销。', other: '被合并的客户', otherMissing: '请选择被合并的客户。', otherLoans: '将转入 {{count}} 笔贷款',
    differences: '资料不同的地方，保留哪一个？', here: '保留这里的', theirs: '用对方的', noDifferences: '两边的资料没有冲突。', empty: '（空）', confirmMerge: '合并', merged: '已合并', mergeReason: '同一个人，重复建档',
    splitTitle: '把“{{name}}”的部分贷款分给另一个人', splitText: '同名的两个人记成了一位客户时用。选中的贷款连同计划和收款一起转走；以后可以撤销。', chooseLoans: '要转走的贷款', loansMissing: '请至少选一笔贷款。', target: '转给', existing: '已有的客户', fresh: '新建客户',
    newName: '姓名', newNameMissing: '请填写姓名。', newIdNumber: '证件号码', newMobile: '手机', confirmSplit: '拆分', splitDone: '已拆分', splitReason: '同名的两个人', loanLine: '{{receiptNo}} · {{amount}} · 余额 {{balance}}',
    hiddenTitle: '这位客户已合并或停用', hiddenText: '列表里不再显示；资料保留在这里。', moves: '合并与拆分', mergeLine: '“{{from}}”（{{fromNo}}）合并到“{{to}}”（{{toNo}}），{{loans}} 笔贷款', splitLine: '{{loans}} 笔贷款从“{{from}}”（{{fromNo}}）分给“{{to}}”（{{toNo}}）',
    byAt: '{{by}} · {{at}} · {{reason}}', undoneByAt: '{{by}}于 {{at}} 撤销', undo: '撤销', undoTitle: '撤销这次操作？', undoText: '转走的贷款回到原来的客户名下，改动过的资料恢复原样。', undone: '已撤销',
  },
  en: {
    more: 'More', merge: 'Merge customers…', split: 'Split loans off…', cancel: 'Cancel', reason: 'Reason', reasonMissing: 'A reason is needed (2 characters or more).',
    mergeTitle: 'Merge another customer into “{{name}}”', mergeText: 'For one person entered twice. Their loans, plans and receipts come here, and the other customer is hidden from lists. It can be undone.', other: 'Customer to merge', otherMissing: 'Choose the customer to merge.', otherLoans: 'Loans that come here: {{count}}',
    differences: 'Where the two differ, which one stays?', here: 'Keep what is here', theirs: 'Take theirs', noDifferences: 'The two do not contradict each other.', empty: '(empty)', confirmMerge: 'Merge', merged: 'Merged', mergeReason: 'One person entered twice',
    splitTitle: 'Give some of “{{name}}”’s loans to another person', splitText: 'For two people of one name kept as one customer. The loans chosen move with their plans and receipts. It can be undone.', chooseLoans: 'Loans to move', loansMissing: 'Choose at least one loan.', target: 'Move to', existing: 'A customer in the book', fresh: 'A new customer',
    newName: 'Name', newNameMissing: 'A name is needed.', newIdNumber: 'ID number', newMobile: 'Mobile', confirmSplit: 'Split', splitDone: 'Split', splitReason: 'Two people of one name', loanLine: '{{receiptNo}} · {{amount}} · outstanding {{balance}}',
    hiddenTitle: 'This customer was merged or hidden', hiddenText: 'Lists do not show them any more; what was kept stays here.', moves: 'Merges and splits', mergeLine: '“{{from}}” ({{fromNo}}) merged into “{{to}}” ({{toNo}}), loans: {{loans}}', splitLine: 'Loans from “{{from}}” ({{fromNo}}) to “{{to}}” ({{toNo}}): {{loans}}',
    byAt: '{{by}} · {{at}} · {{reason}}', undoneByAt: 'undone by {{by}} at {{at}}', undo: 'Undo', undoTitle: 'Undo this?', undoText: 'The loans go back to the customer they came from, and facts that were changed are as before.', undone: 'Undone',
  },
});
