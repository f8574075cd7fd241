import type { ErrorCode, ErrorDetails } from '@loanbook/contract/errors.ts';
import type { UsualAmounts } from '@loanbook/contract/features/events.ts';
import type { NewRepayment, repaymentsRoutes } from '@loanbook/contract/features/repayments.ts';
import type { RepaidLoan } from '@loanbook/contract/repayment-events.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { fen, parseYuan, type Fen } from '@loanbook/engine/money.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { isUnusualReceipt } from '../events/events.index.ts';
import type { Channel } from './last-channel.ts';
import { previewRepayment, type MoneyPreview } from './repayment-preview.ts';
import { isBlank, readAmount, readChannel, readDay, type SheetColumn, type SheetRow } from './sheet-row.ts';

export type LoanMatch = ReplyOf<typeof repaymentsRoutes.match>['matches'][number]['loans'][number];

export type SheetProblem =
  | { readonly column: SheetColumn; readonly code: 'name_missing' | 'no_loan' | 'choose_loan' | 'amount_invalid' | 'date_invalid' | 'channel_unknown' | 'looks_doubled' | 'looks_large' }
  | { readonly column: SheetColumn; readonly code: 'refused'; readonly refusal: ErrorCode; readonly details: ErrorDetails };

/** One row with what is known of it so far. */
export interface CheckedRow {
  readonly row: SheetRow;
  /** Undefined while the names are being looked up. */
  readonly candidates: readonly LoanMatch[] | undefined;
  readonly loan: LoanMatch | null;
  readonly amountFen: Fen | null;
  readonly problems: readonly SheetProblem[];
  readonly preview: Extract<MoneyPreview, { isAccepted: true }> | null;
  /** Ready to post: nothing missing, nothing wrong. A warning (`looks_doubled`, `looks_large`) does not hinder. */
  readonly repayment: NewRepayment | null;
}

export interface SheetFacts {
  readonly matchesByName: ReadonlyMap<string, readonly LoanMatch[]>;
  readonly loansById: ReadonlyMap<string, RepaidLoan>;
  readonly usual: { readonly paidOn: CivilDate; readonly channel: Channel };
  readonly businessDate: CivilDate;
  readonly usualAmounts: UsualAmounts | null;
}

/** Every row that is not blank, in order; several receipts of one loan are counted one after the other, as when they are posted. */
export function checkSheet(rows: readonly SheetRow[], facts: SheetFacts): readonly CheckedRow[] {
  const eventsSoFar = new Map<string, readonly LoanEvent[]>();
  const seen = new Set<string>();
  return rows.filter((row) => !isBlank(row)).map((row) => checkRow(row, facts, eventsSoFar, seen));
}

/** The loan a row means; null when there is none or a person has to choose. Only one loan that still owes is no choice. */
export function loanOfRow(row: SheetRow, candidates: readonly LoanMatch[]): LoanMatch | null {
  const chosen = candidates.find((candidate) => candidate.loanId === row.loanId);
  if (chosen !== undefined) return chosen;
  const owing = candidates.filter((candidate) => /[1-9]/.test(candidate.outstandingPrincipal));
  const [only, another] = candidates.length === 1 ? candidates : owing;
  return only !== undefined && another === undefined ? only : null;
}

function checkRow(row: SheetRow, facts: SheetFacts, eventsSoFar: Map<string, readonly LoanEvent[]>, seen: Set<string>): CheckedRow {
  const name = row.name.trim();
  const candidates = name === '' ? [] : facts.matchesByName.get(name);
  const loan = candidates === undefined ? null : loanOfRow(row, candidates);
  const amountFen = parseYuan(readAmount(row.amount));
  const paidOn = row.paidOn.trim() === '' ? facts.usual.paidOn : readDay(row.paidOn);
  const channel = row.channel.trim() === '' ? facts.usual.channel : readChannel(row.channel);
  const problems: SheetProblem[] = [];
  if (name === '') problems.push({ column: 'name', code: 'name_missing' });
  else if (candidates?.length === 0) problems.push({ column: 'name', code: 'no_loan' });
  else if (candidates !== undefined && loan === null) problems.push({ column: 'name', code: 'choose_loan' });
  if (amountFen === null || amountFen <= 0) problems.push({ column: 'amount', code: 'amount_invalid' });
  if (paidOn === null) problems.push({ column: 'paidOn', code: 'date_invalid' });
  if (channel === null) problems.push({ column: 'channel', code: 'channel_unknown' });
  if (loan === null || amountFen === null || amountFen <= 0 || paidOn === null || channel === null) return { row, candidates, loan, amountFen, problems, preview: null, repayment: null };
  const isLarge = looksLarge({ loan, amountFen, paidOn }, facts, eventsSoFar);
  const preview = previewRow(row, { loan, amountFen, paidOn }, facts, eventsSoFar);
  if (preview?.isAccepted === false) problems.push({ column: columnOfRefusal(preview.code), code: 'refused', refusal: preview.code, details: preview.details });
  problems.push(...doubles({ loan, amountFen, paidOn, reference: row.externalRef.trim() }, seen));
  if (isLarge && preview?.isAccepted === true) problems.push({ column: 'amount', code: 'looks_large' });
  const isReady = preview?.isAccepted === true;
  return {
    row, candidates, loan, amountFen, problems,
    preview: isReady ? preview : null,
    repayment: isReady ? { loanId: loan.loanId, amount: readAmount(row.amount), paidOn, channel, externalRef: row.externalRef.trim() || null, note: row.note.trim() || null, keepExcess: row.keepExcess } : null,
  };
}

interface ReadRow {
  readonly loan: LoanMatch;
  readonly amountFen: Fen;
  readonly paidOn: CivilDate;
}

/** As the loan stands before this row, the sheet's earlier ones counted. */
function looksLarge({ loan, amountFen, paidOn }: ReadRow, facts: SheetFacts, eventsSoFar: ReadonlyMap<string, readonly LoanEvent[]>): boolean {
  const known = facts.loansById.get(loan.loanId);
  if (known === undefined) return false;
  return isUnusualReceipt(amountFen, replay(known.terms, eventsSoFar.get(loan.loanId) ?? known.events, paidOn), facts.usualAmounts);
}

/** null while the loan is being read. */
function previewRow(row: SheetRow, { loan, amountFen, paidOn }: ReadRow, facts: SheetFacts, eventsSoFar: Map<string, readonly LoanEvent[]>): MoneyPreview | null {
  const known = facts.loansById.get(loan.loanId);
  if (known === undefined) return null;
  const events = eventsSoFar.get(loan.loanId) ?? known.events;
  const preview = previewRepayment({ terms: known.terms, events }, { amountFen, paidOn, keepExcess: row.keepExcess }, facts.businessDate);
  if (preview.isAccepted) eventsSoFar.set(loan.loanId, [...events, ...preview.events]);
  return preview;
}

/** The same reference twice, or the same loan, amount and day twice: most often a line pasted twice. */
function doubles({ loan, amountFen, paidOn, reference }: ReadRow & { readonly reference: string }, seen: Set<string>): SheetProblem[] {
  const marks = [...(reference === '' ? [] : [`ref ${reference}`]), `line ${loan.loanId} ${amountFen} ${paidOn} ${reference}`];
  const isDouble = marks.some((mark) => seen.has(mark));
  for (const mark of marks) seen.add(mark);
  return isDouble ? [{ column: reference === '' ? 'amount' : 'externalRef', code: 'looks_doubled' }] : [];
}

function columnOfRefusal(code: ErrorCode): SheetColumn {
  if (code === 'event_in_future' || code === 'event_before_disbursement') return 'paidOn';
  return code === 'loan_settled' || code === 'loan_not_disbursed' || code === 'loan_written_off' ? 'name' : 'amount';
}

export function totalFen(checked: readonly CheckedRow[]): Fen {
  return fen(checked.reduce((sum, { amountFen }) => sum + Math.max(0, amountFen ?? 0), 0));
}

/** Does the row keep the sheet from being posted? */
export function isBad(checked: CheckedRow): boolean {
  return checked.problems.some((problem) => !isWarning(problem));
}

/** Worth a look; it hinders nothing. */
export function isWarning(problem: SheetProblem): boolean {
  return problem.code === 'looks_doubled' || problem.code === 'looks_large';
}
