import { hasHan, isEmptyWord, longestCell, plainText } from '../text/clean-text.ts';

/** `isMasked`: part of the name is hidden (王*, 王某某) or lost (张?). */
export interface NameReading {
  readonly name: string;
  readonly note?: string;
  readonly isMasked?: true;
}

const businessWords = /公司|合作社|企业|集团|工厂|厂$|店|商行|商店|超市|中心|农场|协会|学校|医院|酒楼|饭店|餐厅|经营部|工作室|门市部|个体|合伙|农机站|基地|事务所|有限|Co\.|Ltd/i;

/** Whether a name is a firm's by its words. */
export function isBusinessName(name: string): boolean {
  return name.length > 4 && businessWords.test(name);
}

/** A customer's or manager's name without the spaces people put into it; null when the cell is empty. */
export function readName(text: string): NameReading | null {
  const plain = plainText(text.slice(0, longestCell)).replace(/[•‧・･]/g, '·');
  if (isEmptyWord(plain)) return null;
  const compact = hasHan(plain) ? plain.replace(/\s+/g, '') : plain;
  const dotted = compact.replace(/(\p{Script=Han})[.。．](?=\p{Script=Han})/gu, '$1·');
  const noted = /^([^()]+)\(([^()]+)\)$/.exec(dotted);
  if (noted?.[1] && noted[2] && !isBusinessName(dotted) && hasHan(noted[1])) return { ...masked(noted[1]), note: noted[2] };
  return masked(dotted);
}

function masked(name: string): NameReading {
  const isMasked = /[*＊?？□■�]/.test(name) || /^\p{Script=Han}{1,2}某+$/u.test(name) || /^\p{Script=Han}[xX]{1,2}$/u.test(name);
  return isMasked ? { name, isMasked: true } : { name };
}
