import { readPhones } from '../identity/phone.ts';
import type { IdReading } from '../identity/read-id-number.ts';
import { contentText } from '../decode/cell-grid.ts';
import type { ColumnMeaning } from '../tables/column-meaning.ts';
import { isBusinessName } from '../values/read-name.ts';
import { readAmount } from '../values/read-amount.ts';
import { matchChoice } from '../values/read-choice.ts';
import { idTypeRules, kindRules } from '../values/person-choices.ts';
import type { TableRow } from './table-row.ts';

/** Who a row is about, as far as it says. */
export interface Mention {
  readonly row: TableRow;
  readonly name?: string;
  readonly isNameMasked: boolean;
  readonly customerNo?: string;
  /** The number as the record shows it; `isIdSure` false: well formed but its check character is wrong. */
  readonly idNumber?: string;
  readonly isIdSure: boolean;
  /** The digits that survived of an ID that Excel cut off. */
  readonly idPrefix?: string;
  readonly idType?: string;
  readonly kind?: string;
  readonly mobile?: string;
  readonly phone2?: string;
}

const idColumn: ColumnMeaning = 'customer.idNumber';

/** Reads who the row is about and reports what is wrong with it; `once` groups lines that repeat one customer. */
export function readMention(row: TableRow, once?: string): Mention {
  const name = row.name('customer.name');
  if (name?.isMasked) row.report('customer.name', { kind: 'masked_value', zh: `姓名不完整：${name.name}`, en: `The name is incomplete: ${name.name}`, ...(once ? { once: `${once}|name|${name.name}` } : {}) });
  const id = row.id(idColumn);
  reportId(row, id, once);
  const written = row.text('customer.idType');
  const invalidType = id.kind === 'invalid' && id.idType ? id.idType : undefined;
  const idType = id.kind === 'valid' ? id.idType : (writtenIdType(written) ?? invalidType ?? idTypeByName(row, name?.name));
  const kind = row.choice('customer.kind', kindRules) ?? kindOf(idType, name?.name);
  const customerNo = row.code('customer.customerNo');
  const lost = id.kind === 'lost' ? lostPrefix(contentText(row.cell(idColumn))) : undefined;
  return {
    row,
    isNameMasked: name?.isMasked === true,
    isIdSure: id.kind === 'valid',
    ...(name ? { name: name.name } : {}),
    ...(customerNo ? { customerNo } : {}),
    ...(id.kind === 'valid' ? { idNumber: id.number } : id.kind === 'invalid' && id.number ? { idNumber: id.number } : {}),
    ...(lost ? { idPrefix: lost } : {}),
    ...(idType && (name || id.kind !== 'blank') ? { idType } : {}),
    ...(kind ? { kind } : {}),
    ...readMobile(row, once),
  };
}

function writtenIdType(text: string | undefined): string | undefined {
  return text ? matchChoice(text, idTypeRules) : undefined;
}

function idTypeByName(row: TableRow, name: string | undefined): string | undefined {
  if (!row.has(idColumn) || !name) return undefined;
  return isBusinessName(name) ? 'uscc' : 'resident_id';
}

function kindOf(idType: string | undefined, name: string | undefined): string | undefined {
  if (name && isBusinessName(name)) return 'business';
  if (idType === 'uscc') return 'business';
  return name || idType ? 'individual' : undefined;
}

/** 4.30104E+17 → 430104; 421122197311199000 → its first fifteen digits, which are still true. */
function lostPrefix(text: string): string {
  const scientific = /^(\d)(?:\.(\d+))?E\+?\d+$/i.exec(text.trim());
  if (scientific) return `${scientific[1]}${(scientific[2] ?? '').slice(0, -1)}`;
  return text.replace(/\D/g, '').slice(0, 15);
}

function reportId(row: TableRow, id: IdReading, once: string | undefined): void {
  const key = once ? { once: `${once}|id|${contentText(row.cell(idColumn))}` } : {};
  if (id.kind === 'lost') row.report(idColumn, { kind: 'unrecoverable_number', zh: '证件号被存成数值，后几位已经丢失，请补录', en: 'The ID was kept as a number and its last digits are gone; enter it again', ...key });
  else if (id.kind === 'masked') row.report(idColumn, { kind: 'masked_value', zh: '证件号打了码，请补录', en: 'The ID is masked; enter it in full', ...key });
  else if (id.kind === 'multiple') row.report(idColumn, { kind: 'invalid_id', zh: '一格里有几个证件号', en: 'Several IDs in one cell', ...key });
  else if (id.kind === 'invalid') row.report(idColumn, { kind: 'invalid_id', zh: id.fault === 'checksum' ? '证件号校验位不对' : `证件号不对（${faultText(id.fault)}）`, en: `The ID is wrong (${id.fault})`, ...key });
  else if (id.kind === 'valid' && id.isOld15) row.report(idColumn, { kind: 'invalid_id', zh: `15 位旧身份证号，已换算成 ${id.number}`, en: `A 15-digit ID of old, converted to ${id.number}`, severity: 'info', ...key });
}

function readMobile(row: TableRow, once: string | undefined): { mobile?: string; phone2?: string } {
  const content = row.cell('customer.mobile');
  if (content === undefined || content === null) return {};
  const text = contentText(content);
  if (row.column('customer.mobile')?.isForeignPhone) {
    row.report('customer.mobile', { kind: 'invalid_phone', severity: 'warning', zh: '这一列大多不是中国的电话号码，原样记为备用电话', en: 'Most of this column is no Chinese phone number; kept as second phone', once: `${row.table.id}|foreign phones` });
    return { phone2: text };
  }
  const phones = readPhones(text);
  const numbers = phones.flatMap((phone) => (phone.kind === 'mobile' || phone.kind === 'landline' ? [phone.number] : []));
  const key = once ? { once: `${once}|phone|${text}` } : {};
  if (phones.some((phone) => phone.kind === 'invalid') && !/[A-Za-z一-龥]{3}/.test(text)) row.report('customer.mobile', { kind: 'invalid_phone', zh: '电话号码不对（位数或号段）', en: 'The phone number is wrong (length or range)', ...key });
  if (phones.some((phone) => phone.kind === 'masked')) row.report('customer.mobile', { kind: 'masked_value', zh: '电话号码打了码', en: 'The phone number is masked', ...key });
  const [mobile, phone2] = numbers;
  return { ...(mobile ? { mobile } : {}), ...(phone2 ? { phone2 } : {}) };
}

/** Whether an amount cell is worth a record at all. */
export function isAmountWritten(row: TableRow, meaning: ColumnMeaning): boolean {
  return readAmount(row.cell(meaning)).kind !== 'blank';
}

const faultTexts: Readonly<Record<string, string>> = {
  format: '写法不对', region: '地区代码不存在', birth_date: '出生日期不存在', sequence: '顺序码不存在', checksum: '校验位不对', 'letter in a number': '数字中夹有字母',
};

/** What is wrong with a number, in Chinese; a wrong length says how many digits there are. */
function faultText(fault: string): string {
  const digits = /^length (\d+)$/.exec(fault)?.[1];
  return digits === undefined ? (faultTexts[fault] ?? fault) : `应为 18 位，这里有 ${digits} 位`;
}
