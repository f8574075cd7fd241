import type { Customer } from '@loanbook/contract/features/customers.ts';
import { expect, test } from 'vitest';
import { factChoices } from './merge-draft.ts';

function customer(cells: Customer['cells']): Customer {
  return { id: 'c', version: 1, isHidden: false, cells, figures: { loans: 0, activeLoans: 0, outstandingPrincipal: '0.00', overdueLoans: 0, maxDaysPastDue: 0 }, createdAt: '', updatedAt: '', updatedBy: '' };
}

test('only what the other one has and says otherwise is a question; what is empty here is taken at first', () => {
  const kept = customer({ name: '甲立春', mobile: '160****0011', employer: null, tags: [], blacklisted: true, note: '老客户', customerNo: 'K1' });
  const other = customer({ name: '甲立春', mobile: '160****0012', employer: '某厂', tags: ['农户'], blacklisted: false, note: null, customerNo: 'K2' });
  expect(factChoices(kept, other).map(({ field, isTakenAtFirst }) => [field.key, isTakenAtFirst])).toEqual([['mobile', false], ['employer', true], ['tags', true]]);
});
