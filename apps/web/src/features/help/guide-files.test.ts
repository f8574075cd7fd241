import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { MarkedToken, Tokens } from 'marked';
import { guidePageNames } from './guide-pages.ts';
import { knownTokens, readGuidePage, type GuidePage } from './read-guide-page.ts';

const guideFolder = path.resolve(import.meta.dirname, '../../../../../docs/guide');
const languages = ['zh', 'en'] as const;

function readGuide(language: string): readonly GuidePage[] {
  return guidePageNames.map((name) => readGuidePage(name, readFileSync(path.join(guideFolder, language, `${name}.md`), 'utf8')));
}

function tokensWithin(tokens: readonly MarkedToken[]): readonly MarkedToken[] {
  return tokens.flatMap((token) => {
    const cells = token.type === 'table' ? [token.header, ...token.rows].flat().flatMap((cell) => cell.tokens) : [];
    const inner = token.type === 'list' ? token.items.flatMap((item) => item.tokens) : 'tokens' in token ? (token.tokens ?? []) : [];
    return [token, ...tokensWithin(knownTokens([...cells, ...inner]))];
  });
}

function linksOf(page: GuidePage): readonly string[] {
  return tokensWithin(page.tokens).filter((token): token is Tokens.Link => token.type === 'link').map((token) => token.href);
}

test.each(languages)('the folder %s holds exactly the pages of the contents', (language) => {
  expect(readdirSync(path.join(guideFolder, language)).toSorted()).toEqual(guidePageNames.map((name) => `${name}.md`).toSorted());
});

test.each(languages)('every link of the %s guide leads to a heading or a page that exists', (language) => {
  const pages = readGuide(language);
  for (const page of pages) {
    for (const href of linksOf(page)) {
      const [file = '', hash] = href.split('#', 2);
      const target = file === '' ? page : pages.find((candidate) => `${candidate.name}.md` === file);
      expect(target, `${page.name}: ${href}`).toBeDefined();
      if (hash !== undefined) expect(target?.sections.map((section) => section.id), `${page.name}: ${href}`).toContain(decodeURIComponent(hash));
    }
  }
});

test('every page has the same headings, lists, tables and links in both languages', () => {
  const [chinese, english] = languages.map(readGuide);
  for (const [index, page] of (chinese ?? []).entries()) {
    const other = english?.[index];
    expect(other?.sections.map((section) => section.depth), page.name).toEqual(page.sections.map((section) => section.depth));
    expect(shapeOf(other), page.name).toEqual(shapeOf(page));
  }
});

/** How much of what a page holds: a sentence or a row that one language lacks shows as another number. */
function shapeOf(page: GuidePage | undefined): Record<string, number> {
  const tokens = tokensWithin(page?.tokens ?? []);
  const count = (type: MarkedToken['type']): number => tokens.filter((token) => token.type === type).length;
  const rows = tokens.reduce((sum, token) => sum + (token.type === 'table' ? token.rows.length : 0), 0);
  const items = tokens.reduce((sum, token) => sum + (token.type === 'list' ? token.items.length : 0), 0);
  return { paragraphs: count('paragraph'), rows, items, commands: count('code'), links: count('link'), warnings: count('blockquote') };
}

test.each(languages)('the %s guide begins each page with a sentence and keeps to plain markdown', (language) => {
  for (const page of readGuide(language)) {
    expect(page.summary, page.name).not.toBe('');
    expect(tokensWithin(page.tokens).filter((token) => token.type === 'html'), page.name).toEqual([]);
    for (const section of page.sections) expect(section.text.replaceAll('****', ''), `${page.name}: an emphasis that does not close`).not.toContain('**');
  }
});

test('no heading stands twice on a page, so that each has an address of its own', () => {
  for (const page of languages.flatMap(readGuide)) {
    const ids = page.sections.map((section) => section.id);
    expect(new Set(ids).size, `${page.name}: ${ids.join(', ')}`).toBe(ids.length);
  }
});

test('the list of pages for readers of the source names every page in both languages', () => {
  const list = readFileSync(path.join(guideFolder, 'README.md'), 'utf8');
  for (const page of languages.flatMap((language) => readGuide(language).map(({ name, title }) => `[${title}](${language}/${name}.md)`))) expect(list).toContain(page);
});

test('every file that the README links to is there, and its pictures are small', () => {
  const projectFolder = path.resolve(guideFolder, '../..');
  const readme = readFileSync(path.join(projectFolder, 'README.md'), 'utf8');
  const targets = [...readme.matchAll(/\]\(([^)#]+)\)|src="([^"]+)"/g)].map((match) => match[1] ?? match[2] ?? '');
  expect(targets.length).toBeGreaterThan(10);
  expect(targets.filter((target) => !existsSync(path.join(projectFolder, target)))).toEqual([]);
  for (const picture of targets.filter((target) => target.endsWith('.png'))) expect(readFileSync(path.join(projectFolder, picture)).length, picture).toBeLessThanOrEqual(250_000);
});
