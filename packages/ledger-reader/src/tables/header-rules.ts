import { catalogueHeaderRules } from './catalogue-header-rules.ts';
import { englishHeaderRules } from './english-header-rules.ts';
import type { HeaderRule } from './header-rule.ts';

const borrower = '(?:贷款|借款)?(?:客户|借款人|贷户|贷款户|贷款人|承贷人|主借人|主借款人|主贷人|借款主体|申请人|承租人|债务人|农户|户主|社员|会员|组员|顾客|用户|商户|企业|借款企业|借款单位|借款户)?';

/** Columns about somebody else than the borrower, or about nothing a record keeps. */
const otherPeople: readonly HeaderRule[] = [
  [/配偶.*(身份证|证件|证号)/, ['customer.spouseIdNumber']],
  [/配偶.*(电话|手机|联系)/, ['customer.spouseMobile']],
  [/^配偶(姓名)?$/, ['customer.spouseName']],
  [/(担保|保证|共同借款|共借|联保)(人|方|单位).*(证|电话|手机|联系|地址)/, []],
  [/^(担保人|保证人|共同借款人|保证单位|担保单位|共借人|联保人|担保方(?!式)|担保公司|联保小组)/, ['loan.guarantors']],
  [/紧急联系人|^联系人(?!手机|电话)/, ['customer.emergencyContact']],
  [/法定代表人|法人代表|^法人$|负责人(姓名)?$/, ['customer.legalRepresentative']],
  [/^(操作员|柜员|记账人|复核人?|录入人|审核人|催收人|催收情况|创建柜员|创建时间|还款顺序|印章|签字|签名)$/, []],
  [/^(经办人|经手人|放款人)$/, { customer: [], loan: ['loan.manager'], repayment: [], overdue: [], installment: [] }],
  [/客户经理|管户|维护人|业务员|信贷员|主办|协办|责任人|经理$/, { customer: ['customer.manager'], loan: ['loan.manager'], repayment: [], overdue: ['loan.manager'], installment: ['loan.manager'] }],
];

const people: readonly HeaderRule[] = [
  [/^(客户|会员|社员|股东|贷户|贷款户|借款人|申请人|农户|商户|顾客|用户)(证)?(编号|编码|号|代码|号码|代号|ID)$|^(户号|股金证号|户编号)$/i, ['customer.customerNo']],
  [new RegExp(`^${borrower}(姓名|名称|户名|名字|全称|简称)(/(姓名|名称))?$|^(借款人|借款者|借款方|借款对象|用款人|借款农户|主贷人|出质人|客户|承贷人|主借人|主借款人|贷款人|贷款客户|贷户|贷款户|借款户|借款企业|借款单位|债务人|当户|出当人|客户名|借款主体|户主|社员|农户|承租人|顾客)$`, 'i'), ['customer.name']],
  [new RegExp(`^${borrower}(证件类型|证件种类|证照类型|ID类型)$`), ['customer.idType']],
  [/^(证件|身份证)(有效期|到期日|到期|有效期限|期限|失效日期)/, ['customer.idExpiresOn']],
  [new RegExp(`^${borrower}(二代)?(居民)?(身份证件?|公民身份|身份|证件|证照|有效证件|有效身份证件)(号码|号|编号|代码)?(/.*)?$|^${borrower}(统一社会信用代码|信用代码|社会信用代码|组织机构代码|营业执照(号|编号|号码)?)(/.*)?$|^ID(号码?)?$`, 'i'), ['customer.idNumber']],
  [/^(客户|借款人|借款主体|主体|贷户|社员)(类型|性质|类别|分类|种类)$|^(对公对私|户别|公私标志)$/, ['customer.kind']],
  [/^(客户)?性别$/i, ['customer.gender']],
  [/^出生(日期|年月|年月日|时间|日)?$|^(生日|生年月日)$/i, ['customer.birthDate']],
  [/^婚姻(状况|情况|状态)?$|^婚否$/, ['customer.maritalStatus']],
  [/^(学历|文化程度|教育程度|最高学历)$/, ['customer.education']],
  [/^民族$/, ['customer.ethnicity']],
  [/^(办公电话|固定电话|座机|家庭电话|住宅电话|备用电话|其他电话|第二电话|电话2|联系电话2)$/, ['customer.phone2']],
  [new RegExp(`^${borrower}(本人)?(联系电话|手机号码|手机号|手机|电话|电话号码|联系方式|移动电话|联系手机|联系号码|联络电话|联系人手机号?|联系人电话|通讯电话|联系电话1|手机1|电话1)$`, 'i'), ['customer.mobile', 'customer.phone2']],
  [/^(电子邮箱|电子邮件|邮箱|E-?mail)$/i, ['customer.email']],
  [/^(户籍地址|户籍地|注册地址|户口地址|户籍所在地|注册地)$/, ['customer.registeredAddress']],
  [new RegExp(`^${borrower}((家庭|居住|联系|现居住|现居|常住|经营|通讯|通信|详细|办公|现|家庭详细)?(住址|地址)|住所|所在地|居住地|现住地|家庭住址/经营地址)(/.*)?$|^(乡镇|村组|村别|村名|所属村|所在村|所属乡镇|所在乡镇|乡镇/村|乡镇村组|住址村组|家庭住所)$`), ['customer.address']],
  [/^单位\/?个人名称$|^(借款人|借款户|贷户|客户)[/、(（](单位|企业|名称|姓名)[)）]?$|^(贷款|借款|放款)对象$/, ['customer.name']],
  [/^单位名称$/, { customer: ['customer.employer'], loan: ['customer.name', 'customer.employer'] }],
  [/^(工作|就职|就业|所在|任职|服务)单位(名称)?$|^(单位名称|单位)$/, ['customer.employer']],
  [/职业|^职务$|^工种$/, ['customer.occupation']],
  [/^(家庭)?年(均)?(总|经营|纯)?收入|^年薪/, ['customer.annualIncome']],
  [/^(家庭)?月(均)?(总)?收入|^月薪/i, ['customer.monthlyIncome']],
  [/^(总资产|资产总额|家庭资产|资产)$/, ['customer.assets']],
  [/^(总负债|负债总额|家庭负债|负债)$/, ['customer.liabilities']],
  [/^(开户银行|开户行|银行名称)/, ['customer.bankName']],
  [/^(银行卡号|银行账号|银行帐号|收款账号|还款账号|还款卡号|还款账户|账号|卡号|收款卡号)$/, ['customer.bankAccount']],
  [/^(客户|借款人|社员|内部)?(信用|资信|授信)?(等级|级别|评级|评定等级)$/, ['customer.creditRating']],
  [/^(信用评分|信用分|评分)$/, ['customer.creditScore']],
  [/^(授信额度|授信金额|授信总额)$/, ['customer.creditLimit']],
  [/^(客户来源|来源|获客渠道)$/, ['customer.acquisitionSource']],
  [/^(建档日期|开户日期|建档时间|创建日期|登记日期|建档日)$/, ['customer.openedOn']],
  [/^(所属行业|行业|行业类别|行业分类)$/, { customer: ['customer.industry'], loan: ['loan.industry'] }],
];

const numbers: readonly HeaderRule[] = [
  [/^(原借据|原借据号|前借据号|被续贷借据号)/, ['loan.previousReceiptNo']],
  [/^((借款|贷款|放款|电子)?(借据|借条|欠条|凭据)|(借款|贷款|放款)凭证)(编号|编码|号|号码|序号|字号|单号|NO\.?)?$|^(贷款|放款|借款)(账号|编号|编码|号|序号)$|^出账(编号|流水号|号)$|^贷款(账户|分户号)$|^(贷款)?分户账号$|^(借据|贷款)ID$|^当票(编号|号码?|字号)?$/i, ['loan.receiptNo']],
  [/^(借款|贷款|主|业务|借款主|分期|授信|融资|担保借款)?(合同|合约|协议|订单|协议书|合同书)(编号|号|号码|序号|流水号|编码|代码|字号|NO\.?)?$|^(业务|分期)(编号|单号)$/i, ['loan.contractNo']],
  [/^(单号|单据号|单据编号)$/, { loan: ['loan.contractNo'] }],
  [/^(交易|业务|还款|收款|记账|传票|入账|银行)?(流水|流水号|流水编号|凭证|凭证号|凭证字号|凭证编号|凭证号码|收据号|收据编号|票据号|单据号|单据编号|传票号|回单号|单号)$|^(交易|还款|收款)(号|编号)$/, ['repayment.externalRef']],
  [/^(档案号|档案编号)$/, ['loan.archiveNo']],
];

/** Overdue words come before the plain ones: 逾期本金 is not 本金. */
const overdue: readonly HeaderRule[] = [
  [/^(已|累计|最长|当前|贷款|本金|利息)?(逾期|欠息|拖欠|超期|欠款|过期)(总)?(天数|日数|天)(数)?$/i, ['loan.overdueDays']],
  [/^(逾期(起始|开始|发生)?(日|日期|起始日|时间)|欠息(起始)?日期?|拖欠日期|首次逾期日期?)$/, ['row.overdueSince']],
  [/^(欠还|未还|欠)(利息|息)$/, { installment: ['installment.interest'], repayment: ['installment.interest'], loan: ['loan.overdueInterest'], overdue: ['loan.overdueInterest'] }],
  [/^(欠还|应还未还)(本金)$/, { installment: ['installment.principal'], repayment: ['installment.principal'], loan: ['loan.overduePrincipal'], overdue: ['loan.overduePrincipal'] }],
  [/^(欠还本息|欠款本息|欠还金额|欠款金额|欠还合计)$/, { installment: ['installment.total'], repayment: ['installment.total'] }],
  [/^欠本金$/, { loan: ['loan.outstandingPrincipal', 'loan.overduePrincipal'], overdue: ['loan.overduePrincipal'], repayment: ['installment.principal'], installment: ['installment.principal'] }],
  [/^(逾期本金|拖欠本金|欠本|逾期金额|逾期贷款|逾期余额|逾期贷款本金|不良本金)$/, ['loan.overduePrincipal']],
  [/^(逾期利息|欠息|拖欠利息|表内欠息|表外欠息|应收未收利息|欠息金额|累计欠息|欠利息|欠收利息)$/, { loan: ['loan.overdueInterest'], overdue: ['loan.overdueInterest'], repayment: ['repayment.penalty'], installment: ['loan.overdueInterest'] }],
];

const loanTerms: readonly HeaderRule[] = [
  [/^(贷款|业务|信贷|分期|借款|金融)?(产品|品种|商品|种类)(名称|类型|种类)?$|^(贷款|业务|借款)类型$/, ['loan.product']],
  [/^(合同金额|授信合同金额|合同总金额)$/, ['loan.principal', 'loan.contractAmount']],
  [/^(贷款|借款|放款|发放|借据|分期|出借|投放|支用|授信支用|融资|借出|贷出|放贷|授信使用|实放|实际放款|贷款发放|借款合同|借据合同|典当|当)(金额|本金|额度|总额|额|数额|数)$|^(贷款|借款)(本金)?(金额|总额)$|^(初始|原始|原|发放)(本金|金额|贷款|贷款本金)$/, ['loan.principal']],
  [/^金额$/, { loan: ['loan.principal'], overdue: ['loan.principal'], customer: ['loan.principal'], repayment: ['repayment.total', 'repayment.principal'], installment: ['installment.total', 'installment.principal'] }],
  [/^(本金|本金金额)$/, { loan: ['loan.principal'], overdue: ['loan.principal'], customer: ['loan.principal'], repayment: ['repayment.principal', 'loan.principal'], installment: ['installment.principal'] }],
  [/^(上月末?|上期末?|期初|月初|年初|上年末?)(贷款|本金)?(余额|结余)$/, { loan: ['row.openingBalance'], overdue: [], repayment: [], installment: [], customer: [] }],
  [/^(贷款|借款|本金|借据|当前|目前|期末|剩余|月末|本月末|本期末|年末|日终|贷款本金|未结|账面|现|尚欠|未还|在贷)*(余额|结余|余款)(合计)?$|^(贷款|借款)?(剩余|未还|未收回|未归还|未清偿|待还|待收|剩余未还|尚欠|结欠|下欠|现欠|尚未归还|在贷)(贷款|借款)?(本金|贷款|金额|借款|款|本)?$|^(欠款|在贷金额)$/, ['loan.outstandingPrincipal']],
  [/罚息(利率|率|倍数|上浮)|逾期利率|提前还款费率|展期费率|^(提前还款标志|展期标志|变更标志)$/, []],
  [/^利率(类型|方式|种类)$/, ['loan.rateType']],
  [/利率|^(月|年|日)利$|^(月|年|日)?(费率|息率|综合费率|利息率|综合利率)$|^(月|年|日)息$|^年化(率|收益)?$|^利息标准$/i, ['loan.annualRatePct']],
  // Money that arrives is lent in a ledger of loans and paid in one of receipts.
  [/^到账(日期|日|时间)$/, { loan: ['loan.disbursedOn'], repayment: ['repayment.paidOn'] }],
  [/^(实际)?(贷款|借款|合同|借据|分期|授信|协议)?(放款|发放|贷款|借款|起息|起贷|签订|签约|出账|出借|借出|贷出|投放|放贷|发生|支用|提款|起始|开始|起|生效|分期|办理|办贷|购买|用款|下款|到账|放|起租|典当|当)(日期|日|时间|年月日|起日|起始日)$|^(贷款|借款|发放)(年月|年月日)$/, ['loan.disbursedOn']],
  [/^(展期后?到期日?期?|展期至|展期到期日期?)$/, ['loan.extendedTo']],
  [/^(首次|首期|第一次|首个)(还款|付款|付息|扣款|应还)(日|日期)$/, ['loan.firstDueOn']],
  [/^(贷款|借款|合同|借据|分期|授信|协议|约定|合同约定|原|还款|最后|债务)?(到期|终止|截止|到期终止|结束|止|讫|止贷|止息|届满|赎当|赎回|当票到期|租赁到期)(日期|日|时间|年月日)$|^到期$|^最[迟晚](还款|归还)(日期|日|时间)$|^(约定|应|合同)?(归还|还清|还款到期|偿还|应收回)(日期|日|时间)$|^终了日期?$/, { loan: ['loan.maturesOn'], overdue: ['loan.maturesOn'], customer: [] }],
  [/^到期终止$/, ['loan.maturesOn']],
  [/^(结束|终止|截止|最[迟晚]还款)(日期|日|时间)$/, { repayment: ['loan.maturesOn'] }],
  [/^(每月|每期)?(还款|扣款|付息|结息|约定还款|每月还款|固定还款|月还款|还息|供款)(日|日期|日子)$/, { loan: ['loan.dueDay', 'loan.maturesOn', 'loan.firstDueOn'], overdue: ['loan.dueDay'], repayment: ['repayment.paidOn', 'loan.dueDay'], installment: ['installment.dueOn'] }],
  [/^(贷款|借款|合同|借据|分期|约定|还款|归还|用款)?(期限|年限|月数|月份数?|期限\/月|期间)$|^(借|贷|用款)期$|^(借款|贷款|合同|借据)?(起止|起讫)(日期|时间|日|年月日)?$/i, ['loan.termMonths', 'row.period', 'loan.maturesOn']],
  [/^期限单位$/, []],
  [/^(分期|贷款|借款)(总)?(期数|期)$|^(总期数|分期数)$/, { loan: ['loan.termMonths'], repayment: ['loan.termMonths'], installment: ['loan.termMonths'], overdue: ['loan.termMonths'] }],
  [/^(还款期数|期数|分期数|期次|期|第几次|还款期|期号|期序|还款期次|期别|第几期|当期期数|本期期数)$/, { loan: ['loan.termMonths'], repayment: ['repayment.installmentNo'], installment: ['installment.installmentNo'], overdue: ['loan.termMonths'] }],
  [/^(已还|已缴|已收|已付|已还款|已供)(期数|期次|期|次数)$/, ['row.paidPeriods']],
  [/^(每期|每月|月|当期|期)(应还|还款|供款|应还款|应缴|供|还款额|应还金额|还款金额)(额|金额)?$|^月供$/i, ['row.dueAmount']],
  [/^主?要?(贷款|借款)?(担保|保证|增信|抵押\/担保|担保\/抵押|抵\/质押|抵质押)(方式|类型|条件|种类|形式|类别|措施|情况|性质)?$|^(贷款)(方式|条件)$|^信用\/担保$/, ['loan.guarantee']],
  [/^(贷款|借款|约定)?(还款|还本付息|结息|付息|还本|还息|计息|偿还|归还|还款付息|本息偿还|本息归还)(方式|类型|方法|办法|形式|方案|法)$|^(还法)$/, { loan: ['loan.method'], overdue: ['loan.method'], repayment: ['repayment.channel', 'loan.method'], installment: ['loan.method'] }],
  [/^(贷款|借款|资金|具体|实际)?(用途|投向|使用方向|用向|事由)(说明|分类)?$/, ['loan.purpose']],
  [/^(用途代码|产品编号|产品代码|贷款机构代码)$/, []],
  [/^(贷款|信贷|资产|风险|本期|当前|月末)?(五级|四级|十级|风险|质量|风险五级|风险等级|五级风险|资产|资产质量)?(分类|形态|质量)(结果|形态|级别|等级)?$|^(五级|风险等级|风险级别)$/, ['loan.class']],
  [/^(贷款|借款|账户|帐户|合同|借据|当前|目前|还款|业务|分期|结清)?(状态|状况)$|^(贷款|结清|还款|是否)(情况|结清)$|^是否(结清|逾期)$/i, { loan: ['loan.status'], overdue: ['loan.status'], repayment: ['loan.status'], installment: ['installment.status'] }],
  [/^(当物|抵押物|抵质押物|抵（质）押物|抵\(质\)押物|押品|质押物|质物|抵押品|抵质押品|担保物)(名称|明细|情况)?$/, ['loan.collateral']],
  [/^(币种|贷款币种|借据币种|币别)$/, ['loan.currency']],
  [/^(网点|信用社|分社|经办机构|分公司|支行|机构|门店|所属机构|营业部|贷款机构|创建机构|机构名称|所属网点)$/, { customer: ['customer.branch'], loan: ['loan.branch'], repayment: [], overdue: ['loan.branch'] }],
];

const receipts: readonly HeaderRule[] = [
  [/^(交易)?(冲正|冲销|红冲|撤销|作废|冲账|抹账)(标志|标识|状态|标记|否)?$|^是否(冲正|冲销|作废|红冲|撤销)$/, ['repayment.reversed']],
  [/^(还款|付款|收款|交易|支付|缴款|缴费|收取|结算|回款|归还|入账|到账)?(方式|渠道|途径)$/, { repayment: ['repayment.channel'], installment: ['repayment.channel'], loan: ['loan.method'], overdue: ['loan.method'], customer: [] }],
  [/^(付款人|还款人|缴款人|交款人|付款户名|代还人|汇款人)(姓名|名称)?$/, ['repayment.payerName']],
  [/^(本期)?(应还|应收|计划还款|约定还款|约定|应付|计划|应缴)(款)?(日期|日|时间)$/, { loan: ['loan.maturesOn', 'loan.firstDueOn'], repayment: ['repayment.dueOn'], installment: ['installment.dueOn'], overdue: [] }],
  [/^(应还|应收|计划|应付|本期应还)(本金)$/, ['installment.principal']],
  [/^(应还|应收|计划|应付|本期应还)(利息|息)$/, ['installment.interest']],
  [/^(应还|应收|计划|应付|本期应还)(本息|金额|合计|总额|款|本息合计|款额)$/, ['installment.total']],
  [/^(实际)?(还款|收款|实还|回款|交易|入账|归还|缴款|交款|缴费|实收|还本|还息|收回|回收|收本|收息|到账|付款|记账|登记|扣款|还贷|收贷|来款)(日期|日|时间|年月日)$|^(日期|时间|年月日)$/, { repayment: ['repayment.paidOn'], installment: ['installment.paidOn'], loan: [], overdue: [], customer: [] }],
  [/^(累计|已|累计已|合计已)(还|收回|归还|收|偿还)(的)?(贷款|借款)?(本金|本|贷款)(合计|金额|累计|总额)?$|^(还本|收回本金|归还本金)(累计|合计)$|^累计本金$|^本金(已|累计)(还|收回|归还|收|偿还)$/, { loan: ['loan.repaidPrincipal'], overdue: ['loan.repaidPrincipal'], repayment: ['loan.repaidPrincipal'], installment: ['installment.paidPrincipal'] }],
  [/^(累计|已|累计已|合计已)(还|收回|归还|收|付|偿还|缴|结)(的)?(贷款)?(利息|息)(合计|金额|累计|总额)?$|^(收息|还息|付息|收回利息)(累计|合计)$|^累计利息$|^利息(已|累计)(还|收回|收|付|结)$/, { loan: ['loan.repaidInterest'], overdue: ['loan.repaidInterest'], repayment: ['loan.repaidInterest'], installment: ['installment.paidInterest'] }],
  [/^(累计|已|累计已)(还|收|还款|收回|缴|归还|偿还)(金额|款|总额|合计|本息|款项|额)?$/, ['row.repaidTotal']],
  [/^(本月|当月|本年|当年)(新增)?(发放|借出|放款|投放|贷出)(贷款)?(金额|额|数)?$/, { loan: ['row.lentInPeriod'] }],
  [/^(本月|当月|本年|当年)(收回|归还|还|偿还|已还|实还)(的)?(贷款)?(本金|本|贷款)?$/, { loan: ['row.repaidInPeriod'] }],
  // What came in this month or year is no running total; a receipt's 本期还本 is its own.
  [/^(本月|本季|本年|当月|当年|本期)(累计|新增)?(收回|归还|还|收|发放|偿还|实收|实还)?(的)?(贷款)?(本金|本|利息|息|金额|款)$/, { loan: [], overdue: [], customer: [] }],
  [/^(本次|本期|实还|实收|实际|归还|收回|回收|还贷|还|收|偿还|当期|本月|本笔)*(归还|收回|还|收|偿还|实还|实收)?(贷款)?(本金|本|还本|还本金额|本金金额)$/, { repayment: ['repayment.principal'], loan: ['loan.repaidPrincipal'], installment: ['installment.paidPrincipal'], overdue: ['loan.repaidPrincipal'] }],
  [/^(复利|复息)$/, ['repayment.compound']],
  [/^(本次|本期|实还|实收|收取|归还|收回|还|收)*(罚息|加收利息|逾期利息|违约金|滞纳金|罚息复利|罚金|逾期罚息|罚息金额|罚款|逾期违约金|逾期费)$/, { repayment: ['repayment.penalty'], loan: [], overdue: [], installment: ['installment.fee'] }],
  [/^(手续费|服务费|费用|管理费|其他费用|担保费)$/, { repayment: ['repayment.fee'], installment: ['installment.fee'], loan: [] }],
  [/^(本次|本期|实还|实收|实际|归还|收回|回收|还贷|支付|还|收|付|偿还|当期|结|本月|本笔)*(归还|收回|还|收)?(贷款)?(利息|息|还息|利息收入|收息金额|利息金额)$/, { repayment: ['repayment.interest'], loan: ['loan.repaidInterest'], installment: ['installment.interest'], overdue: ['loan.overdueInterest'] }],
  [/^(本次|本期|实还|实收|实际)*(还款|收款|交易|回款|实还|实收|还本付息|缴款|交款|缴费|付款|到账|归还|入账|收回|扣款|收|还)?(金额|合计|总额|总金额|本息合计|本息|款|小计|合计金额|金额合计|总计|额)$|^(本次还款|本息合计|合计还款|合计收款|共计|共收)$/, { repayment: ['repayment.total'], installment: ['installment.total'], loan: [], overdue: [], customer: [] }],
  [/^(还款标志|还款标识)$/, ['row.repayFlag']],
  [/^(统计|数据|报表|所属)(日期|月份|年月|期)$|^(月份|年月|统计月)$/, ['row.asOf']],
  [/^(摘要|款项|款项类型|款项性质|款项名称|科目|科目名称|收款项目|还款项目|项目|费用类型|费用项目|收款类型|还款类型|类别|交易类型|交易摘要|收款内容|资金性质|性质)$/, { repayment: ['row.moneyPart', 'repayment.note'], loan: ['loan.note'], customer: [], overdue: [], installment: [] }],
  [/^(备注|说明|附注|其他说明|Remarks?|Notes?)$/i, { customer: ['customer.note'], loan: ['loan.note'], repayment: ['repayment.note'], overdue: [], installment: [] }],
];

/** In order: the first rule whose pattern matches decides. */
export const headerRules: readonly HeaderRule[] = [
  [/^(序号|行号|No\.?|#|项次|序|项目序号|次序|顺序号|行次)$/i, ['row.serial']],
  [/^(编号|号码|代码)$/, { customer: ['row.serial', 'customer.customerNo'], loan: ['row.serial', 'loan.receiptNo'], repayment: ['row.serial', 'loan.receiptNo'], overdue: ['row.serial', 'loan.receiptNo'], installment: ['row.serial', 'loan.receiptNo'] }],
  ...otherPeople, ...people, ...numbers, ...overdue, ...loanTerms, ...receipts, ...englishHeaderRules, ...catalogueHeaderRules,
];
