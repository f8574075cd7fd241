import { customerFactsSchema } from '@loanbook/contract/features/customers.ts';
import { expect, test } from 'vitest';
import { changedFacts, editableFields, fieldProblem, filledFacts, valuesOfCells, type FormValues } from './customer-form-values.ts';

function problemOf(key: string, values: FormValues): string | null {
  const field = editableFields.find((candidate) => candidate.key === key);
  if (field === undefined) throw new Error(`no field ${key}`);
  return fieldProblem(field, values)?.code ?? null;
}
const person: FormValues = { kind: 'individual', name: ' 沈静 ', idType: 'resident_id', idNumber: '11010519491231002x', annualIncome: '￥120,000', creditScore: '６50', mobile: '138 0013-8000', tags: [], note: '' };

test('what is typed becomes facts that the contract takes', () => {
  const facts = filledFacts(person);
  expect(facts).toEqual({ kind: 'individual', name: '沈静', idType: 'resident_id', idNumber: '11010519491231002X', annualIncome: '120000', creditScore: 650, mobile: '13800138000' });
  expect(customerFactsSchema.safeParse(facts).success).toBe(true);
});

test('facts that this kind of customer cannot have are not sent', () => {
  expect(filledFacts({ ...person, kind: 'business', gender: 'male', legalRepresentative: '周敏' })).toMatchObject({ kind: 'business', legalRepresentative: '周敏' });
  expect(filledFacts({ ...person, kind: 'business', gender: 'male' })).not.toHaveProperty('gender');
});

test('only what changed is sent, and a mask never comes back as a value', () => {
  const before = valuesOfCells({ kind: 'individual', name: '沈静', idNumber: '110***********002X', annualIncome: '120000.00', creditScore: 650, blacklisted: false });
  expect(before['idNumber']).toBe('');
  expect(changedFacts(before, before, new Set())).toEqual({});
  expect(changedFacts(before, { ...before, name: '沈静怡', annualIncome: '' }, new Set())).toEqual({ name: '沈静怡', annualIncome: null });
  expect(changedFacts(before, before, new Set(['idNumber']))).toEqual({ idNumber: null });
});

test.each([
  ['name', { name: '  ' }, 'required'],
  ['name', { name: '名'.repeat(101) }, 'tooLong'],
  ['annualIncome', { annualIncome: '12万' }, 'invalidAmount'],
  ['annualIncome', { annualIncome: '-5' }, 'negativeAmount'],
  ['creditScore', { creditScore: '高' }, 'invalidNumber'],
  ['mobile', { mobile: '1380013800' }, 'invalidMobile'],
  ['mobile', { mobile: '0571-88886666' }, null],
  ['email', { email: 'nobody' }, 'invalidEmail'],
  ['idNumber', { idType: 'resident_id', idNumber: '110105194912310021' }, 'idChecksum'],
  ['idNumber', { idType: 'resident_id', idNumber: '110105194913310020' }, 'idBirthDate'],
  ['idNumber', { idType: 'resident_id', idNumber: '1101051949' }, 'idFormat'],
  ['idNumber', { idType: 'passport', idNumber: 'E12345678' }, null],
  ['birthDate', { idType: 'resident_id', idNumber: '11010519491231002X', birthDate: '1949-12-30' }, 'birthDateMismatch'],
  ['birthDate', { idType: 'resident_id', idNumber: '11010519491231002X', birthDate: '1949-12-31' }, null],
])('%s of %o: %s', (key, values, code) => {
  expect(problemOf(key, values)).toBe(code);
});
