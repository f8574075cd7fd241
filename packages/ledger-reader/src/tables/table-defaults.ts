import { denseText, longestCell } from '../text/clean-text.ts';
import { guaranteeRules, methodRules, statusRules, type LoanGuarantee, type LoanMethod, type StatusWord } from '../values/loan-choices.ts';
import { matchChoice } from '../values/read-choice.ts';
import { isBusinessName, readName } from '../values/read-name.ts';

/** What a sheet's name, a caption or a section heading says for all rows below it. A column of the table overrules it. */
export interface RowDefaults {
  readonly status?: StatusWord;
  readonly guarantee?: LoanGuarantee;
  readonly method?: LoanMethod;
  readonly manager?: string;
  readonly product?: string;
}

/** Captions written as 还款方式：等本等息. */
export function defaultsOfPairs(pairs: ReadonlyMap<string, string>): RowDefaults {
  const defaults: { -readonly [key in keyof RowDefaults]: RowDefaults[key] } = {};
  for (const [key, value] of pairs) {
    if (/客户经理|业务员|信贷员|管户|经办人/.test(key)) defaults.manager = readName(value)?.name;
    else if (/还款方式|还本付息方式/.test(key)) defaults.method = matchChoice(value, methodRules);
    else if (/担保方式/.test(key)) defaults.guarantee = matchChoice(value, guaranteeRules);
    else if (/贷款状态/.test(key)) defaults.status = matchChoice(value, statusRules);
    else if (/产品|贷款种类|贷款品种/.test(key)) defaults.product = value;
  }
  return withoutUndefined(defaults);
}

const numbering = /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d+[、.])/;
const stateHeading = /结清|未结清|逾期|核销|诉讼|展期|正常/;
const securityHeading = /^(信用|保证|担保|抵押|质押|房抵|车抵)(类|贷款|贷|方式)*(台账|明细)?$/;

/** A sheet's name or a section heading: 已结清, 二、抵押贷款, 客户经理：周霜降, 周霜降. */
export function defaultsOfHeading(heading: string, isManagerList: boolean): RowDefaults {
  const dense = denseText(heading.slice(0, longestCell)).replace(numbering, '');
  const pair = /^([^::]{2,8})[::](.+)$/.exec(dense);
  if (pair?.[1] && pair[2]) return defaultsOfPairs(new Map([[pair[1], pair[2].replace(/[((].*$/, '')]]));
  const words = dense.replace(/(贷款|借款|客户|台账|明细|表|户|类|部分)+$/g, '');
  if (dense.length <= 10 && stateHeading.test(dense) && !/台账.+/.test(dense)) {
    const status = matchChoice(words, statusRules);
    return status ? { status } : {};
  }
  if (securityHeading.test(dense)) {
    const guarantee = matchChoice(dense, guaranteeRules);
    return guarantee ? { guarantee } : {};
  }
  return isManagerList && isPersonName(dense) ? { manager: dense } : {};
}

const notNames = /台账|贷款|还款|客户|汇总|明细|逾期|结清|表|月|年|季|镇|乡|村|店|部|行|社|公司|信用|抵押|质押|保证|个人|企业|其他|合计|正常/;

/** Two to four Chinese characters that are no word of a ledger. */
export function isPersonName(text: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(text) && !notNames.test(text) && !isBusinessName(text);
}

function withoutUndefined(defaults: RowDefaults): RowDefaults {
  return Object.fromEntries(Object.entries(defaults).filter(([, value]) => value !== undefined));
}
