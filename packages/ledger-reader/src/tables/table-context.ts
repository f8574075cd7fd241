import type { TableContext } from './header-rule.ts';

const paidOn = /^(还款日期|还款时间|收款日期|实还日期|实际还款(日|日期)|回款日期|交易日期|入账日期|归还日期|缴款日期|实收日期|收息日期|还息日期|还本日期|到账日期|付款日期|记账日期|日期|收款时间|收款日|回款日|实际还款时间|(Payment|Paid|Transaction|Txn|Trans|Receipt|Repayment|Posting|Value|Collection)_?(Date|On))$/i;
const receiptAmount = /^(本次|本期|实还|实收|实际|归还|收回|还|收|当期)+(贷款)?(本金|本|利息|息|还本|还息|金额)$|^(还款|收款|交易|回款|缴款|实还|实收)(金额|总额|本金|利息)$|^本次还款$|^合计$|^(本金|利息)$|^(Principal|Interest)_?(Paid|Portion|Collected)$|^(Payment|Paid|Transaction|Txn|Receipt|Repayment)_?(Amount|Amt)$|^Amount_?Paid$/i;
const receiptNumber = /流水号|凭证号|收据号|收据编号|交易号|^(Payment|Transaction|Txn|Receipt)_?(ID|No|Number|Ref)$/i;
const dueHeading = /^(应还|应收|计划|应付)(款)?(日期|日|本金|利息|本息|金额|款日)$|^计划还款日期?$|^欠还(利息|本金|本息)$/;
const amountLent = /^(贷款|借款|放款|发放|分期|合同|借据|出借|投放|支用)(金额|本金|额度|总额)$|^(Loan|Disbursed|Original|Principal)_?(Amount|Principal)$/i;
const dateLent = /^(放款|发放|贷款|借款|起息|生效|投放|合同起始|借款起始|贷款起始|起始)(日期|日|时间)$|^Date_?of_?Approval$|^(Disbursement|Disbursed|Start|Issue|Opening|Loan|Origination)_?(Date|On)$/i;
const loanWord = /利率|费率|月息|期限|余额|剩余本金|担保方式|贷款方式|到期日|还款方式|贷款用途|用途|五级分类|Interest_?Rate|Tenure|Term|Maturity|End_?Date|Outstanding|Balance|Loan_?Status/i;
const customerWord = /^(性别|出生|婚姻|职业|工作单位|学历|文化程度|证件类型|民族|邮箱|建档|客户性别|客户职业|教育|信用等级|年收入|客户类型|居住|Age|Monthly_?Salary|First_?Name|Gender|Marital|Occupation|Employer|Income|City)/i;
const personWord = /姓名|客户名称|借款人|身份证|证件号|^Name$|Customer|Client|Borrower/i;
const overdueWord = /^(逾期|欠息|拖欠|催收|欠本|不良|Overdue|Arrears|Days_?Past)/i;

export interface ContextFacts {
  readonly context: TableContext | null;
  readonly hasLoanColumns: boolean;
}

/** What a table is about, by its leaf headings (without units). */
export function tableContext(leaves: readonly string[], sheetName: string): ContextFacts {
  const count = (pattern: RegExp): number => leaves.filter((leaf) => pattern.test(leaf)).length;
  const hasLent = count(amountLent) > 0;
  const loanWords = count(loanWord) + (hasLent ? 1 : 0) + count(dateLent);
  const hasLoanColumns = hasLent && loanWords >= 3;
  const receipts = count(receiptAmount);
  if (count(dueHeading) >= 2 && count(paidOn) === 0) return { context: 'installment', hasLoanColumns };
  if ((count(paidOn) > 0 && receipts > 0 && !(hasLoanColumns && receipts < 2)) || (count(receiptNumber) > 0 && receipts > 0)) return { context: 'repayment', hasLoanColumns };
  if (count(overdueWord) >= 2 && !(hasLent && count(dateLent) > 0)) return { context: 'overdue', hasLoanColumns: false };
  if (count(customerWord) >= 2 && loanWords < 2) return { context: 'customer', hasLoanColumns: false };
  if (loanWords >= 2) return { context: 'loan', hasLoanColumns: true };
  if (/还款|回款|收款/.test(sheetName) && receipts > 0) return { context: 'repayment', hasLoanColumns };
  return { context: count(personWord) >= 2 ? 'customer' : null, hasLoanColumns: false };
}
