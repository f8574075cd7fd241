import { expect, test } from 'vitest';
import { randomLoans, testDay } from '../../../test/random-loans.ts';
import { newId } from '../../platform/ids.ts';
import { projectLoanChanges } from './project-loan-changes.ts';
import { projectLoan, type LoanProjection } from './project-loan.ts';

const businessDate = testDay('2026-03-16');
const projections = randomLoans(21, 60, newId(new Date('2026-03-16T04:00:00Z')), businessDate).map(({ terms, events }): LoanProjection =>
  projectLoan(terms, events.map((event) => ({ ...event, id: `event ${event.sequence}` })), businessDate));

test('rows that stand as they must are left alone', () => {
  const changes = projections.map((projection) => projectLoanChanges({ installments: structuredClone([...projection.installments]), receipts: structuredClone([...projection.receipts]) }, projection));
  expect(changes.flatMap(({ installments, removedNumbers, receipts }) => [...installments, ...removedNumbers, ...receipts])).toEqual([]);
  expect(changes.map(({ state }) => state)).toEqual(projections.map(({ state }) => state));
});

test('where nothing stands everything is written and nothing removed', () => {
  for (const projection of projections) {
    expect(projectLoanChanges({ installments: [], receipts: [] }, projection)).toEqual({ state: projection.state, installments: projection.installments, removedNumbers: [], receipts: projection.receipts });
  }
});

test('a difference in any column of a row writes that row and no other', () => {
  const projection = projections.find(({ installments, receipts }) => installments.length > 2 && receipts.length > 1);
  const [[, row], [receipt]] = [[...(projection?.installments ?? [])], [...(projection?.receipts ?? [])]];
  if (!projection || !row || !receipt) throw new Error('one of the loans has rows and receipts');
  for (const column of Object.keys(row).filter((name) => name !== 'number')) {
    const installments = projection.installments.map((one) => (one === row ? { ...one, [column]: 'something else' } : one));
    expect(projectLoanChanges({ ...projection, installments }, projection)).toMatchObject({ installments: [row], removedNumbers: [], receipts: [] });
  }
  for (const column of Object.keys(receipt).filter((name) => name !== 'event_id')) {
    const receipts = projection.receipts.map((one) => (one === receipt ? { ...one, [column]: 'something else' } : one));
    expect(projectLoanChanges({ ...projection, receipts }, projection)).toMatchObject({ installments: [], removedNumbers: [], receipts: [receipt] });
  }
});

test('a plan that became shorter names the numbers it no longer has', () => {
  const projection = projections.find(({ installments }) => installments.length > 3);
  if (!projection) throw new Error('one of the loans has rows');
  const shorter = { ...projection, installments: projection.installments.slice(0, -2) };
  expect(projectLoanChanges(projection, shorter)).toMatchObject({ installments: [], removedNumbers: projection.installments.slice(-2).map((row) => row.number) });
});
