import type { GuidePage, GuideSection } from './read-guide-page.ts';

export interface GuideHit {
  readonly page: GuidePage;
  readonly section: GuideSection;
  /** Some text around the first match, cut at most to `excerptLength`. */
  readonly excerpt: string;
}

const excerptLength = 110;
const mostHits = 30;

/** Sections that hold every word of the query; titles and headings count more than text, then reading order. */
export function searchGuide(pages: readonly GuidePage[], query: string): GuideHit[] {
  const words = searchWords(query);
  if (words.length === 0) return [];
  return pages
    .flatMap((page) => page.sections.map((section) => ({ page, section, rank: rankOf(page, section, words) })))
    .filter(({ rank }) => rank > 0)
    .toSorted((left, right) => right.rank - left.rank)
    .slice(0, mostHits)
    .map(({ page, section }) => ({ page, section, excerpt: excerptOf(section.text, words) }));
}

export function searchWords(query: string): string[] {
  return query.toLowerCase().split(/[\s,，、;；]+/).filter((word) => word !== '');
}

function rankOf(page: GuidePage, section: GuideSection, words: readonly string[]): number {
  const heading = section.heading.toLowerCase();
  const whole = `${page.title} ${heading} ${section.text}`.toLowerCase();
  if (!words.every((word) => whole.includes(word))) return 0;
  const text = section.text.toLowerCase();
  // A word that stands in the page's title alone would bring up every section of the page.
  if (!words.some((word) => heading.includes(word) || text.includes(word))) return 0;
  return 1 + words.filter((word) => heading.includes(word)).length * 2 + (section.depth === 1 ? 1 : 0);
}

function excerptOf(text: string, words: readonly string[]): string {
  const lower = text.toLowerCase();
  const found = words.map((word) => lower.indexOf(word)).filter((index) => index >= 0);
  const start = Math.max(0, Math.min(...(found.length === 0 ? [0] : found)) - 24);
  const end = start + excerptLength;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

/** The text in pieces, those that match a word marked, for showing them. */
export function markWords(text: string, words: readonly string[]): readonly { readonly text: string; readonly isMatch: boolean }[] {
  if (words.length === 0) return [{ text, isMatch: false }];
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu');
  return text.split(pattern).map((piece, index) => ({ text: piece, isMatch: index % 2 === 1 })).filter((piece) => piece.text !== '');
}
