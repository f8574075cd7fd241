import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { loanTermColumns, projectLoan, storedLoanEvent, storedTerms, type LoanProjection } from '../loans/loans.index.ts';
import { copiedLine, copiedValue, readCopiedValue } from './copied-text.ts';
import { checkReversals, missingEntry, partsFen, planPrincipalProblem, receivedAmounts, shownColumns, storedState, unstatedTerms, type StateBasis } from './loan-rules.ts';
import { blockColumns, termColumns, type StoredBlock } from './stored-block.ts';

export interface ScreenedBlock {
  readonly loanCount: number;
  /** Reversals of the loans that are not suspect. */
  readonly reversalCount: number;
  /** Loans of which something stored is not, letter by letter, what replay gives today. */
  readonly suspectIds: readonly string[];
}

/**
 * Replays every loan of a block and compares the text of its rows with the text that they must have. Says which loans
 * need the exact check, which reads them again; a loan that is not suspect would pass it.
 */
export function screenBlock(block: StoredBlock, asOf: CivilDate): ScreenedBlock {
  const suspectIds: string[] = [];
  let [loanCount, reversalCount] = [0, 0];
  while (!block.loans.isAtEnd) {
    loanCount += 1;
    const loan = readLoan(block);
    const stored = compareStored(block, loan, asOf);
    const reversals = checkReversals(loan.events);
    if (stored && reversals.problems.length === 0 && missingEntry(loan.events) === null) reversalCount += reversals.count;
    else suspectIds.push(loan.loanId);
  }
  return { loanCount, reversalCount, suspectIds };
}

interface ReadLoan extends StateBasis {
  readonly loanId: string;
  readonly events: readonly LoanEvent[];
  readonly hasRightColumns: boolean;
}

function readLoan(block: StoredBlock): ReadLoan {
  const [loanId = '', , isTakenOver, repaidPrincipalFen, repaidInterestFen, termsText, ...columns] = block.loans.next().split('\t');
  const terms = storedTerms(JSON.parse(readCopiedValue(termsText) ?? 'null'));
  const isEmpty = (column: string): boolean => columns[termColumns.indexOf(column)] === '\\N';
  const unstated = unstatedTerms(isTakenOver === 't', isEmpty);
  const expected: Readonly<Record<string, unknown>> = { ...loanTermColumns(terms, unstated) };
  return {
    loanId, terms, events: block.events.take(loanId).map(readEvent),
    repaidPrincipalFen: Number(repaidPrincipalFen), repaidInterestFen: Number(repaidInterestFen), isEmpty,
    hasRightColumns: termColumns.every((name, index) => columns[index] === copiedValue(expected[name])),
  };
}

function readEvent(line: string): LoanEvent {
  const [, eventId = '', sequence, type = '', occurredOn, amountFen, reversedEventId, body] = line.split('\t');
  const amountText = readCopiedValue(amountFen);
  return storedLoanEvent({
    event_id: eventId, sequence: Number(sequence), type, amount_fen: amountText === null ? null : Number(amountText), reversed_event_id: readCopiedValue(reversedEventId),
    occurred_on: occurredOn as CivilDate, // as: the column's type is date
    body: body === '{}' ? {} : JSON.parse(readCopiedValue(body) ?? '{}'),
  });
}

/** Every part is taken even when an earlier one differs, so that all stand at the next loan. */
function compareStored(block: StoredBlock, loan: ReadLoan, asOf: CivilDate): boolean {
  const { loanId } = loan;
  const text = expectedText(loan, asOf);
  const parts = [
    block.states.takeExpected(loanId, text?.state), block.shown.takeExpected(loanId, text?.shown),
    block.installments.takeExpected(loanId, text?.installments), block.receipts.takeExpected(loanId, text?.receipts),
  ];
  return loan.hasRightColumns && parts.every((isRight) => isRight);
}

interface ExpectedText {
  readonly state: string | undefined;
  readonly shown: string | undefined;
  readonly installments: string | undefined;
  readonly receipts: string | undefined;
}

function expectedText(loan: ReadLoan, asOf: CivilDate): ExpectedText | null {
  const projection = projected(loan, asOf);
  if (!projection) return null;
  const { loanId } = loan;
  const plannedFen = projection.installments.reduce((sum, row) => sum + row.principal_fen, 0);
  if (planPrincipalProblem(loan.terms, loan.events, plannedFen, projection.replayed) !== null) return null;
  return {
    state: copiedLine(loanId, blockColumns.state, storedState(projection.state, loan)),
    shown: copiedLine(loanId, blockColumns.shown, shownColumns(projection.state, projection.replayed)),
    installments: lines(loanId, blockColumns.installment, projection.installments),
    receipts: receiptLines(loan, projection),
  };
}

/** Null when the events cannot be replayed: the exact check says why. */
function projected({ terms, events }: ReadLoan, asOf: CivilDate): LoanProjection | null {
  try {
    return projectLoan(terms, events, asOf);
  } catch {
    // Any refusal or mistake makes the loan suspect, and is met again where it is named.
    return null;
  }
}

function receiptLines(loan: ReadLoan, { receipts }: LoanProjection): string | undefined {
  const amounts = receivedAmounts(loan.events);
  if (amounts.size !== receipts.length) return undefined;
  const rows = receipts.map((receipt) => ({ ...receipt, total_fen: amounts.get(receipt.event_id) ?? (receipt.is_reversed ? undefined : partsFen(receipt)) }));
  const isUsedUp = rows.every((row) => row.is_reversed || row.total_fen === partsFen(row));
  return isUsedUp ? lines(loan.loanId, blockColumns.receipt, rows.toSorted((left, right) => (left.event_id < right.event_id ? -1 : 1))) : undefined;
}

function lines(loanId: string, columns: readonly string[], rows: readonly object[]): string | undefined {
  let text = '';
  for (const row of rows) {
    // as: any object may be read by name; a copy of each row would cost as much as its comparison.
    const line = copiedLine(loanId, columns, row as Readonly<Record<string, unknown>>);
    if (line === undefined) return undefined;
    text += line;
  }
  return text;
}
