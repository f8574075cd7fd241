/** One enumeration per meaning: code, 中文, English. Codes are those of the ledger template (GLOSSARY.md). */
export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly zh: string;
  readonly en: string;
}

export function choices<const Value extends string>(...rows: readonly (readonly [Value, string, string])[]): readonly Choice<Value>[] {
  return rows.map(([value, zh, en]) => ({ value, zh, en }));
}

export const customerKinds = choices(
  ['individual', '个人', 'Individual'],
  ['sole_trader', '个体工商户', 'Sole trader'],
  ['business', '企业', 'Business'],
  ['farmer', '农户', 'Farmer'],
  ['cooperative', '合作社', 'Co-operative'],
);
export const idTypes = choices(
  ['resident_id', '居民身份证', 'Resident ID'],
  ['uscc', '统一社会信用代码', 'Unified social credit code'],
  ['passport', '护照', 'Passport'],
  ['hk_macau_permit', '港澳居民通行证', 'HK/Macau permit'],
  ['taiwan_permit', '台湾居民通行证', 'Taiwan permit'],
  ['residence_permit', '居住证', 'Residence permit'],
  ['other', '其他证件', 'Other'],
);
export const genders = choices(['male', '男', 'Male'], ['female', '女', 'Female']);
export const maritalStatuses = choices(
  ['single', '未婚', 'Single'],
  ['married', '已婚', 'Married'],
  ['divorced', '离异', 'Divorced'],
  ['widowed', '丧偶', 'Widowed'],
);
export const methods = choices(
  ['equal_installment', '等额本息', 'Equal installments'],
  ['equal_principal', '等额本金', 'Equal principal'],
  ['interest_only', '先息后本', 'Interest first'],
  ['quarterly_interest', '按季付息', 'Quarterly interest'],
  ['bullet', '利随本清', 'Bullet'],
  ['flat', '等本等息', 'Flat'],
  ['balloon', '气球贷', 'Balloon'],
  ['custom', '自定义计划', 'Custom plan'],
  ['revolving', '随借随还', 'Revolving'],
  ['progressive', '累进还款', 'Progressive'],
);
export const interestModes = choices(
  ['monthly', '按月（年利率/12）', 'Monthly (annual/12)'],
  ['actual_360', '实际天数/360', 'Actual/360'],
  ['actual_365', '实际天数/365', 'Actual/365'],
  ['30e_360', '30E/360', '30E/360'],
  ['months_days', '对年对月对日加零头天数', 'Whole months and odd days'],
);
export const guarantees = choices(
  ['credit', '信用', 'Unsecured'],
  ['guarantee', '保证', 'Guarantee'],
  ['mortgage', '抵押', 'Mortgage'],
  ['pledge', '质押', 'Pledge'],
  ['joint', '联保', 'Joint guarantee'],
);
export const rateTypes = choices(['fixed', '固定利率', 'Fixed'], ['lpr', 'LPR 浮动', 'LPR-linked']);
export const fiveTierClassChoices = choices(
  ['normal', '正常', 'Normal'],
  ['special_mention', '关注', 'Special mention'],
  ['substandard', '次级', 'Substandard'],
  ['doubtful', '可疑', 'Doubtful'],
  ['loss', '损失', 'Loss'],
);
export const loanStatuses = choices(
  ['pending', '未放款', 'Pending'],
  ['active', '正常', 'Current'],
  ['overdue', '逾期', 'Overdue'],
  ['defaulted', '违约', 'Defaulted'],
  ['settled', '已结清', 'Settled'],
  ['written_off', '已核销', 'Written off'],
  ['void', '作废', 'Void'],
);
export const installmentStatuses = choices(
  ['pending', '未到期', 'Not due'],
  ['due_today', '今日到期', 'Due today'],
  ['partial', '部分已还', 'Partly paid'],
  ['overdue', '逾期', 'Overdue'],
  ['paid', '已还清', 'Paid'],
);
export const channels = choices(
  ['bank_transfer', '银行转账', 'Bank transfer'],
  ['cash', '现金', 'Cash'],
  ['wechat', '微信', 'WeChat'],
  ['alipay', '支付宝', 'Alipay'],
  ['direct_debit', '代扣', 'Direct debit'],
  ['collateral', '以物抵债', 'Collateral'],
  ['other', '其他', 'Other'],
);
export const repaymentSources = choices(['posted', '本系统登记', 'Posted here'], ['taken_over', '接管历史', 'Taken over']);
export const overdueBuckets = choices(
  ['1-30', '1–30 天', '1–30 days'],
  ['31-60', '31–60 天', '31–60 days'],
  ['61-90', '61–90 天', '61–90 days'],
  ['91-180', '91–180 天', '91–180 days'],
  ['181-270', '181–270 天', '181–270 days'],
  ['271-360', '271–360 天', '271–360 days'],
  ['361+', '361 天以上', '361 days and more'],
);
export const roles = choices(['full', '全部权限', 'Full rights'], ['read_only', '只读', 'Read only']);
export const languages = choices(['zh', '中文', '中文'], ['en', 'English', 'English']);
export const riskLevels = choices(['low', '低', 'Low'], ['medium', '中', 'Medium'], ['high', '高', 'High']);

export type ValueOf<List extends readonly Choice[]> = List[number]['value'];

/** Values as a non-empty tuple, the shape that zod's enum takes. */
export function valuesOf<Value extends string>(list: readonly Choice<Value>[]): [Value, ...Value[]] {
  const [first, ...rest] = list.map((choice) => choice.value);
  if (first === undefined) throw new Error('an enumeration needs at least one value');
  return [first, ...rest];
}

export function choiceLabel(list: readonly Choice[], value: string, language: 'zh' | 'en'): string {
  return list.find((choice) => choice.value === value)?.[language] ?? value;
}
