import type { Customer } from '@loanbook/contract/features/customers.ts';
import { expect, test } from 'vitest';
import { customerConflict, resolvedFacts } from './customer-conflict.ts';

const customer = (cells: Customer['cells']): Customer => ({
  isHidden: false,
  id: 'c1', version: 1, cells, figures: { loans: 0, activeLoans: 0, outstandingPrincipal: '0.00', overdueLoans: 0, maxDaysPastDue: 0 },
  createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z', updatedBy: '李强',
});
const opened = customer({ occupation: '教师', manager: '周敏', employer: null });

test('only fields that both changed to different values are contested', () => {
  const latest = customer({ occupation: '司机', manager: '王芳', employer: '某厂' });
  expect(customerConflict(opened, latest, { occupation: '务农', manager: '王芳' }).keys).toEqual(['occupation']);
  expect(customerConflict(opened, latest, { note: '新' }).keys).toEqual([]);
});

test('a contested field in which the other value stays is not sent; the rest of the work is', () => {
  const conflict = customerConflict(opened, customer({ occupation: '司机' }), { occupation: '务农', note: '新' });
  expect(resolvedFacts(conflict, new Set(['occupation']))).toEqual({ note: '新' });
  expect(resolvedFacts(conflict, new Set())).toEqual({ occupation: '务农', note: '新' });
});
