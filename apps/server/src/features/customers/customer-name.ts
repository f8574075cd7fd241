import type { CustomerFacts } from '@loanbook/contract/features/customers.ts';
import { pinyin } from 'pinyin-pro';

/** How a name is ordered and found. */
export interface SearchableName {
  /** Syllables parted by blanks, so that 李安 "li an" stands before 连山 "lian shan". */
  readonly pinyin: string;
  readonly initials: string;
  /** Its one- and two-character pieces, each once. */
  readonly grams: readonly string[];
}

// Sorted and carried in page cursors, so not longer than a cursor may be.
const pinyinLimit = 200;
const initialsLimit = 100;

/** 单雄信 of kind individual → "shan xiong xin", "sxx"; ABC(上海)公司 → "abc shang hai gong si", "abcshgs". */
export function searchableName(name: string, kind: CustomerFacts['kind']): SearchableName {
  const pieces = name.normalize('NFKC').match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  const syllables: string[] = [];
  let initials = '';
  for (const [index, piece] of pieces.entries()) {
    const isHan = /^\p{Script=Han}/u.test(piece);
    const read = isHan ? readSyllables(piece, index === 0 && isPerson(kind)) : [piece.toLowerCase()];
    syllables.push(...read);
    initials += isHan ? read.map((syllable) => [...syllable][0] ?? '').join('') : piece.toLowerCase();
  }
  return { pinyin: syllables.join(' ').slice(0, pinyinLimit), initials: initials.slice(0, initialsLimit), grams: nameGrams(name) };
}

/** Surnames have readings of their own (单 shan, 仇 qiu), which the first character of a company's name has not (乐山). */
function readSyllables(piece: string, startsWithSurname: boolean): string[] {
  return pinyin(piece, { toneType: 'none', type: 'array', v: true, ...(startsWithSurname ? { mode: 'surname', surname: 'head' } : {}) });
}

function isPerson(kind: CustomerFacts['kind']): boolean {
  return kind === 'individual' || kind === 'sole_trader' || kind === 'farmer';
}

/** 张小三 → 张, 小, 三, 张小, 小三. Full-width forms, letter case and blanks do not matter. */
export function nameGrams(name: string): readonly string[] {
  const characters = [...denseName(name)];
  return [...new Set([...characters, ...characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)])];
}

/** The spelling that names are compared in; SQL has the same in `denseNameOf`. */
export function denseName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s/gu, '');
}
