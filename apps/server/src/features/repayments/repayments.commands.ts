import { errorText } from '@loanbook/contract/errors.ts';
import type { NewRepayment, Repayment } from '@loanbook/contract/features/repayments.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import type { repaymentsRoutes } from '@loanbook/contract/features/repayments.ts';
import { repaymentEvents, reversalEvents } from '@loanbook/contract/repayment-events.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { fen, formatYuan, parseYuan, type Fen } from '@loanbook/engine/money.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { Tx } from '../../platform/database.ts';
import { failure, type Failure } from '../../platform/failure.ts';
import { newId } from '../../platform/ids.ts';
import { insertEvents, lockLoans, receiptStatement, writeProjections, type LockedLoan, type NewEvent, type ReceiptSnapshot } from '../loans/loans.index.ts';
import { borrowerNames, postedRepayment, readRepayments } from './repayments.queries.ts';

type PostedRepayment = ReplyOf<typeof repaymentsRoutes.post>;
type PostedBatch = ReplyOf<typeof repaymentsRoutes.postBatch>;

/** Throws Failure event_in_future, event_before_disbursement, loan_settled, amount_exceeds_payoff, … , not_found. */
export async function postRepayment(tx: Tx, input: NewRepayment): Promise<PostedRepayment> {
  const { repayments: [repayment], states: [state] } = await postAll(tx, [input], (refusal) => refusal.failure);
  if (!repayment || !state) throw new Error('a posted receipt has no row');
  return { repayment, state };
}

/** All or nothing. One failure lists the problems of every bad row; its code is the first row's. */
export async function postRepaymentBatch(tx: Tx, inputs: readonly NewRepayment[]): Promise<PostedBatch> {
  const { repayments } = await postAll(tx, inputs, batchFailure);
  const totalFen = inputs.reduce((sum, input) => sum + amountFenOf(input), 0);
  return { repayments: [...repayments], total: formatYuan(fen(totalFen)) };
}

/** Throws Failure not_found, not_reversible, already_reversed. */
export async function reverseRepayment(tx: Tx, repaymentId: string, reason: string): Promise<PostedRepayment> {
  const row = await tx.db.selectFrom('repayment').select(['loan_id', 'event_id']).where('repayment_id', '=', repaymentId).executeTakeFirst();
  if (!row) throw failure('not_found');
  if (row.event_id === null) throw failure('not_reversible', { reason: 'taken_over' });
  const loan = lockedLoan(await lockLoans(tx, [row.loan_id]), row.loan_id);
  const events = loan.events.map((one) => one.event);
  const reversal = reversalEvents({ terms: loan.terms, events }, row.event_id, tx.businessDate, () => newId(tx.now));
  if (!reversal.isAccepted) throw failure(reversal.code, reversal.details);
  await insertEvents(tx, reversal.events.map((event) => ({ loanId: row.loan_id, event, details: { reason } })));
  await writeProjections(tx, [{ loanId: row.loan_id, terms: loan.terms, events: [...events, ...reversal.events] }]);
  tx.audit({ action: 'repayment.reversed', objectType: 'loan', objectId: row.loan_id, reason, values: { repaymentId } });
  const [repayment] = await readRepayments(tx, [repaymentId]);
  if (!repayment) throw new Error('a reversed receipt has no row');
  return { repayment, state: reversal.after };
}

interface RefusedRow {
  readonly index: number;
  readonly failure: Failure;
}

interface PostedRows {
  /** In the order of the rows, as they stand after all of them. */
  readonly repayments: readonly Repayment[];
  /** State of each row's loan after all rows. */
  readonly states: readonly LoanState[];
}

/** A loan that takes receipts one after the other. */
interface OpenLoan {
  readonly loan: LockedLoan;
  readonly terms: LoanTerms;
  readonly events: LoanEvent[];
  after: LoanState | null;
}

async function postAll(tx: Tx, inputs: readonly NewRepayment[], failureOf: (first: RefusedRow, all: readonly RefusedRow[]) => Failure): Promise<PostedRows> {
  const locked = await lockLoans(tx, inputs.map((input) => input.loanId));
  const open = new Map<string, OpenLoan>([...locked].map(([loanId, loan]) => [loanId, { loan, terms: loan.terms, events: loan.events.map((one) => one.event), after: null }]));
  const added: NewEvent[] = [];
  const repaymentIds: string[] = [];
  const refused: RefusedRow[] = [];
  for (const [index, input] of inputs.entries()) {
    const loan = openLoan(open, input.loanId);
    const result = repaymentEvents(loan, { amountFen: amountFenOf(input), paidOn: input.paidOn, keepExcess: input.keepExcess }, tx.businessDate, () => newId(tx.now));
    if (!result.isAccepted) {
      refused.push({ index, failure: failure(result.code, result.details) });
      continue;
    }
    loan.events.push(...result.events);
    loan.after = result.after;
    const [repay, ...consequences] = result.events;
    if (!repay) continue;
    added.push({ loanId: input.loanId, event: repay, receipt: receiptSnapshot(result.after, repay.id), details: { channel: input.channel, externalRef: input.externalRef || null, payerName: input.payerName || null, note: input.note || null } });
    for (const event of consequences) added.push({ loanId: input.loanId, event });
    repaymentIds.push(repay.id);
  }
  const [first] = refused;
  if (first) throw failureOf(first, refused);
  const rows = await writePosted(tx, [...open.values()], added);
  for (const [index, input] of inputs.entries()) {
    tx.audit({ action: 'repayment.posted', objectType: 'loan', objectId: input.loanId, values: { repaymentId: repaymentIds[index], amount: input.amount, paidOn: input.paidOn, channel: input.channel } });
  }
  const repayments = repaymentIds.flatMap((repaymentId) => rows.get(repaymentId) ?? []);
  return { repayments, states: inputs.flatMap((input) => openLoan(open, input.loanId).after ?? []) };
}

/**
 * Plans and balances are written while only their loans are locked. The new entries, their numbers and receipts follow with
 * the commit, because the whole institution waits for the next number. Returns the receipts by id.
 */
async function writePosted(tx: Tx, open: readonly OpenLoan[], added: readonly NewEvent[]): Promise<Map<string, Repayment>> {
  const names = await borrowerNames(tx, open.map(({ loan }) => loan.loanId));
  // Before the entries are there: what is stored of earlier receipts is rewritten, the new ones come with their entries.
  const projections = await writeProjections(tx, open.map(({ loan: { loanId }, terms, events }) => ({ loanId, terms, events })));
  const receipts = projections.flatMap((projection) => projection.receipts);
  tx.sendWithCommit(receiptStatement(tx, { events: added, receipts: receipts.filter((receipt) => added.some(({ event }) => event.id === receipt.event_id)) }));
  const byId = new Map(receipts.map((receipt) => [receipt.event_id, receipt]));
  return new Map(added.flatMap(({ loanId, event }) => {
    const receipt = byId.get(event.id);
    const loan = open.find((one) => one.loan.loanId === loanId)?.loan;
    if (!receipt || !loan || event.type !== 'repay') return [];
    return [[event.id, postedRepayment(loan, names.get(loanId) ?? '', event, receipt)]];
  }));
}

/** What the paper handed over says; its number comes with the commit. */
function receiptSnapshot(after: LoanState, eventId: string): ReceiptSnapshot {
  const used = after.allocations.find((allocation) => allocation.eventId === eventId);
  if (!used) throw new Error('a posted receipt has no allocation');
  return {
    number: '', feeFen: used.feeFen, compoundFen: used.compoundFen, penaltyFen: used.penaltyFen, interestFen: used.interestFen, principalFen: used.principalFen, creditFen: used.creditFen,
    principalLeftFen: after.balances.principalFen,
  };
}

function openLoan(open: ReadonlyMap<string, OpenLoan>, loanId: string): OpenLoan {
  const loan = open.get(loanId);
  if (!loan) throw failure('not_found');
  return loan;
}

function lockedLoan(locked: ReadonlyMap<string, LockedLoan>, loanId: string): LockedLoan {
  const loan = locked.get(loanId);
  if (!loan) throw failure('not_found');
  return loan;
}

function amountFenOf(input: NewRepayment): Fen {
  const amountFen = parseYuan(input.amount);
  if (amountFen === null) throw new Error('the contract lets only amounts through');
  return amountFen;
}

/** Which cell of the row a refusal is about. */
const dateCodes: ReadonlySet<string> = new Set(['event_in_future', 'event_before_disbursement']);
const loanCodes: ReadonlySet<string> = new Set(['loan_settled', 'loan_not_disbursed', 'loan_written_off']);

function batchFailure(first: RefusedRow, all: readonly RefusedRow[]): Failure {
  const problems = all.map(({ index, failure: { code, details } }) => {
    const key = dateCodes.has(code) ? 'paidOn' : loanCodes.has(code) ? 'loanId' : 'amount';
    return { path: `repayments.${index}.${key}`, code, zh: errorText(code, 'zh', details), en: errorText(code, 'en', details) };
  });
  return failure(first.failure.code, first.failure.details, problems);
}
