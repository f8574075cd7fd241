import { defineTexts } from '../../platform/i18n.ts';

export const dashboardTexts = defineTexts('dashboard', {
  zh: {
    title: '工作台', asOf: '截至营业日 {{date}}', outstanding: '贷款余额', customers: '客户', lent: '本月放款', collected: '本月收款', dueToday: '今日应还', dueWeek: '七天内应还', overdue: '逾期贷款',
    loans_one: '{{shown}} 笔', loans_other: '{{shown}} 笔', installments_one: '{{shown}} 期', installments_other: '{{shown}} 期', receipts_one: '{{shown}} 笔', receipts_other: '{{shown}} 笔', people: '位', yuan: '元', wan: '万元', million: '百万元',
    dueTodayList: '今日要收的款', dueTodayNone: '今天没有到期的款', dueTodayNoneHint: '七天内到期的可以提前联系。', seeAll: '查看全部 {{shown}} 期', seeWeek: '看七天内应还', repay: '收款', installmentNo: '第 {{number}} 期',
    overdueBuckets: '逾期分布', overdueNone: '没有逾期的贷款', overdueNoneHint: '所有贷款都按期还款。', fiveTier: '五级分类', share: '占余额 {{share}}%', fiveTierLabel: '五级分类构成，各类笔数与余额见旁边的列表',
    lendingByMonth: '放款与收款', lendingNote: '近 24 个月，点一个月看当月的贷款', lendingLabel: '近 24 个月每月放款与收款的柱形图，数字可切换为表格查看', asTable: '看表格', asChart: '看图', month: '月份', loanCount: '放款笔数', lentAmount: '放款（元）', collectedAmount: '收款（元）', lentSeries: '放款', collectedSeries: '收款',
    emptyTitle: '从这里开始', emptyText: '台账还是空的。把手头的 Excel 台账拖进来最快，也可以先登记一位客户。', importTitle: '导入台账', importText: '.xlsx 或 .csv，先看识别结果，确认后才写入；看不懂的会列出来，不会乱猜。', importAction: '去导入', newTitle: '新增客户', newText: '填好身份证号码，出生日期和性别自动带出；存好就能登记贷款。', newAction: '去登记', emptyReadOnly: '还没有数据。有录入权限的同事导入或登记后，会显示在这里。',
  },
  en: {
    title: 'Dashboard', asOf: 'As of business date {{date}}', outstanding: 'Outstanding', customers: 'Customers', lent: 'Lent this month', collected: 'Collected this month', dueToday: 'Due today', dueWeek: 'Due within seven days', overdue: 'Overdue loans',
    loans_one: '{{shown}} loan', loans_other: '{{shown}} loans', installments_one: '{{shown}} installment', installments_other: '{{shown}} installments', receipts_one: '{{shown}} receipt', receipts_other: '{{shown}} receipts', people: '', yuan: 'CNY', wan: '× 10,000 CNY', million: 'm CNY',
    dueTodayList: 'To collect today', dueTodayNone: 'Nothing falls due today', dueTodayNoneHint: 'Those due within seven days can be called ahead.', seeAll: 'All {{shown}}', seeWeek: 'Due within seven days', repay: 'Repay', installmentNo: 'No. {{number}}',
    overdueBuckets: 'Overdue by bucket', overdueNone: 'No loan is past due', overdueNoneHint: 'Every loan is being paid on time.', fiveTier: 'Five-tier classes', share: '{{share}} % of the balance', fiveTierLabel: 'Make-up by five-tier class; counts and balances are in the list beside it',
    lendingByMonth: 'Lent and collected', lendingNote: 'Last 24 months; choose a month to see its loans', lendingLabel: 'Bar chart of lending and collection in each of the last 24 months; the figures can be shown as a table', asTable: 'Table', asChart: 'Chart', month: 'Month', loanCount: 'Loans', lentAmount: 'Lent (CNY)', collectedAmount: 'Collected (CNY)', lentSeries: 'Lent', collectedSeries: 'Collected',
    emptyTitle: 'Start here', emptyText: 'The book is still empty. Dropping in the Excel ledger you have is quickest; you can also enter a first customer.', importTitle: 'Import a ledger', importText: '.xlsx or .csv. You see what was recognised before anything is written; what cannot be read is listed, never guessed.', importAction: 'Import', newTitle: 'New customer', newText: 'The ID number fills in birth date and gender; once saved, a loan can be entered.', newAction: 'Enter a customer', emptyReadOnly: 'There is no data yet. It appears here once a colleague imports or enters it.',
  },
});
