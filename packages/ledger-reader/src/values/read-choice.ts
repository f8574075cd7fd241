import type { Choice } from '@loanbook/contract/choices.ts';
import { isDateCell, isErrorCell, type CellContent } from '../decode/cell-grid.ts';
import { denseText, isEmptyWord, longestCell } from '../text/clean-text.ts';
import { simplifiedText } from '../text/simplified-text.ts';

/** One rule of a word list: the first pattern that matches decides. */
export type ChoiceRule<Value extends string> = readonly [RegExp, Value];

/** The words of a choice cell without spaces; null when it is empty. */
export function choiceText(content: CellContent | undefined): string | null {
  if (content === null || content === undefined || isErrorCell(content) || isDateCell(content)) return null;
  const text = denseText(String(content).slice(0, longestCell));
  return isEmptyWord(text) ? null : text;
}

/** The value of the first matching rule; undefined when no rule knows the words. */
export function matchChoice<Value extends string>(text: string, rules: readonly ChoiceRule<Value>[]): Value | undefined {
  const simplified = simplifiedText(text);
  return rules.find(([pattern]) => pattern.test(simplified))?.[1];
}

/** Our own words for the choices in both languages, as our exports and drop-downs write them. */
export function labelRules<Value extends string>(choices: readonly Choice<Value>[]): readonly ChoiceRule<Value>[] {
  return choices.map(({ value, zh, en }) => [new RegExp(`^(?:${[zh, en].map(looseSpaces).join('|')})$`, 'i'), value]);
}

function looseSpaces(label: string): string {
  return label.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)).join(String.raw`\s*`);
}
