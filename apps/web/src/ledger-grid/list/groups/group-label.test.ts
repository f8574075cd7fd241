import { ledgerLists } from '@loanbook/contract/fields/ledger-lists.ts';
import { expect, test } from 'vitest';
import { groupLabel } from './group-label.ts';

const zh = { language: 'zh', timeZone: 'Asia/Shanghai' } as const;
const en = { language: 'en', timeZone: 'Asia/Shanghai' } as const;

function fieldOf(key: string) {
  const field = ledgerLists.loans.fields.find((candidate) => candidate.key === key);
  if (!field) throw new Error(`no field ${key}`);
  return field;
}

test.each([
  ['status', 'overdue', '逾期', 'Overdue'], ['manager', '王经理', '王经理', '王经理'], ['manager', null, '（空）', '(none)'], ['disbursedOn', '2026-01-01', '2026-01', '2026-01'],
  ['principal', '0.00', '1万以下', 'below 10,000'], ['principal', '100000.00', '10万～30万', '100,000 – 300,000'], ['principal', '10000000.00', '1,000万及以上', '10,000,000 and more'],
])('rows that share %s %s are called %s', (key, value, inChinese, inEnglish) => {
  expect([groupLabel(fieldOf(key), value, zh), groupLabel(fieldOf(key), value, en)]).toEqual([inChinese, inEnglish]);
});
