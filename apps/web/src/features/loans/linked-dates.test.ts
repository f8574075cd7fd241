import { expect, test } from 'vitest';
import { linkedDates, type LoanDates } from './linked-dates.ts';

const start: LoanDates = { disbursedOn: '2026-01-31', termMonths: 12, maturesOn: '2027-01-31', firstDueOn: '2026-02-28', dueDay: 31 };

test('a longer term moves the maturity and nothing else', () => {
  expect(linkedDates({ ...start, termMonths: 24 }, 'termMonths')).toEqual({ ...start, termMonths: 24, maturesOn: '2028-01-31' });
});

test('a maturity gives the term in whole months, the nearer one', () => {
  expect(linkedDates({ ...start, maturesOn: '2026-07-30' }, 'maturesOn').termMonths).toBe(6);
  expect(linkedDates({ ...start, disbursedOn: '2026-01-05', maturesOn: '2026-07-28' }, 'maturesOn').termMonths).toBe(7);
  expect(linkedDates({ ...start, maturesOn: '2026-02-03' }, 'maturesOn').termMonths).toBe(1);
});

test('a maturity before the disbursement changes no term', () => {
  expect(linkedDates({ ...start, maturesOn: '2025-12-31' }, 'maturesOn').termMonths).toBe(12);
});

test('another disbursement day moves maturity, due day and first due date along', () => {
  expect(linkedDates({ ...start, disbursedOn: '2026-03-15' }, 'disbursedOn')).toEqual({ disbursedOn: '2026-03-15', termMonths: 12, maturesOn: '2027-03-15', firstDueOn: '2026-04-15', dueDay: 15 });
});

test('a due day gives the first due date in the next month, at its end where the month is shorter', () => {
  expect(linkedDates({ ...start, dueDay: 20 }, 'dueDay').firstDueOn).toBe('2026-02-20');
  expect(linkedDates({ ...start, dueDay: 30 }, 'dueDay').firstDueOn).toBe('2026-02-28');
});

test('a first due date gives the due day, but the 28th of February keeps the 31st', () => {
  expect(linkedDates({ ...start, firstDueOn: '2026-03-10' }, 'firstDueOn').dueDay).toBe(10);
  expect(linkedDates({ ...start, firstDueOn: '2026-02-28' }, 'firstDueOn').dueDay).toBe(31);
});

test('while the term or the disbursement is being typed, the other dates stay', () => {
  expect(linkedDates({ ...start, termMonths: null }, 'termMonths').maturesOn).toBe('2027-01-31');
  expect(linkedDates({ ...start, disbursedOn: null }, 'disbursedOn').maturesOn).toBe('2027-01-31');
});
