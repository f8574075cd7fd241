import { expect, test } from 'vitest';
import { readLedger } from '../read-ledger.ts';

const bytes = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));
const loans = { name: '贷款.csv', bytes: bytes(['客户编号,借据号,放款金额(元),年利率(%),放款日期,到期日期,贷款余额(元)', 'K1,J1,10000,12,2025-01-10,2026-01-10,5000', 'K2,J2,20000,12,2025-01-11,2026-01-11,9000']) };
const customers = { name: '客户.csv', bytes: bytes(['客户编号,客户名称,性别', 'K1,甲立春,男', 'K2,乙雨水,女']) };

test('a source that knows its customers by number alone says so once', async () => {
  const { problems } = await readLedger([loans], { asOf: '2025-06-30' });
  expect(problems.filter((problem) => problem.messageZh.startsWith('没有客户名称'))).toMatchObject([{ cell: 'A2', value: 'K1', severity: 'info' }]);
});

test('names in another file of the same import are names', async () => {
  const { problems } = await readLedger([loans, customers], { asOf: '2025-06-30' });
  expect(problems.filter((problem) => problem.messageZh.startsWith('没有客户名称'))).toEqual([]);
});
