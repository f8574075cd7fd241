import { expect, test } from 'vitest';
import { candidatesOf } from './header-candidates.ts';
import type { TableContext } from './header-rule.ts';
import { headerCandidates } from './map-columns.ts';
import { parseHeader } from './header-text.ts';

/** Meaning → the table it stands in and the headings that people give it. */
const headings: Readonly<Record<string, readonly [TableContext, string]>> = {
  'customer.name': [
    'loan',
    '借款人名称 借款户名 贷款户名 承贷人姓名 客户姓名 户名 社员姓名 贷款人姓名 借款者 农户姓名 单位（个人）名称 名称 姓名（名称） 借款人（单位） 债务人名称 客户简称 借款农户 贷款人 户主 贷款农户姓名 会员姓名 车主姓名 承租人姓名 出质人 申请人姓名 主贷人 主贷人姓名 借款单位（人） 客户名称（全称） 商户名称 店主姓名 借款主体名称',
  ],
  'customer.idNumber': [
    'loan',
    '身份证 身份证号 身份证号码 证件号码 公民身份号码 身份号码 证件编号 证照编号 身份证件号码 有效证件号 组织机构代码 社会信用代码 营业执照编号 营业执照号 信用代码 统一信用代码 身份证/统一社会信用代码 借款人身份证号码 身份证号（信用代码） 社员身份证号 证件号',
  ],
  'customer.mobile': [
    'loan',
    '电话 联系电话 手机号 手机 移动电话 联系方式 电话号码 借款人手机 借款人联系电话 联络电话 常用电话 客户电话 联系人手机号 通讯电话',
  ],
  'customer.address': [
    'customer',
    '住址 地址 家庭住址 居住地 详细住址 村组 所在村组 居住村组 现住地 常住地址 住址（村组） 所属乡镇 家庭地址 通信地址',
  ],
  'customer.customerNo': [
    'customer',
    '客户号 客户编号 客户编码 社员编号 社员证号 会员号 客户代码 户号 借款人编号 股金证号 社员号',
  ],
  'customer.gender': [
    'customer',
    '性别 男/女',
  ],
  'customer.birthDate': [
    'customer',
    '出生日期 出生年月 生日 出生时间 生年月日',
  ],
  'customer.maritalStatus': [
    'customer',
    '婚姻状况 婚否 婚姻 婚姻情况',
  ],
  'customer.employer': [
    'customer',
    '工作单位 单位 就业单位 任职单位 所在单位',
  ],
  'customer.occupation': [
    'customer',
    '职业 从事职业 职务 行业/职业',
  ],
  'customer.annualIncome': [
    'customer',
    '年收入 家庭年收入 年均收入 家庭年总收入 年经营收入',
  ],
  'customer.creditRating': [
    'customer',
    '信用等级 资信等级 评定等级 客户等级 信用评级 信用级别 授信等级',
  ],
  'customer.manager': [
    'customer',
    '客户经理 管户人 信贷员 维护人 包片信贷员 责任信贷员 管户信贷员',
  ],
  'loan.receiptNo': [
    'loan',
    '借据号 借据编号 借据号码 借条号 借条编号 贷款账号 放款编号 借款凭证号 贷款编号 借据流水号 出账号 分户账号 贷款帐户 借据序列号 放款凭证编号 借款编号',
  ],
  'loan.contractNo': [
    'loan',
    '合同号 合同编号 借款合同号 贷款合同编号 协议编号 借款协议号 合同流水号 合约号 合同编码 合同代码 订单号 分期合同号 借款合同',
  ],
  'loan.principal': [
    'loan',
    '贷款金额 借款金额 放款金额 发放金额 贷款本金 借款本金 发放贷款金额 贷款额 借据金额 合同金额 金额 放贷金额 出借金额 借出金额 贷款发放额 原始金额 借款额 贷款数额 投放额 放款额 本金 借款数额 实际放款额 贷出金额 授信支用金额',
  ],
  'loan.outstandingPrincipal': [
    'loan',
    '贷款余额 余额 本金余额 剩余本金 未还本金 结欠本金 结欠余额 尚欠本金 当前余额 期末余额 贷款结余 未收本金 下欠本金 欠款余额 未清偿本金 在贷余额 月末余额 剩余未还本金 借款余额 现欠本金 本期余额 实时余额 未还余额 待收本金 剩余金额',
  ],
  'loan.annualRatePct': [
    'loan',
    '利率 年利率 月利率 执行利率 月息 年息 日利率 合同利率 费率 月费率 贷款利率 利率水平 年化利率 利息率 息费率 月综合费率 执行年利率 利率（‰） 利率‰ 月利‰ 年利% 利率% 加权利率 贷款执行利率',
  ],
  'loan.termMonths': [
    'loan',
    '期限 贷款期限 借款期限 期限（月） 借期 贷款期限（月） 期数 月数 合同期限 用款期限 总期数 贷款月数 借款月数 期限/月',
  ],
  'loan.disbursedOn': [
    'loan',
    '放款日期 发放日期 贷款日期 借款日期 起息日 起始日 放款时间 贷出日期 借出日期 起息日期 合同起始日 借款起始日期 开始日期 发放日 投放日期 出账日期 借款时间 发放时间 贷款发放时间 放贷时间 签约日期 起贷日期 办贷日期 放款年月日 出借日期 用款日期 借款日 购买日期',
  ],
  'loan.maturesOn': [
    'loan',
    '到期日期 到期日 贷款到期日 还款到期日 到期时间 终止日 合同到期日 截止日期 约定还款日期 应还日期 归还日期 止贷日 借款到期时间 应收回日期 还清日期 结束日期 终了日期 约定到期日 还款期限 归还期限 还款截止日',
  ],
  'loan.method': [
    'loan',
    '还款方式 还本付息方式 结息方式 偿还方式 还款方法 计息方式 付息方式 还款办法 还款类型 归还方式',
  ],
  'loan.guarantee': [
    'loan',
    '担保方式 贷款方式 担保类型 保证方式 抵押方式 担保种类 担保形式 抵押担保方式 担保情况 信用/担保 增信方式 主要担保方式 担保性质',
  ],
  'loan.purpose': [
    'loan',
    '用途 贷款用途 借款用途 资金用途 资金投向 贷款投向 借款事由 用款用途',
  ],
  'loan.class': [
    'loan',
    '五级分类 风险分类 贷款分类 五级形态 贷款形态 资产质量 分类结果 风险等级 质量分类 资产质量分类 五级分类结果',
  ],
  'loan.status': [
    'loan',
    '状态 贷款状态 借据状态 合同状态 账户状态 结清状态 目前状况 是否结清 还款状态 业务状态 还款情况',
  ],
  'loan.manager': [
    'loan',
    '客户经理 信贷员 经办人 管户经理 主办客户经理 责任人 经办信贷员 管理责任人 第一责任人 包收责任人 业务经理 业务员 管户信贷员 经手人 放款人',
  ],
  'loan.overdueDays': [
    'loan',
    '逾期天数 欠息天数 拖欠天数 超期天数 逾期日数 本金逾期天数 已逾期天数',
  ],
  'loan.repaidPrincipal': [
    'loan',
    '已还本金 已收本金 累计还本 累计归还本金 已归还本金 收回本金 已还贷款本金 还本金额',
  ],
  'loan.repaidInterest': [
    'loan',
    '已还利息 已收利息 累计收息 已付利息 累计付息 已结利息 收息金额 已收息',
  ],
  'repayment.paidOn': [
    'repayment',
    '还款日期 收款日期 还款时间 交易日期 日期 实还日期 入账日期 收回日期 记账日期 回款时间 归还日期 缴款日期 交款日期 收款日 还贷日期 扣款日期',
  ],
  'repayment.principal': [
    'repayment',
    '本金 还本金 归还本金 收回本金 实还本金 本次还本 实收本金 还款本金 本期本金 偿还本金 还本 收本金 其中本金 其中：本金 归还贷款本金 本金金额',
  ],
  'repayment.interest': [
    'repayment',
    '利息 还利息 归还利息 收回利息 实收利息 本次还息 还款利息 收息 还息 收利息 其中：利息 利息金额 利息收入 本期利息 贷款利息',
  ],
  'repayment.penalty': [
    'repayment',
    '罚息 罚息金额 违约金 滞纳金 逾期罚息 实收罚息 加收利息 逾期利息 罚息/违约金 罚金',
  ],
  'repayment.total': [
    'repayment',
    '合计 还款金额 还款总额 收款金额 实收合计 本息合计 本次还款合计 还款合计 实收金额 交易金额 总额 收款合计 回款金额 合计金额 共收 小计 总计 实还总额 交款金额 金额',
  ],
  'repayment.channel': [
    'repayment',
    '还款方式 收款方式 还款渠道 交易方式 支付方式 渠道 交易渠道 付款方式 收款渠道 结算方式 缴款方式',
  ],
  'repayment.externalRef': [
    'repayment',
    '流水号 凭证号 交易流水号 收据号 票据号 单据号 传票号 凭证编号 收据编号 回单号 业务流水 交易流水 交易编号 还款编号 凭证字号',
  ],
  'repayment.installmentNo': [
    'repayment',
    '期次 期数 第几期 还款期数 期号 期别 当前期数 本次期数 还款期次',
  ],
  'loan.dueDay': [
    'loan',
    '还款日 每月还款日 扣款日 结息日 付息日 约定还款日 每月扣款日',
  ],
  'repayment.reversed': [
    'repayment',
    '冲正标志 是否冲正 红冲标志 冲销标记 撤销标志 冲正',
  ],
};

test.each(Object.entries(headings))('%s is known by each of its headings', (meaning, [context, words]) => {
  for (const word of words.split(' ')) expect([word, headerCandidates(parseHeader([word]), context)]).toEqual([word, expect.arrayContaining([meaning])]);
});

test.each([
  ['担保人电话', 'loan'],
  ['保证人身份证号', 'loan'],
  ['操作员', 'repayment'],
  ['复核人', 'loan'],
  ['产品编号', 'loan'],
  ['罚息利率', 'loan'],
  ['本月收息', 'loan'],
] as const)('%s in a table of the kind %s says nothing that a record keeps', (word, context) => {
  expect(candidatesOf(word, context)).toEqual({ meanings: [], isLoose: false });
});

test.each([
  ['本金', 'loan', 'loan.principal'],
  ['本金', 'repayment', 'repayment.principal'],
  ['本金', 'installment', 'installment.principal'],
  ['利息', 'loan', 'loan.repaidInterest'],
  ['利息', 'repayment', 'repayment.interest'],
  ['还款方式', 'loan', 'loan.method'],
  ['还款方式', 'repayment', 'repayment.channel'],
  ['还款日期', 'loan', 'loan.dueDay'],
  ['还款日期', 'repayment', 'repayment.paidOn'],
  ['备注', 'customer', 'customer.note'],
  ['备注', 'repayment', 'repayment.note'],
  ['金额', 'loan', 'loan.principal'],
  ['金额', 'repayment', 'repayment.total'],
  ['期数', 'loan', 'loan.termMonths'],
  ['期数', 'repayment', 'repayment.installmentNo'],
  ['行业', 'customer', 'customer.industry'],
  ['行业', 'loan', 'loan.industry'],
] as const)('%s means another thing in each table: in %s it is %s', (word, context, first) => {
  expect(candidatesOf(word, context).meanings[0]).toBe(first);
});

test.each([
  ['农户借款月利率标准', 'loan.annualRatePct'],
  ['借贷总期限', 'loan.termMonths'],
  ['放款的具体日期', 'loan.disbursedOn'],
  ['扶贫贷款发放总金额', 'loan.principal'],
  ['借款农户的手机', 'customer.mobile'],
] as const)('%s is nobody’s exact word and turns on one that tells: %s', (word, meaning) => {
  expect(candidatesOf(word, 'loan').meanings).toContain(meaning);
});

test('what nobody knows means nothing', () => {
  expect(candidatesOf('', 'loan')).toMatchObject({ meanings: [] });
  expect(candidatesOf('天气', 'loan')).toMatchObject({ meanings: [] });
});

test('marks, numbering, 其中 and 帐 for 账 do not change a heading', () => {
  for (const written of ['*贷款账号', '贷款帐号', '1.贷款账号', '贷 款 账 号', '贷款账号：']) expect(parseHeader([written]).path).toEqual(['贷款账号']);
  expect(parseHeader(['其中：本金']).path).toEqual(['本金']);
});

test.each([['上月余额', 'row.openingBalance'], ['期初结余', 'row.openingBalance'], ['本月收回本金', 'row.repaidInPeriod'], ['本年发放金额', 'row.lentInPeriod']])('%s serves to check the balance', (heading, meaning) => {
  expect(candidatesOf(heading, 'loan').meanings).toEqual([meaning]);
});
