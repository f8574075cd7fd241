import { rights } from '@loanbook/contract/features/session.ts';
import { expect, test } from 'vitest';
import { administrationEntries, allowedEntries, ledgerEntries, tabEntries } from './navigation.ts';

test('rights decide what the navigation shows', () => {
  expect(allowedEntries(administrationEntries, ['ledger.read', 'audit.read']).map((entry) => entry.to)).toEqual(['/audit']);
  expect(allowedEntries(ledgerEntries, ['ledger.read']).map((entry) => entry.to)).not.toContain('/imports');
  expect(allowedEntries(ledgerEntries, rights)).toEqual(ledgerEntries);
  expect(allowedEntries(tabEntries, [])).toEqual([]);
});

test('every tab of a phone leads where an entry of the desk navigation leads', () => {
  const desk = ledgerEntries.map((entry) => entry.to);
  for (const tab of tabEntries) expect(desk).toContain(tab.to);
});
