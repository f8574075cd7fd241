import { expect, test } from 'vitest';
import { denseText, hasHan, isEmptyWord, plainText, visibleText } from './clean-text.ts';
import { simplifiedText } from './simplified-text.ts';

test.each([
  ['赵\u3000甲\u200b ', '赵 甲', '赵 甲', '赵甲'], ["'00123", "'00123", '00123', '00123'], ['ＨＴ－０１', 'ＨＴ－０１', 'HT-01', 'HT-01'], ['a\n b', 'a b', 'a b', 'ab'], ['plain', 'plain', 'plain', 'plain'], ['借据号', '借据号', '借据号', '借据号'],
])('%j seen, plain and dense', (text, seen, plain, dense) => {
  expect([visibleText(text), plainText(text), denseText(text)]).toEqual([seen, plain, dense]);
});

test.each(['', ' ', '-', '——', '/', '无', '暂无', '不详', '未提供', 'N/A', 'null', '#########', '．', '（空）', '\u3000'])('%j says nothing', (text) => {
  expect(isEmptyWord(text)).toBe(true);
});

test.each(['0', '无锡', '赵无', '未婚', '空港', '不动产', 'Nanjing', '1/2', '-5', 'a'.repeat(13)])('%j says something', (text) => {
  expect(isEmptyWord(text)).toBe(false);
});

test('words of ledgers in simplified characters', () => {
  expect(simplifiedText('貸款臺賬 單位：萬元 身分證號碼 還款方式 結餘 隨借隨還 先息後本')).toBe('贷款台账 单位：万元 身分证号码 还款方式 结余 随借随还 先息后本');
  expect([hasHan('abc'), hasHan('甲')]).toEqual([false, true]);
});
