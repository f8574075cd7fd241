import { completeTerms } from '@loanbook/engine/default-terms.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestReply, type TestUser } from '../../../test/app-fixture.ts';
import { addCustomers, day } from '../../../test/factories.ts';
import { createLoan, postRepayment } from '../../../test/loan-fixture.ts';
import { registerLoans, takeOverLoans } from '../loans/loans.index.ts';
import { registerRepayments } from '../repayments/repayments.index.ts';
import { registerVerify } from '../verify/verify.index.ts';
import { registerEvents } from './events.routes.ts';

let app: TestApp;
let user: TestUser;
let customerId: string;
let loanId: string;
let count = 0;

beforeAll(async () => {
  app = await startTestApp({}, [registerLoans, registerRepayments, registerEvents, registerVerify]);
  user = app.as('full');
  [customerId = ''] = await user.inTransaction((tx) => addCustomers(tx, [{ name: '许清明' }]));
});
afterAll(() => app.stop());

// The old book says that 3 000.00 stand on 2026-03-10, and neither rate nor dates.
beforeEach(async () => {
  const terms = completeTerms({ method: 'custom', principalFen: fen(3_000_00), rateAnnualE8: rateE8(0), startsOn: day('2025-01-01'), maturesOn: day('2025-01-01'), customRows: [] });
  [loanId = ''] = await user.inTransaction(async (tx) => {
    tx.audit({ action: 'loan.taken_over', objectType: 'import', objectId: null });
    return takeOverLoans(tx, [{
      customerId, facts: { receiptNo: `OLD-${(count += 1)}` }, terms, unstated: ['principalFen', 'rateAnnualE8', 'method', 'startsOn', 'firstDueOn', 'maturesOn'], termMonths: null, flags: ['incomplete_terms'],
      events: [{ type: 'opening', occurredOn: day('2026-03-10'), sequence: 1, principalFen: fen(3_000_00) }], receipts: [],
    }], null);
  });
});

const known = { method: 'equal_principal', principal: '12000.00', annualRatePct: '12', termMonths: 12, disbursedOn: '2025-06-15' };

async function correct(terms: Record<string, unknown> = {}, rest: Record<string, unknown> = {}): Promise<TestReply> {
  const { version } = await readLoan();
  return user.send('POST', `/api/loans/${loanId}/terms`, { version, terms: { ...known, ...terms }, reason: '找到纸质合同', ...rest });
}

async function readLoan(): Promise<TestReply['body']> {
  return (await user.send('GET', `/api/loans/${loanId}`)).body;
}

test('terms found later make a plan over what is left, and the terms first read stay on record', async () => {
  expect((await readLoan()).cells).toMatchObject({ annualRatePct: null, maturesOn: null, outstandingPrincipal: '3000.00' });
  const reply = await correct();
  expect(reply.status, reply.text).toBe(200);
  const loan = await readLoan();
  expect(loan.cells).toMatchObject({ principal: '12000.00', annualRatePct: '12.0000', method: 'equal_principal', disbursedOn: '2025-06-15', maturesOn: '2026-06-15', termMonths: 12, outstandingPrincipal: '3000.00', repaidPrincipal: '9000.00' });
  expect(loan.state.installments.filter((row: { number: number }) => row.number > 0).map((row: { dueOn: string; principalFen: number }) => [row.dueOn, row.principalFen])).toEqual([['2026-03-15', 750_00], ['2026-04-15', 750_00], ['2026-05-15', 750_00], ['2026-06-15', 750_00]]);
  const { termsVersions } = (await user.send('GET', `/api/loans/${loanId}/history`)).body;
  expect(termsVersions).toMatchObject([{ version: 1, terms: { method: 'custom' }, reason: null }, { version: 2, terms: { method: 'equal_principal', principalFen: 12_000_00 }, reason: '找到纸质合同', recordedBy: user.actor.name }]);
  expect((await app.asOwner('select flags from loan where loan_id = $1', [loanId])).rows).toEqual([{ flags: [] }]);
});

test('a wrong completion is completed again; every version stays', async () => {
  await correct({ annualRatePct: '21' });
  await postRepayment(user, loanId, '100.00', '2026-03-16');
  expect((await correct({ annualRatePct: '12' })).status).toBe(200);
  expect((await user.send('GET', `/api/loans/${loanId}/history`)).body.termsVersions.map((one: { version: number }) => one.version)).toEqual([1, 2, 3]);
  await expect(app.asOwner('update terms_version set version = 9')).rejects.toThrow(/facts/);
});

test('terms that cannot be true of this loan are refused, and so is an old version of it', async () => {
  expect((await correct({ principal: '2000.00' })).body).toMatchObject({ code: 'principal_below_opening', details: { principal: '3000.00' } });
  expect((await correct({ disbursedOn: '2026-03-11' })).body).toMatchObject({ code: 'lent_after_opening', details: { date: '2026-03-10' } });
  expect((await correct({ maturesOn: '2025-06-01' })).body.code).toBe('terms_refused');
  expect((await correct({}, { version: 7 })).body.code).toBe('changed_meanwhile');
  loanId = (await createLoan(user, customerId)).body.id;
  expect((await correct()).body.code).toBe('terms_not_correctable');
});

test('the book is sound after terms were completed', async () => {
  const verified = await user.send('POST', '/api/verify');
  expect(verified.body.checks.flatMap((check: { deviations: string[] }) => check.deviations)).toEqual([]);
});
