import { contentText, type CellContent } from '../decode/cell-grid.ts';
import { denseText, longestCell } from '../text/clean-text.ts';
import { simplifiedText } from '../text/simplified-text.ts';

export type RowKind = 'blank' | 'subtotal' | 'footer' | 'section' | 'record';

const subtotalWords = /^.{0,16}?(小计|合计|总计|累计|共计|总合计|平均|平均值|承前页|过次页|转次页|接前页|接上页|转下页|上页结转|本页合计|期初余额|期末余额|月计|年计|总额合计)[::]?$/;
const subtotalStart = /^(合计|小计|总计|累计|共计|本页小计|本月合计|本年累计|承前页|过次页|以上合计)/;
const footerStart = /^(制表|复核|审核|负责人|单位负责人|填表|填报|打印|注[::]|注意|备注[::]|说明[::]|附[::]|附注|总笔数|总记录|共\d+|操作员|报表|第\d+页|以下空白|财务负责人|主管|经办[::]|会计[::]|出纳|统计人|编制|日期[::]|数据来源|签字|盖章)/;

/** What a row below a heading of so many columns is: by its first words, unless nearly every column is filled. */
export function rowKind(cells: readonly CellContent[], width: number): RowKind {
  const texts: string[] = [];
  const laterWords: string[] = [];
  let filled = 0;
  for (const cell of cells) {
    if (cell === null || (typeof cell === 'string' && cell.trim() === '')) continue;
    filled += 1;
    if (texts.length < 3) texts.push(typeof cell === 'string' ? simplifiedText(denseText(cell.slice(0, longestCell))) : contentText(cell));
    else if (typeof cell === 'string' && cell.length <= 12) laterWords.push(cell);
  }
  const first = texts[0];
  if (first === undefined || texts.every((text) => text === '')) return 'blank';
  // A person may be called 合计 something; a row of sums leaves most columns empty.
  if (filled >= 6 && filled >= width * 0.8) return 'record';
  if (texts.slice(0, 2).some((text) => text.length <= 20 && (subtotalWords.test(text) || subtotalStart.test(text)) && !/\d{5}/.test(text))) return 'subtotal';
  // In a row that is mostly empty the word may stand in any column.
  if (filled < width * 0.6 && [texts[2] ?? '', ...laterWords].some((text) => subtotalWords.test(simplifiedText(denseText(text))) && !/\d{5}/.test(text))) return 'subtotal';
  if (isCaptionRow(cells, filled)) return isNumberedHeading(first) ? 'section' : 'footer';
  if (footerStart.test(first) || (filled <= 3 && /^[^::]{1,8}[::]/.test(first))) return 'footer';
  return filled === 1 && typeof cells.find((cell) => cell !== null) === 'string' && !/^\d+$/.test(first) ? 'section' : 'record';
}

const unitNote = /^[(]?(?:金额)?单位[::]/;

/** Words only, and either each is 借款人：赵甲 or the like, or one of a few says the unit: a caption of the table below. */
function isCaptionRow(cells: readonly CellContent[], filled: number): boolean {
  let [labelled, units] = [0, 0];
  for (const cell of cells) {
    if (cell === null || (typeof cell === 'string' && cell.trim() === '')) continue;
    if (typeof cell !== 'string') return false;
    const text = denseText(cell.slice(0, longestCell));
    if (/^[^::]{1,10}[::]/.test(text)) labelled += 1;
    if (unitNote.test(text)) units += 1;
  }
  return labelled === filled || (filled <= 3 && units > 0);
}

function isNumberedHeading(text: string): boolean {
  return /^(?:[一二三四五六七八九十]+[、.]|[(][一二三四五六七八九十\d]+[)])/.test(text);
}
