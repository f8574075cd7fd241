import type { ColumnMeaning } from './column-meaning.ts';
import { candidatesOf } from './header-candidates.ts';
import type { TableContext } from './header-rule.ts';

const paidOn = /^(还款日期|还款时间|收款日期|实还日期|实际还款(日|日期)|回款日期|交易日期|入账日期|归还日期|缴款日期|实收日期|收息日期|还息日期|还本日期|到账日期|付款日期|记账日期|日期|收款时间|收款日|回款日|实际还款时间|(Payment|Paid|Transaction|Txn|Trans|Receipt|Repayment|Posting|Value|Collection)_?(Date|On))$/i;
const receiptAmount = /^(本次|本期|实还|实收|实际|归还|收回|还|收|当期)+(贷款)?(本金|本|利息|息|还本|还息|金额)$|^(还款|收款|交易|回款|缴款|实还|实收)(金额|总额|本金|利息)$|^本次还款$|^合计$|^(本金|利息)$|^(Principal|Interest)_?(Paid|Portion|Collected)$|^(Payment|Paid|Transaction|Txn|Receipt|Repayment)_?(Amount|Amt)$|^Amount_?Paid$/i;
const receiptNumber = /流水号|(?<!借款|贷款|放款)凭证号|收据号|收据编号|交易号|^(Payment|Transaction|Txn|Receipt)_?(ID|No|Number|Ref)$/i;
const dueHeading = /^(应还|应收|计划|应付)(款)?(日期|日|本金|利息|本息|金额|款日)$|^计划还款日期?$|^欠还(利息|本金|本息)$/;
const plainAmount = /^(金额|本金|本金金额|额度|合计|Amount|Amt|Principal)$/i;
const loanWord = /利率|费率|月息|期限|余额|剩余本金|担保方式|贷款方式|到期日|还款方式|贷款用途|用途|五级分类|Interest_?Rate|Tenure|Term|Maturity|End_?Date|Outstanding|Balance|Loan_?Status/i;
const customerWord = /^(性别|出生|婚姻|职业|工作单位|学历|文化程度|证件类型|民族|邮箱|建档|客户性别|客户职业|教育|信用等级|年收入|客户类型|居住|Age|Monthly_?Salary|First_?Name|Gender|Marital|Occupation|Employer|Income|City)/i;
const personWord = /姓名|客户名称|借款人|身份证|证件号|^Name$|Customer|Client|Borrower/i;
const overdueWord = /^(逾期|欠息|拖欠|催收|欠本|不良|Overdue|Arrears|Days_?Past)/i;

const termMeanings = new Set<ColumnMeaning>(['loan.annualRatePct', 'loan.termMonths', 'loan.outstandingPrincipal', 'loan.guarantee', 'loan.maturesOn', 'loan.method', 'loan.purpose', 'loan.class', 'row.period']);
const customerMeanings = new Set<ColumnMeaning>(['customer.gender', 'customer.birthDate', 'customer.maritalStatus', 'customer.occupation', 'customer.employer', 'customer.education', 'customer.idType', 'customer.kind', 'customer.annualIncome', 'customer.monthlyIncome', 'customer.openedOn', 'customer.creditRating', 'customer.email']);
const personMeanings = new Set<ColumnMeaning>(['customer.name', 'customer.idNumber', 'customer.customerNo']);
const receiptMeanings = new Set<ColumnMeaning>(['repayment.principal', 'repayment.interest', 'repayment.penalty', 'repayment.total']);

export interface ContextFacts {
  readonly context: TableContext | null;
  readonly hasLoanColumns: boolean;
}

/**
 * What a table is about, by its leaf headings (without units): the words that only one kind of table uses, and what the
 * headings would mean in each.
 */
export function tableContext(leaves: readonly string[], sheetName: string): ContextFacts {
  const count = (is: (leaf: string) => boolean): number => leaves.filter((leaf) => is(leaf)).length;
  const means = (leaf: string, context: TableContext, meanings: ReadonlySet<ColumnMeaning> | ColumnMeaning): boolean => {
    const [first] = candidatesOf(leaf, context).meanings;
    return first !== undefined && (typeof meanings === 'string' ? first === meanings : meanings.has(first));
  };
  // 本金 beside 归还本金 is what was lent.
  const isLentBesidePaid = leaves.some((leaf) => /^本金(金额)?$/.test(leaf)) && leaves.some((leaf) => !plainAmount.test(leaf) && means(leaf, 'repayment', 'repayment.principal'));
  const hasLent = isLentBesidePaid || count((leaf) => !plainAmount.test(leaf) && means(leaf, 'loan', 'loan.principal')) > 0;
  const lentOn = count((leaf) => means(leaf, 'loan', 'loan.disbursedOn') && !means(leaf, 'repayment', 'repayment.paidOn'));
  const loanWords = count((leaf) => loanWord.test(leaf) || means(leaf, 'loan', termMeanings)) + (hasLent ? 1 : 0) + lentOn;
  const hasLoanColumns = hasLent && loanWords >= 3;
  const receipts = count((leaf) => receiptAmount.test(leaf) || (means(leaf, 'repayment', receiptMeanings) && !plainAmount.test(leaf)));
  // 还款日 of a loan is the day of the month; a day that only a receipt has says more.
  const payments = count((leaf) => paidOn.test(leaf) || (means(leaf, 'repayment', 'repayment.paidOn') && candidatesOf(leaf, 'loan').meanings.length === 0));
  // 还款日 may be a loan's day of the month too; beside 本金, 利息 and the like of a receipt, and no terms, it is the day of payment.
  const paymentDays = count((leaf) => means(leaf, 'repayment', 'repayment.paidOn'));
  const numbers = count((leaf) => receiptNumber.test(leaf) || means(leaf, 'repayment', 'repayment.externalRef'));
  if (count((leaf) => dueHeading.test(leaf)) >= 2 && payments === 0) return { context: 'installment', hasLoanColumns };
  if (paymentDays > 0 && receipts >= 2 && loanWords < 2) return { context: 'repayment', hasLoanColumns };
  if ((payments > 0 && receipts > 0 && !(hasLoanColumns && receipts < 2)) || (numbers > 0 && receipts > 0)) return { context: 'repayment', hasLoanColumns };
  if (count((leaf) => overdueWord.test(leaf)) >= 2 && !(hasLent && lentOn > 0)) return { context: 'overdue', hasLoanColumns: false };
  if (count((leaf) => customerWord.test(leaf) || means(leaf, 'customer', customerMeanings)) >= 2 && loanWords < 2) return { context: 'customer', hasLoanColumns: false };
  if (loanWords >= 2) return { context: 'loan', hasLoanColumns: true };
  if (/还款|回款|收款|收回|收贷|收息/.test(sheetName) && receipts > 0) return { context: 'repayment', hasLoanColumns };
  return { context: count((leaf) => personWord.test(leaf) || means(leaf, 'customer', personMeanings)) >= 2 ? 'customer' : null, hasLoanColumns: false };
}
