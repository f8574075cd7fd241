import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { fiveTierClasses } from '@loanbook/engine/classification.ts';
import type { LoanEvent, PrepayPartEvent, SettleEvent } from '@loanbook/engine/events.ts';
import { FormatReader } from './format-reader.ts';
import { readTerms } from './terms-format.ts';

const eventTypes = [
  'disburse', 'draw', 'opening', 'repay', 'prepay', 'reverse', 'waive', 'fee', 'rate', 'extend', 'restructure',
  'write_off', 'recover', 'refund', 'refinance', 'class',
] as const;

/**
 * `events` of the replay format, in any order. Order of entry is the day of recording (the value date where it is left
 * out), then what begins the loan, then the place in the list; an event without an id gets one from its place.
 * @throws FormatProblem naming the field
 */
export function readEvents(readers: readonly FormatReader[]): readonly LoanEvent[] {
  const entered = readers.map((reader, index) => ({
    reader,
    id: reader.optionalText('id') ?? `#${index + 1}`,
    recordedOn: reader.optionalDate('recordedOn') ?? reader.date('occurredOn'),
    isBeginning: reader.raw('type') === 'disburse' || reader.raw('type') === 'opening',
  }));
  entered.sort(byEntry);
  const seen = new Set<string>();
  return entered.map(({ reader, id }, index) => {
    if (seen.has(id)) reader.fail('id', 'is used twice');
    seen.add(id);
    return readEvent(reader, id, index + 1);
  });
}

interface EntryOrder {
  readonly recordedOn: CivilDate;
  readonly isBeginning: boolean;
}

/** A list in any order may name money on the day of the disbursement before the disbursement itself. */
function byEntry(left: EntryOrder, right: EntryOrder): number {
  if (left.recordedOn !== right.recordedOn) return left.recordedOn < right.recordedOn ? -1 : 1;
  return Number(right.isBeginning) - Number(left.isBeginning);
}

function readEvent(reader: FormatReader, id: string, sequence: number): LoanEvent {
  const type = reader.oneOf('type', eventTypes);
  const base = { id, occurredOn: reader.date('occurredOn'), sequence };
  switch (type) {
    case 'disburse':
    case 'draw':
    case 'repay':
    case 'recover':
    case 'refund':
      return { ...base, type, amountFen: reader.money('amount') };
    case 'opening':
      return { ...base, type, principalFen: reader.money('principal'), ...readArrears(reader) };
    case 'prepay':
      return { ...base, type, ...readPrepayment(reader) };
    case 'reverse':
      return { ...base, type, reversedEventId: reader.text('of') };
    case 'waive':
      return {
        ...base, type, amountFen: reader.money('amount'),
        component: reader.oneOf('component', ['fee', 'interest', 'penalty', 'compound']),
      };
    case 'fee':
      return { ...base, type, amountFen: reader.money('amount'), name: reader.optionalText('name') ?? '' };
    case 'rate':
      return { ...base, type, rateAnnualE8: reader.percent('annual_rate_pct') };
    case 'extend':
      return { ...base, type, maturesOn: reader.date('maturity'), ...readNewRate(reader) };
    case 'restructure':
      return { ...base, type, terms: readTerms(reader.raw('terms'), reader.pathOf('terms')) };
    case 'refinance':
      return { ...base, type, otherLoanId: reader.text('loan'), isQualifiedRenewal: reader.has('qualifiedRenewal') && reader.flag('qualifiedRenewal') };
    case 'write_off':
      return { ...base, type };
    case 'class':
      return { ...base, type, fiveTierClass: reader.oneOf('class', fiveTierClasses), reason: reader.optionalText('reason') ?? '' };
  }
}

function readArrears(reader: FormatReader): Pick<
  Extract<LoanEvent, { type: 'opening' }>, 'overdueSince' | 'overduePrincipalFen' | 'overdueInterestFen' | 'penaltyFen'
> {
  return {
    ...(reader.has('overdueSince') && { overdueSince: reader.date('overdueSince') }),
    ...(reader.has('overduePrincipal') && { overduePrincipalFen: reader.money('overduePrincipal') }),
    ...(reader.has('overdueInterest') && { overdueInterestFen: reader.money('overdueInterest') }),
    ...(reader.has('penalty') && { penaltyFen: reader.money('penalty') }),
  };
}

function readPrepayment(
  reader: FormatReader,
): Pick<SettleEvent, 'mode' | 'feeFen'> | Pick<PrepayPartEvent, 'mode' | 'principalFen' | 'feeFen'> {
  const mode = reader.oneOf('mode', ['shorten', 'reduce', 'settle']);
  const fee = reader.has('fee') ? { feeFen: reader.money('fee') } : {};
  return mode === 'settle' ? { mode, ...fee } : { mode, principalFen: reader.money('principal'), ...fee };
}

function readNewRate(reader: FormatReader): Pick<Extract<LoanEvent, { type: 'extend' }>, 'rateAnnualE8'> {
  return reader.has('annual_rate_pct') ? { rateAnnualE8: reader.percent('annual_rate_pct') } : {};
}
