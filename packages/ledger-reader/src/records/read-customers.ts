import { checkResidentId } from '../identity/resident-id.ts';
import type { ColumnMeaning } from '../tables/column-meaning.ts';
import { genderRules, maritalRules } from '../values/person-choices.ts';
import type { CustomerDraft, CustomerRegistry } from './customer-registry.ts';
import { yuanText, type DraftValues } from './draft-values.ts';
import type { PreparedTable } from './prepared-table.ts';
import type { ProblemList } from './problem-list.ts';
import { presentKeys } from './present-keys.ts';
import { readMention } from './read-identity.ts';
import { TableRow } from './table-row.ts';

const plainKeys = [
  'education', 'ethnicity', 'email', 'address', 'registeredAddress', 'employer', 'occupation', 'bankName', 'spouseName', 'spouseIdNumber', 'spouseMobile',
  'emergencyContact', 'legalRepresentative', 'industry', 'creditRating', 'creditScore', 'acquisitionSource', 'branch', 'note', 'phone2',
] as const;
const moneyKeys = ['annualIncome', 'monthlyIncome', 'assets', 'liabilities', 'creditLimit'] as const;
const dateKeys = ['idExpiresOn', 'birthDate', 'openedOn'] as const;

/** Reads a customer list; the same person filed twice becomes one customer and a problem. */
export function readCustomers(table: PreparedTable, registry: CustomerRegistry, problems: ProblemList): number {
  let count = 0;
  for (const index of table.raw.recordRows) {
    const row = new TableRow(table, index, problems);
    const mention = readMention(row);
    if (!mention.name && !mention.idNumber) continue;
    count += 1;
    const { duplicateOf } = registry.register(mention, customerValues(row));
    if (duplicateOf) reportDuplicate(row, duplicateOf);
  }
  return count;
}

function reportDuplicate(row: TableRow, known: CustomerDraft): void {
  const meaning: ColumnMeaning = row.has('customer.idNumber') ? 'customer.idNumber' : 'customer.name';
  row.report(meaning, { kind: 'duplicate', severity: 'warning', zh: `与第 ${known.source.row} 行是同一客户，已合并`, en: `The same customer as in row ${known.source.row}; merged` });
}

/** Facts about the customer that stand in the row, whatever table it belongs to. */
export function customerValues(row: TableRow, once?: string): DraftValues {
  const values: DraftValues = {};
  for (const [key, meaning] of presentKeys(row.table.map, 'customer', plainKeys)) setText(values, key, row.text(meaning));
  setText(values, 'bankAccount', row.code('customer.bankAccount'));
  setText(values, 'manager', row.name('customer.manager')?.name);
  setText(values, 'gender', row.choice('customer.gender', genderRules));
  setText(values, 'maritalStatus', row.choice('customer.maritalStatus', maritalRules));
  for (const [key, meaning] of presentKeys(row.table.map, 'customer', moneyKeys)) {
    const amount = row.amount(meaning, once);
    if (amount) values[key] = yuanText(amount.fen);
  }
  for (const [key, meaning] of presentKeys(row.table.map, 'customer', dateKeys)) {
    const reading = row.date(meaning);
    row.reportDate(meaning, reading, once);
    if (reading.kind === 'date') values[key] = reading.date;
  }
  checkAgainstId(row, values);
  return values;
}

function setText(values: DraftValues, key: string, text: string | undefined): void {
  if (text !== undefined) values[key] = text;
}

/** A valid resident ID says the birth date and the gender; a column that says otherwise is reported, and kept. */
function checkAgainstId(row: TableRow, values: DraftValues): void {
  const id = row.id('customer.idNumber');
  if (id.kind !== 'valid' || id.idType !== 'resident_id') return;
  const facts = checkResidentId(id.number);
  if (!facts.isValid) return;
  if (values.gender && values.gender !== facts.gender) row.report('customer.gender', { kind: 'conflicting_values', severity: 'info', zh: '性别与身份证号不一致', en: 'The gender differs from the ID' });
  if (values.birthDate && values.birthDate !== facts.birthDate) row.report('customer.birthDate', { kind: 'conflicting_values', severity: 'info', zh: '出生日期与身份证号不一致', en: 'The birth date differs from the ID' });
}
