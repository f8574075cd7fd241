import { defineTexts } from '../../platform/i18n.ts';

export const papersTexts = defineTexts('papers', {
  zh: {
    print: '打印单据', plan: '还款计划', payoffQuote: '结清试算单', overdueNotice: '逾期通知书', statement: '对账单', extend: '展期协议摘要', restructure: '重组协议摘要', refinance: '借新还旧摘要', rate: '利率调整确认单', prepay: '提前还款确认单',
    whyNothingOwed: '没有欠款', whyNotOverdue: '没有逾期', of: '{{date}} 的{{paper}}',
    payoffQuoteHint: '列明结清当日的每一项金额，以及过一天多多少；只在当日有效。', overdueNoticeHint: '逐期列出逾期金额，以及罚息、复利怎么算出来的；证件号码只印掩码。', statementHint: '列出账期内的每一笔发生额和之后的余额。',
    overdueNotices: '打印通知书', overdueNoticesTitle: '批量打印逾期通知书', overdueNoticesHint: '当前筛选下的每一笔逾期贷款一份，合成一个文件，一次最多 {{limit}} 份。要少印，请先筛选。',
    on: '结清日', payBy: '付清期限', from: '开始日期', to: '结束日期', payTo: '收款账户', payToHint: '印在单据上，可以不填；本机会记住。', download: '下载 PDF', cancel: '取消', dayMissing: '请选择日期', printed: '已下载 {{file}}',
  },
  en: {
    print: 'Print', plan: 'Repayment plan', payoffQuote: 'Payoff quote', overdueNotice: 'Overdue notice', statement: 'Statement of account', extend: 'Summary of the extension', restructure: 'Summary of the restructuring', refinance: 'Summary of the refinancing', rate: 'Confirmation of the new rate', prepay: 'Confirmation of early repayment',
    whyNothingOwed: 'Nothing is owed', whyNotOverdue: 'Nothing is past due', of: '{{paper}}, {{date}}',
    payoffQuoteHint: 'Every part of the payoff on one day, and what a day more costs; it holds for that day only.', overdueNoticeHint: 'What is past due for each installment, and how penalty and compound interest were computed; the ID is printed masked.', statementHint: 'Every entry of the period with the balance after it.',
    overdueNotices: 'Print notices', overdueNoticesTitle: 'Print notices for this list', overdueNoticesHint: 'One for each overdue loan that the present filters show, in one file, at most {{limit}} at a time. Filter first to print fewer.',
    on: 'Payoff day', payBy: 'Pay by', from: 'First day', to: 'Last day', payTo: 'Pay to', payToHint: 'Printed on the paper, may stay empty; this computer remembers it.', download: 'Download PDF', cancel: 'Cancel', dayMissing: 'Please choose a day', printed: '{{file}} downloaded',
  },
});
