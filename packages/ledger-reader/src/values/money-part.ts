import { denseText, longestCell } from '../text/clean-text.ts';

export type MoneyPart = 'principal' | 'interest' | 'penalty' | 'fee';

/**
 * What the one amount of a line is, by its 摘要 or 科目: 收回本金, 贷款利息, 罚息, 手续费. Null when the words name none of them
 * or several (本息), since then the amount is a total.
 */
export function moneyPartOf(text: string): MoneyPart | null {
  if (text.length > longestCell) return null;
  const dense = denseText(text);
  const hasPrincipal = /本金|还本|收本|归还贷款|收回贷款|^本$/.test(dense);
  const hasPenalty = /罚息|逾期利息|滞纳金|违约金|复利|罚款/.test(dense);
  const hasInterest = /利息|收息|付息|还息|结息|^息$/.test(dense.replace(/逾期利息/g, ''));
  const hasFee = /手续费|服务费|管理费|担保费/.test(dense);
  if (/本息/.test(dense) || [hasPrincipal, hasPenalty, hasInterest, hasFee].filter(Boolean).length !== 1) return null;
  return hasPrincipal ? 'principal' : hasPenalty ? 'penalty' : hasInterest ? 'interest' : 'fee';
}
