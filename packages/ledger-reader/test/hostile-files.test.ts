import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { readLedger } from '../src/read-ledger.ts';
import { dice } from './dice.ts';
import { hostileFiles } from './hostile-files.ts';

const head = ['借款人', '身份证号', '联系电话', '借据号', '贷款金额', '月利率(‰)', '放款日期', '到期日期', '期限(月)', '备注'];
const sheet = async (rows: (string | number)[][], merges: { startRow: number; endRow: number; startCol: number; endCol: number }[] = []): Promise<Uint8Array> => writeXlsx({ sheets: [{ name: '台账', rows, merges }] });
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

test.each([
  ['cells of 32 000 equal characters', () => sheet([head, ...['1', '(', '9,', '一', '年', 'x', '-'].map((character) => head.map(() => character.repeat(32_000)))])],
  ['a heading of 32 000 characters', () => sheet([head.map((word) => word + '贷款'.repeat(16_000)), head, head.map(() => '1')])],
  ['sixteen thousand columns', () => sheet([Array.from({ length: 16_000 }, (_, index) => (index % 2 ? '借据号' : '姓名')), Array.from({ length: 16_000 }, () => '1')])],
  ['twenty thousand merges', () => sheet([head, head.map(() => '1')], Array.from({ length: 20_000 }, (_, index) => ({ startRow: index * 2, endRow: index * 2 + 1, startCol: 0, endCol: 9 })))],
  ['a merge of the whole sheet', () => sheet([head, head.map(() => '1')], [{ startRow: 0, endRow: 1_048_575, startCol: 0, endCol: 16_383 }])],
  ['nothing but headings', () => sheet(Array.from({ length: 2000 }, (_, index) => head.map((word) => `${word}${index % 3}`)))],
  ['a quote that never closes', async () => text(`"${'a,'.repeat(200_000)}`)],
  ['an external entity', async () => text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')],
  ['rows and columns spanned without end', async () => text(`<html><table>${'<tr><td rowspan="1000000" colspan="1000">x'.repeat(100)}`)],
  ['an OLE container of noise', async () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)])],
])('%s is read or refused in seconds, without a crash', { timeout: 10_000 }, async (_name, make) => {
  const reading = await readLedger([{ name: 'hostile.xlsx', bytes: await make() }]);
  expect(reading.files).toHaveLength(1);
  expect(reading.problems.every((problem) => problem.messageZh !== '' && problem.value.length <= 200)).toBe(true);
});

test('text that looks like a formula stays text', async () => {
  const reading = await readLedger([{ name: 'a.csv', bytes: text("借据号,借款人,贷款金额,放款日期,到期日,用途\nA1,赵甲,5000,2024-01-02,2025-01-02,=cmd|'/c calc'!A1") }]);
  expect(reading.loans).toMatchObject([{ purpose: "=cmd|'/c calc'!A1" }]);
});

const longestMilliseconds = 15_000;
const mostMegabytes = 900;

test('a hundred hostile files of every family: records or a sentence for each, in seconds and in bounds', { timeout: 180_000 }, async () => {
  const faults: string[] = [];
  for (const file of hostileFiles(2026, 100)) {
    // What one file takes: this process keeps what the ones before left behind, the reader's own would have ended.
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const reading = await readLedger([file]).catch((cause: unknown) => String(cause));
    const milliseconds = performance.now() - started;
    const megabytes = (process.memoryUsage().rss - before) / 1_000_000;
    if (typeof reading === 'string') faults.push(`${file.family}: ${reading}`);
    else if (reading.files.some(({ format }) => format === 'unreadable') && reading.problems.length === 0) faults.push(`${file.family}: refused without a sentence`);
    else if (reading.problems.some((problem) => problem.messageZh === '' || problem.messageEn === '' || problem.value.length > 200)) faults.push(`${file.family}: a problem without its words`);
    if (milliseconds > longestMilliseconds) faults.push(`${file.family}: ${Math.round(milliseconds)} ms`);
    if (megabytes > mostMegabytes) faults.push(`${file.family}: ${Math.round(megabytes)} MB`);
  }
  expect(faults).toEqual([]);
});

test('the same seed makes the same hostile files', () => {
  const bytesOf = (seed: number): string[] => [...hostileFiles(seed, 12)].map(({ bytes }) => Buffer.from(bytes).toString('base64'));
  expect(bytesOf(5)).toEqual(bytesOf(5));
  expect(bytesOf(5)).not.toEqual(bytesOf(6));
  expect(Array.from({ length: 3 }, () => dice(1)(1000))).toEqual([627, 627, 627]);
});
