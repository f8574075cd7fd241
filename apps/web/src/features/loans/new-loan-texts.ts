import { defineTexts } from '../../platform/i18n.ts';

export const newLoanTexts = defineTexts('newLoan', {
  zh: {
    title: '新增贷款', toList: '放款台账', borrower: '借款人', pickBorrower: '输入姓名、拼音首字母、证件号或手机查找', newCustomer: '新增客户', noCustomer: '没有找到这样的客户', terms: '贷款条件', contract: '合同、担保与用途',
    firstDraw: '首次放款', firstDrawHint: '分次放款时填写', firstDrawTooMuch: '不能超过放款金额', unusual: '金额是这种产品平常的十倍以上，请核对是否多写了一位。',
    principal: '放款金额', method: '还款方式', annualRate: '年利率', monthlyRate: '月利率 {{rate}}‰', term: '期限', months: '个月', disbursedOn: '放款日期', maturesOn: '到期日期', firstDueOn: '首期还款日', dueDay: '每月还款日', dueDayQuarterly: '结息日', dueDaySuffix: '日', interestMode: '计息方式', penaltyMultiplier: '罚息倍数', graceDays: '宽限天数', times: '倍', days: '天', datesLinked: '期限、到期日、还款日互相联动', receiptNo: '借据号', receiptNoHint: '留空则自动编号', contractNo: '合同编号', product: '产品',
    save: '放款并登记', saving: '正在登记…', cancel: '取消', saveHint: 'Ctrl + Enter 登记，Enter 到下一格', created: '贷款已登记', overCap: '年化利率 {{rate}}% 超过上限 {{cap}}%，不能登记。', nearCap: '上限 {{cap}}%', required: '必填',
    previewTitle: '还款计划预览', previewHint: '填好金额、利率和期限后，这里显示还款计划和利率。', installment: '每期应还', firstInstallment: '首期应还', lastInstallment: '末期 {{amount}}', interestTotal: '利息合计', irr: '年化利率（IRR）', eir: '实际年利率（EIR）', number: '期次', dueOn: '应还日期', principalPart: '本金', interestPart: '利息', total: '合计', balance: '余额', rows: '共 {{count}} 期',
    unsavedTitle: '离开而不登记？', unsavedText: '填写的内容还没有登记，离开后会丢失。', leave: '离开', stay: '继续填写',
  },
  en: {
    title: 'New loan', toList: 'Loans', borrower: 'Borrower', pickBorrower: 'Find by name, initials, ID or phone', newCustomer: 'New customer', noCustomer: 'No such customer', terms: 'Terms', contract: 'Contract, security and purpose',
    firstDraw: 'Lent at first', firstDrawHint: 'When lent in parts', firstDrawTooMuch: 'No more than the amount agreed', unusual: 'More than ten times what loans of this product usually are: is there a digit too many?',
    principal: 'Amount lent', method: 'Method', annualRate: 'Annual rate', monthlyRate: '{{rate}}‰ a month', term: 'Term', months: 'months', disbursedOn: 'Disbursed on', maturesOn: 'Matures on', firstDueOn: 'First due on', dueDay: 'Due day', dueDayQuarterly: 'Settlement day', dueDaySuffix: '', interestMode: 'Interest mode', penaltyMultiplier: 'Penalty multiplier', graceDays: 'Days of grace', times: '×', days: 'days', datesLinked: 'Term, maturity and due day follow each other', receiptNo: 'Loan receipt no.', receiptNoHint: 'Numbered by itself when empty', contractNo: 'Contract no.', product: 'Product',
    save: 'Lend and enter', saving: 'Entering…', cancel: 'Cancel', saveHint: 'Ctrl + Enter enters the loan, Enter goes to the next field', created: 'Loan entered', overCap: 'The annual rate of {{rate}}% is above the cap of {{cap}}%; the loan cannot be entered.', nearCap: 'cap {{cap}}%', required: 'Required',
    previewTitle: 'Plan preview', previewHint: 'Plan and rates appear here once amount, rate and term are filled in.', installment: 'Each installment', firstInstallment: 'First installment', lastInstallment: 'last {{amount}}', interestTotal: 'Interest in total', irr: 'Annual rate (IRR)', eir: 'Effective rate (EIR)', number: 'No.', dueOn: 'Due on', principalPart: 'Principal', interestPart: 'Interest', total: 'Total', balance: 'Balance', rows: '{{count}} installments',
    unsavedTitle: 'Leave without entering the loan?', unsavedText: 'What you typed has not been entered and would be lost.', leave: 'Leave', stay: 'Stay',
  },
});
