import { expect, test } from 'vitest';
import { tableContext } from './table-context.ts';

test.each([
  ['customer', false, '社员编号 社员姓名 身份证号 性别 出生日期 住址'],
  ['customer', false, '客户号 户名 客户性质 证件种类 证件号码 家庭年收入 客户评级'],
  ['customer', false, '姓名 身份证号'],
  ['loan', true, '社员姓名 身份证号 借款金额 借款时间 约定归还日 借期 月息 尚欠本金'],
  ['loan', true, '业务编号 贷款客户 实放金额 贷款发放日 合同到期日 本息偿还方式 当前余额'],
  ['loan', true, '合同号 借款人 贷款本金 起始日 终止日 本月收回本金 本月收息 月末余额'],
  ['repayment', false, '收贷日期 借款合同书编号 实收本金 实收利息 收款合计 到账方式'],
  ['repayment', false, '收回日期 借据号 借款人 收回本金 收回利息 金额合计'],
  ['repayment', false, '日期 借据编号 付款人 摘要 收款金额 凭证号'],
  ['repayment', true, '记账日期 借款借据号 借款金额 借款起始日 借款到期日 归还本金 归还利息 剩余本金 年利率'],
  ['overdue', false, '借据号 借款人 逾期天数 逾期本金 逾期利息 催收情况'],
  ['installment', false, '借据号 期次 应还日期 应还本金 应还利息'],
  ['loan', true, 'Loan_ID Customer_Name Loan_Amount Disbursement_Date Maturity_Date Interest_Rate'],
  ['repayment', false, 'Receipt_No Loan_ID Payment_Date Principal_Paid Interest_Paid'],
  [null, false, '月份 笔数'],
  [null, false, '天气 温度'],
] as const)('a table of kind %s (with loans: %s) has the headings %s', (context, hasLoanColumns, headings) => {
  expect(tableContext(headings.split(' '), '')).toEqual({ context, hasLoanColumns });
});

test('a name of the sheet helps where headings leave it open', () => {
  expect(tableContext(['借据号', '还本金', '还利息'], '2024年还款台账').context).toBe('repayment');
  expect(tableContext(['借据号', '收回本金', '收回利息'], '2024年收回').context).toBe('repayment');
});
