import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/* Features read each other's rows through views and index files, so that a table can change without a search through all of them. */

const serverFolder = path.resolve(import.meta.dirname, '../..');

/** Table → the feature whose migration makes it (NNNN_<feature>_<what>.sql). */
function tableOwners(): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const file of readdirSync(path.join(serverFolder, 'migrations'))) {
    const feature = /^\d+_([a-z]+)/.exec(file)?.[1] ?? '';
    for (const [, table = ''] of readFileSync(path.join(serverFolder, 'migrations', file), 'utf8').matchAll(/create table (\w+)/g)) owners.set(table, feature);
  }
  return owners;
}

/** Each with its reason. */
const allowed: readonly (readonly [feature: string, tables: readonly string[]])[] = [
  // The projection has one writer, and receipts are a part of it.
  ['loans', ['repayment']],
  // A session is a person's.
  ['session', ['person', 'person_session']],
  // Who changed the settings last is written nowhere else.
  ['settings', ['audit_entry']],
  // A proof that went through views would prove the views.
  ['verify', ['customer', 'customer_gram', 'loan', 'loan_state', 'installment', 'repayment']],
];

test('no feature touches the tables of another but through what that one offers', () => {
  const strays: string[] = [];
  for (const file of globSync('src/features/*/*.ts', { cwd: serverFolder }).filter((name) => !name.endsWith('.test.ts'))) {
    const feature = file.split(path.sep)[2] ?? '';
    const text = readFileSync(path.join(serverFolder, file), 'utf8');
    for (const [table, owner] of tableOwners()) {
      const isNamed = new RegExp(`(?:\\b(?:from|join|into|update) |(?:selectFrom|insertInto|updateTable|deleteFrom)\\(')${table}(?![\\w.])`).test(text);
      if (isNamed && owner !== feature && owner !== 'platform' && !allowed.some(([known, tables]) => known === feature && tables.includes(table))) strays.push(`${file}: ${table}`);
    }
  }
  expect(strays).toEqual([]);
});
