import { channels, idTypes, maritalStatuses } from '@loanbook/contract/choices.ts';
import { labelRules, type ChoiceRule } from './read-choice.ts';

export type CustomerKind = 'individual' | 'business';
export type Gender = 'male' | 'female';
export type MaritalStatus = 'single' | 'married' | 'divorced' | 'widowed';
export type Channel = 'bank_transfer' | 'cash' | 'wechat' | 'alipay' | 'direct_debit' | 'collateral' | 'other';
export type WrittenIdType = 'resident_id' | 'uscc' | 'passport' | 'hk_macau_permit' | 'taiwan_permit' | 'residence_permit' | 'other';

export const kindRules: readonly ChoiceRule<CustomerKind>[] = [
  [/企业|公司|法人|单位|对公|个体|合作社|机构|商户|company|business|corporate|legal_?entity|^sme|^sole\s?trader|^co-?operative/i, 'business'],
  [/个人|自然人|农户|居民|对私|农民|个私|individual|person|natural|retail|^farmer/i, 'individual'],
];

// 1 and 2 as in GB/T 2261.1.
export const genderRules: readonly ChoiceRule<Gender>[] = [
  [/^(男|先生|M|MALE|1$)/i, 'male'],
  [/^(女|女士|F|FEMALE|2$)/i, 'female'],
];

export const maritalRules: readonly ChoiceRule<MaritalStatus>[] = [
  [/未婚|单身|SINGLE/i, 'single'],
  [/离/, 'divorced'],
  [/丧|寡|鳏/, 'widowed'],
  [/婚|有配偶|MARRIED/i, 'married'],
  ...labelRules(maritalStatuses),
];

export const idTypeRules: readonly ChoiceRule<WrittenIdType>[] = [
  [/居住证/, 'residence_permit'],
  [/身份证/, 'resident_id'],
  [/信用代码|营业执照|机构代码/, 'uscc'],
  [/护照/, 'passport'],
  [/港|澳/, 'hk_macau_permit'],
  [/台/, 'taiwan_permit'],
  [/军官|警官|士兵|户口|其他|其它/, 'other'],
  ...labelRules(idTypes),
];

export const channelRules: readonly ChoiceRule<Channel>[] = [
  [/微信|财付通|wechat/i, 'wechat'],
  [/支付宝|alipay/i, 'alipay'],
  [/代扣|批扣|扣款|划扣|扣划|自动扣|卡扣|direct_?debit|auto_?debit/i, 'direct_debit'],
  [/现金|柜面|柜台|现收|现款|^现$|^cash/i, 'cash'],
  [/转账|转帐|转款|转存|汇款|网银|手机银行|银行|银联|对公|电汇|本行|他行|云闪付|^转$|POS|刷卡|transfer|^bank|cheque|wire/i, 'bank_transfer'],
  [/抵债|以物|拍卖|处置/, 'collateral'],
  [/^(其他|其它|others?)$/i, 'other'],
  ...labelRules(channels),
];
