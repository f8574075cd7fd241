import type { RatePeriod, RateScale } from '../values/read-rate.ts';
import type { MoneyUnit } from '../values/read-amount.ts';
import { denseText, longestCell } from '../text/clean-text.ts';
import { simplifiedText } from '../text/simplified-text.ts';

/** A heading split into its words and what it says about units. */
export interface HeaderText {
  /** Group and leaf headings, outermost first, without units. */
  readonly path: readonly string[];
  readonly moneyUnit?: MoneyUnit;
  readonly ratePeriod?: RatePeriod;
  readonly rateScale?: RateScale;
  readonly termUnit?: 'month' | 'year';
}

const bracketed = /\(([^()]*)\)/g;

/** Header texts of one column, outermost first: ["还款情况", "已还利息(元)"] → path 还款情况, 已还利息; unit yuan. */
export function parseHeader(texts: readonly string[]): HeaderText {
  const dense = withoutUnitLeaf(texts.map((text) => simplifiedText(denseText(text.slice(0, longestCell))).replace(/^[*★☆●]+|[*★☆]+$/g, '').replace(/帐/g, '账').replace(/^(?:其中[::、]?|\d{1,2}[.、])(?=\p{Script=Han}{2})/u, '')).filter((text, index, all) => text !== '' && text !== all[index - 1]));
  const leaf = dense.at(-1) ?? '';
  const whole = dense.join('|');
  const units = [...leaf.matchAll(bracketed)].map((match) => match[1] ?? '').join(' ') + (/[%‰]$/.test(leaf) ? leaf.slice(-1) : '') + (leaf.match(/\/(万元|元|月|年)$/)?.[1] ?? '');
  const moneyUnit = unitOfMoney(units) ?? unitOfMoney([...whole.matchAll(bracketed)].map((match) => match[1] ?? '').join(' '));
  const ratePeriod = periodOf(leaf);
  const rateScale = /‰/.test(leaf) ? 'permille' : /%/.test(leaf) ? 'percent' : undefined;
  const termUnit = /年/.test(units) || /年限/.test(leaf) ? 'year' : /月|期/.test(units) ? 'month' : undefined;
  return {
    path: dense.map((text) => text.replace(bracketed, '').replace(/[%‰]|\/(万元|元|月|年)$/g, '').replace(/[::]$/, '') || text),
    ...(moneyUnit ? { moneyUnit } : {}),
    ...(ratePeriod ? { ratePeriod } : {}),
    ...(rateScale ? { rateScale } : {}),
    ...(termUnit ? { termUnit } : {}),
  };
}

const unitAlone = /^\(?(人民币)?(万元|元|圆|%|‰|月|天)\)?$/;

/** 结欠 over 万元: the lower heading is only the unit of the upper one. */
function withoutUnitLeaf(texts: readonly string[]): string[] {
  const [leaf, group] = [texts.at(-1), texts.at(-2)];
  return leaf !== undefined && group !== undefined && unitAlone.test(leaf) ? [...texts.slice(0, -2), `${group}(${leaf.replace(/[()]/g, '')})`] : [...texts];
}

/** 万元 or 元 in a unit note, when there is one. */
export function unitOfMoney(text: string): MoneyUnit | undefined {
  if (/万/.test(text)) return 'wan';
  return /元|圆|RMB|CNY|人民币/i.test(text) ? 'yuan' : undefined;
}

function periodOf(leaf: string): RatePeriod | undefined {
  if (/月(利|息|费|综合)|\(月|\/月|月%|月‰/.test(leaf)) return 'month';
  if (/日(利|息|费)|\(日|\/日/.test(leaf)) return 'day';
  return /年(利|息|化|费)|\(年|\/年/.test(leaf) ? 'year' : undefined;
}
