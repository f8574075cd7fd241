import { expect, test } from 'vitest';
import { readGuidePage } from './read-guide-page.ts';
import { markWords, searchGuide } from './search-guide.ts';

const pages = [
  readGuidePage('receipts', '# 收款\n\n登记错了用冲正。\n\n## 冲正\n\n写明原因，原来的记录保留。\n'),
  readGuidePage('backup', '# Backup\n\nTwo things.\n\n## The key\n\nKeep the KEY apart from the backup file.\n'),
];
const found = (query: string): string[] => searchGuide(pages, query).map(({ page, section }) => `${page.name}#${section.id}`);

test('a heading with the word comes before a text with it', () => {
  expect(found('冲正')).toEqual(['receipts#冲正', 'receipts#']);
});

test('every word must be found, in any case and order', () => {
  expect(found('FILE key')).toEqual(['backup#the-key']);
  expect(found('key 冲正')).toEqual([]);
});

test('a word of the page title alone does not bring up all its sections', () => {
  expect(found('收款')).toEqual(['receipts#']);
});

test('an empty search and signs that mean something in a pattern find nothing and break nothing', () => {
  expect(found('  ')).toEqual([]);
  expect(found('.*(')).toEqual([]);
  expect(markWords('a.*(b', ['.*('])).toEqual([{ text: 'a', isMatch: false }, { text: '.*(', isMatch: true }, { text: 'b', isMatch: false }]);
});

test('the excerpt shows the text around the word', () => {
  const long = readGuidePage('lists', `# L\n\n${'甲'.repeat(200)}目标${'乙'.repeat(200)}\n`);
  const [hit] = searchGuide([long], '目标');
  expect(hit?.excerpt).toMatch(/^…甲+目标乙+…$/);
});
