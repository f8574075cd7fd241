import { customerFactsSchema, type Customer } from '@loanbook/contract/features/customers.ts';
import { expect, test } from 'vitest';
import { splitBody, splitMissing, type SplitDraft } from './split-draft.ts';

const customer: Customer = {
  id: 'c', version: 1, isHidden: false, cells: { name: '甲立春', kind: 'farmer', manager: '王小满', idNumber: '110105********002X' },
  figures: { loans: 2, activeLoans: 2, outstandingPrincipal: '0.00', overdueLoans: 0, maxDaysPastDue: 0 }, createdAt: '', updatedAt: '', updatedBy: '',
};
const draft: SplitDraft = { loanIds: ['l'], isNew: true, targetId: null, name: ' 甲立春 ', idNumber: '', mobile: '16038120011', reason: '两个人' };

test('a new customer is of the same kind and has the same manager, and nothing else of the old one', () => {
  const { target } = splitBody(draft, customer);
  expect(target).toEqual({ facts: { name: '甲立春', kind: 'farmer', manager: '王小满', mobile: '16038120011' } });
  expect('facts' in target && customerFactsSchema.safeParse(target.facts).success).toBe(true);
});

test('what is missing is said, for a new and for a known customer', () => {
  expect(splitMissing(draft)).toEqual([]);
  expect(splitMissing({ ...draft, loanIds: [], name: ' ', reason: '' })).toEqual(['loansMissing', 'newNameMissing', 'reasonMissing']);
  expect(splitMissing({ ...draft, isNew: false })).toEqual(['otherMissing']);
});
