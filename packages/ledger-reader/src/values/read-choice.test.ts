import { expect, test } from 'vitest';
import { classRules, guaranteeRules, methodRules, statusRules } from './loan-choices.ts';
import { channelRules, genderRules, idTypeRules, kindRules, maritalRules } from './person-choices.ts';
import { choiceText, matchChoice, type ChoiceRule } from './read-choice.ts';

type Words = Readonly<Record<string, string>>;

/** Each value with words that mean it; `nothing`: words from which a careful reader concludes nothing. */
const lists: readonly (readonly [string, readonly ChoiceRule<string>[], Words])[] = [
  ['method', methodRules, {
    equal_installment: '等额本息 等额 按月等额本息 月等额 每月等额还本付息 等额还款 RPT-01',
    equal_principal: '等额本金 等本 按月等本 递减还款 本金等额',
    interest_only: '先息后本 按月付息 按月结息到期还本 月结息到期还本 按月收息 到期还本按月付息',
    quarterly_interest: '按季结息 按季付息到期还本 季度付息 季息',
    bullet: '利随本清 到期还本付息 一次还本付息 一次性 一次付清 本息一次结清 到期一次性偿还本息',
    flat: '等本等息 等额等息 平息',
    revolving: '随借随还 循环额度',
    balloon: '气球贷 尾款',
    custom: '不规则还款 按计划还款 协议还款',
    nothing: '按年付息 每月还款 见合同',
  }],
  ['guarantee', guaranteeRules, {
    credit: '信用 纯信用 免担保 无抵押 信',
    guarantee: '保证 担保 五户联保 公司担保 公务员担保 保',
    mortgage: '抵押 房屋抵押 车抵 林权抵押 房产 抵',
    pledge: '质押 存单 仓单质押 应收账款质押 质',
    combined: '抵押+保证 抵押、担保 组合担保 混合',
    nothing: '详见档案',
  }],
  ['class', classRules, {
    normal: '正常 正常类 正常2 正常一级 1 QL01 AA',
    special_mention: '关注 关注类贷款 关注一 2 二级',
    substandard: '次级 次级类 3',
    doubtful: '可疑 可疑类 4 D',
    loss: '损失 损失级 5 五级',
    nothing: '不良 A',
  }],
  ['status', statusRules, {
    active: '正常 正常还款 还款中 未结清 未结 在贷 未到期 存量 部分归还 未逾期',
    settled: '结清 已结清 还清 提前结清 已还款 完结 清 全部收回 已收回',
    overdue: '逾期 已逾期 逾期30天 欠息 拖欠 到期未还 未结清(逾期) M3+ 欠',
    written_off: '核销 已核销 账销案存',
    pending: '待放款 未放款 审批通过',
    void: '作废 撤销 取消',
    extended: '展期 续期',
    restructured: '重组 借新还旧',
    in_litigation: '诉讼 起诉 已判决',
    compensated: '代偿 理赔',
    defaulted: '违约',
    nothing: '挂账 停息 关注',
  }],
  ['channel', channelRules, {
    cash: '现金 柜台现金 现',
    bank_transfer: '转账 银行转账 网银 手机银行 电汇 POS 云闪付 转',
    direct_debit: '代扣 批扣 自动扣款 银行代扣',
    wechat: '微信 微信支付',
    alipay: '支付宝',
    collateral: '以房抵债 拍卖',
    nothing: '扫码',
  }],
  ['gender', genderRules, { male: '男 男性 M male 1 先生', female: '女 女士 F female 2', nothing: '0 -' }],
  ['maritalStatus', maritalRules, { single: '未婚 单身', married: '已婚 初婚 再婚 有配偶', divorced: '离异 离婚', widowed: '丧偶' }],
  ['kind', kindRules, { individual: '个人 自然人 农户 对私', business: '企业 法人 对公 个体工商户 合作社' }],
  ['idType', idTypeRules, { resident_id: '身份证 居民身份证', uscc: '统一社会信用代码 营业执照', passport: '护照', residence_permit: '居住证' }],
];

test.each(lists)('words of %s', (_name, rules, words) => {
  for (const [value, list] of Object.entries(words)) {
    for (const word of list.split(' ')) expect([word, matchChoice(word, rules) ?? 'nothing']).toEqual([word, value]);
  }
});

test('spaces, widths and empty words do not count', () => {
  expect(choiceText(' 等额 本息 ')).toBe('等额本息');
  expect(choiceText('Ｍ')).toBe('M');
  expect(choiceText(1)).toBe('1');
  expect([null, undefined, '-', '/', '无', '不详', { error: '#N/A' }, { date: '2024-01-01' }].map((content) => choiceText(content))).toEqual(Array.from({ length: 8 }, () => null));
});
