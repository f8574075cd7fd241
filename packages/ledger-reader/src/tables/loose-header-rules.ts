import type { HeaderRule } from './header-rule.ts';

const otherPerson = '(?!.*(?:配偶|担保|保证|抵押|质押|联系人|法人|代表|经理|产品|机构|银行|单位|有效|经办))';

/**
 * What a heading nobody listed most likely means, by the word it turns on: 借贷期限, 农户借款月利率. Tried after every
 * exact rule, and believed only where nearly all cells agree.
 */
export const looseHeaderRules: readonly HeaderRule[] = [
  [/男.?女|性别/, ['customer.gender']],
  [new RegExp(`^${otherPerson}.*(身份证|证件号|证照号|信用代码)`), ['customer.idNumber']],
  [/(逾期|欠息|超期|拖欠|过期).*(天|日数)/, ['loan.overdueDays']],
  [/(逾期|拖欠|欠).*息/, { loan: ['loan.overdueInterest'], overdue: ['loan.overdueInterest'], repayment: ['repayment.penalty'], installment: ['installment.interest'] }],
  [/(逾期|拖欠).*(本|金额|余额)/, ['loan.overduePrincipal']],
  [/(已|累计).*(还|收|归).*本/, { loan: ['loan.repaidPrincipal'], overdue: ['loan.repaidPrincipal'], repayment: ['loan.repaidPrincipal'], installment: ['installment.paidPrincipal'] }],
  [/(已|累计).*(还|收|付|结).*息/, { loan: ['loan.repaidInterest'], overdue: ['loan.repaidInterest'], repayment: ['loan.repaidInterest'], installment: ['installment.paidInterest'] }],
  [/利率|费率|月息|年息|日息|息率|年化/, { loan: ['loan.annualRatePct'], overdue: ['loan.annualRatePct'], repayment: ['loan.annualRatePct'] }],
  [/(还|付|结|计|偿).*(方式|方法|办法|形式)$/, { loan: ['loan.method'], overdue: ['loan.method'], repayment: ['repayment.channel', 'loan.method'], installment: ['loan.method'] }],
  [/(担保|保证|抵押|质押|增信).*(方式|类型|类别|形式|措施|条件)/, ['loan.guarantee']],
  [/(方式|渠道|途径)$/, { repayment: ['repayment.channel'] }],
  [/^(?!.*(上|期初|年初)).*(余额|结余|结欠|尚欠|下欠|未还|未收|剩余|待还)(?!.*(息|期|天|日|数))/, { loan: ['loan.outstandingPrincipal'], overdue: ['loan.outstandingPrincipal'], repayment: ['loan.outstandingPrincipal'] }],
  [/(到期|终止|截止|还清|归还|届满|期满).*(日|日期|时间)$|到期$/, { loan: ['loan.maturesOn'], overdue: ['loan.maturesOn'], repayment: ['loan.maturesOn', 'repayment.paidOn'] }],
  [/(放款|发放|借款|贷款|起息|投放|支用|出账|借出|贷出|签订|签约|生效|起始|开始|放贷|借贷|用款).*(日|日期|时间)$/, { loan: ['loan.disbursedOn'], overdue: ['loan.disbursedOn'], repayment: ['loan.disbursedOn'] }],
  [/(还|收|付|回|缴|扣|交易|入账|到账).*(日|日期|时间)$/, { repayment: ['repayment.paidOn'], installment: ['installment.dueOn'] }],
  [/期限|借期|贷期|月数/, { loan: ['loan.termMonths', 'row.period'], overdue: ['loan.termMonths'], repayment: ['loan.termMonths'] }],
  [/期数/, { loan: ['loan.termMonths'], repayment: ['repayment.installmentNo'], installment: ['installment.installmentNo'] }],
  [/用途|投向/, ['loan.purpose']],
  [/五级|四级|风险分类|贷款形态/, ['loan.class']],
  [/状态$/, { loan: ['loan.status'], overdue: ['loan.status'], installment: ['installment.status'] }],
  [/客户经理|信贷员|管户|业务员|主办/, { customer: ['customer.manager'], loan: ['loan.manager'], overdue: ['loan.manager'] }],
  [/(合同|协议).*(编号|号码?|编码)$/, ['loan.contractNo']],
  [/(借据|借条|欠条|(贷款|放款).*账).*(编号|编码|号码?|序号)$/, ['loan.receiptNo']],
  [/(流水|凭证|传票|票据|收据|回单).*(号|编号)?$/, { repayment: ['repayment.externalRef'] }],
  [/(客户|社员|会员|农户|借款人).*(编号|号|编码|代码)$/, ['customer.customerNo']],
  [new RegExp(`^${otherPerson}.*(电话|手机|联系方式|联系号码)`), ['customer.mobile', 'customer.phone2']],
  [new RegExp(`^${otherPerson}.*(地址|住址|住所|村组|乡镇)`), ['customer.address']],
  [/罚|滞纳|违约/, { repayment: ['repayment.penalty'] }],
  [/(还|收|付|回|缴|扣|实).*本金?$/, { repayment: ['repayment.principal'] }],
  [/(还|收|付|回|缴|扣|实).*利?息$/, { repayment: ['repayment.interest'] }],
  [/(还|收|付|回|缴|扣).*(金额|总额|合计|总计|额|款)$/, { repayment: ['repayment.total'], loan: [], overdue: [], customer: [], installment: ['installment.total'] }],
  [/(贷款|借款|放款|发放|借据|合同|借贷|融资|出借|放贷).*(金额|本金|额度?|总额|数额|款额)$/, { loan: ['loan.principal'], overdue: ['loan.principal'], repayment: ['loan.principal'], customer: ['loan.principal'] }],
  [new RegExp(`^${otherPerson}.*(姓名|户名|借款人|贷款人|贷户|客户)(名称?)?$`), ['customer.name']],
];
