import type { CellContent } from '../decode/cell-grid.ts';
import { denseText, longestCell } from '../text/clean-text.ts';
import { headerRules } from './header-rules.ts';
import { looseHeaderRules } from './loose-header-rules.ts';
import { parseHeader } from './header-text.ts';
import { isMonthHeading, monthRun } from './month-heading.ts';
import { simplifiedText } from '../text/simplified-text.ts';

const subHeadings = /^(万元|元|日期|金额|本金|利息|罚息|合计|小计|笔数|余额|本息|时间|状态|备注|应还|实还|还款|票号|签收|户数|占比)$/;
const periodHeading = /^第?(\d{1,3}|[一二三四五六七八九十]+)[期次]/;
const remembered = new Map<string, boolean>();

/** Whether a text is the heading of a column; remembers its answers, since a ledger asks about the same words over and over. */
export function isHeaderWord(text: string): boolean {
  if (text.length > longestCell) return false;
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const dense = simplifiedText(denseText(text));
  const answer = dense !== '' && dense.length <= 24 && (!/^\d/.test(dense) || periodHeading.test(dense)) && matchesRule(dense);
  if (remembered.size > 50_000) remembered.clear();
  remembered.set(text, answer);
  return answer;
}

function matchesRule(dense: string): boolean {
  if (subHeadings.test(dense) || periodHeading.test(dense)) return true;
  const leaf = parseHeader([dense]).path[0] ?? dense;
  if (headerRules.some(([pattern]) => pattern.test(leaf) || pattern.test(dense))) return true;
  // A sentence of a caption may hold the same words; a heading is short and has neither figures nor a colon.
  return dense.length <= 10 && !/[\d::,，。;；]/.test(dense) && looseHeaderRules.some(([pattern]) => pattern.test(leaf));
}

const generic = /^(金额|日期|本金|利息|余额|时间|起|止|起始|到期|天数|姓名|名称|电话|号码|编号|方式|合计|起始日|到期日|罚息|本息|状态|类型)$/;

/**
 * The words that name a column: its leaf heading, or group and leaf together where the leaf alone says little and both
 * make a heading that is known (贷款信息 over 金额 is 贷款金额).
 */
export function columnWords(path: readonly string[]): string {
  const leaf = path.at(-1) ?? '';
  if (!generic.test(leaf)) return leaf;
  for (const group of path.slice(0, -1).reverse()) {
    const whole = group.replace(/(基本)?(信息|情况|资料|要素|明细|部分|栏|内容|台账)$/, '') + leaf;
    if (whole !== leaf && headerRules.some(([pattern]) => pattern.test(whole))) return whole;
  }
  return leaf;
}

export interface RowWords {
  readonly filled: number;
  readonly labels: number;
  readonly values: number;
}

const numeric = /^[\s\d.,:%¥/-]+$/;

/** How many cells of a row are filled, are headings, and are plainly values (numbers, dates). */
export function rowWords(cells: readonly CellContent[]): RowWords {
  let [filled, values] = [0, 0];
  for (const cell of cells) {
    if (cell === null || (typeof cell === 'string' && cell.trim() === '')) continue;
    filled += 1;
    if (typeof cell !== 'string' || numeric.test(cell)) values += 1;
  }
  // 2024-01, 2024-02 … are values by their looks and headings by their order.
  const months = values > filled * 0.2 || values === 0 ? monthRun(cells) : 0;
  let labels = months;
  if (months > 0) values = Math.max(0, values - cells.filter((cell) => (typeof cell !== 'string' || numeric.test(cell)) && isMonthHeading(cell)).length);
  // Most rows hold values; only the few that do not are worth looking their words up.
  if (values > filled * 0.2) return { filled, labels, values };
  for (const cell of cells) if (typeof cell === 'string' && !numeric.test(cell) && !(months > 0 && isMonthHeading(cell)) && isHeaderWord(cell)) labels += 1;
  return { filled, labels, values };
}
