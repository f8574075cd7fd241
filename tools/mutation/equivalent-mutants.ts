/** A change of the code that no input can show, and why: named one by one, so that the rest of the line stays tried. */
export interface EquivalentMutant {
  /** Below packages/engine/src. */
  readonly file: string;
  /** A part of the line, enough to find it. */
  readonly line: string;
  /** What was changed; every change of the line when absent. */
  readonly of?: readonly string[];
  /** What it was changed into; every replacement when absent. */
  readonly into?: readonly string[];
  readonly why: string;
}

const fastPath = 'a faster way to the same figure: the exact way gives it too';
const alreadyDone = 'the rows left out owe nothing that can be paid or counted; looking at them costs time only';
const neverUndefined = 'the index stays inside the rows; the check is for the type';
const waivedWhenDue = 'interest is waived only where it is due, and this row is not';
const nearWhole = 'it takes a payment within 2^-24 fen of a whole or half one that is neither; such a one is computed exactly, and none is known';
const noDays = 'the days in between are none, and none are added';

export const equivalentMutants: readonly EquivalentMutant[] = [
  { file: 'allocation.ts', line: 'return row.dueDay <= day || openFeeFen(row) > 0', of: ['row.dueDay <= day || openFeeFen(row) > 0', 'openFeeFen(row) > 0'], into: ['true', 'openFeeFen(row) >= 0'], why: alreadyDone },
  { file: 'allocation.ts', line: 'index < ledger.rows.length; index += 1', into: ['index <= ledger.rows.length'], why: neverUndefined },
  { file: 'allocation.ts', line: 'if (row === undefined || !hasDue(row, day)) break', into: ['false', 'row === undefined && !hasDue(row, day)'], why: alreadyDone },
  { file: 'allocation.ts', line: 'if (restFen === 0) break', into: ['false'], why: 'without money nothing more is paid' },
  { file: 'allocation.ts', line: 'passFinished(ledger, day);', why: alreadyDone },
  { file: 'allocation.ts', line: 'function passFinished', why: alreadyDone },
  { file: 'allocation.ts', line: 'if (row === undefined || row.dueDay > day || isOpen(row)) return', of: ['row.dueDay > day'], into: ['row.dueDay >= day', 'row.dueDay <= day'], why: alreadyDone },
  { file: 'allocation.ts', line: 'if (left > 0) return', into: ['true', 'left >= 0', 'left <= 0'], why: alreadyDone },
  { file: 'allocation.ts', line: 'if (standing === null || moneyFen === 0) return moneyFen', of: ['moneyFen === 0'], into: ['false'], why: 'no money pays nothing' },
  { file: 'overdue.ts', line: 'if (day <= graceEndDay || day <= row.accruedToDay) return', of: ['day <= row.accruedToDay'], why: noDays },
  { file: 'overdue.ts', line: 'const isCounted = row.accruedToDay > graceEndDay', into: ['row.accruedToDay >= graceEndDay'], why: 'both ways count from the same day then' },
  { file: 'overdue.ts', line: 'if (principalFen > 0)', into: ['true', 'principalFen >= 0'], why: 'nothing overdue adds nothing' },
  { file: 'overdue.ts', line: 'if (interestFen > 0)', into: ['true', 'interestFen >= 0'], why: 'nothing overdue adds nothing' },
  { file: 'overdue.ts', line: 'index < ledger.rows.length; index += 1', into: ['index <= ledger.rows.length'], why: neverUndefined },
  { file: 'overdue.ts', line: 'if (row === undefined || row.dueDay >= day) break', into: ['false', 'row === undefined && row.dueDay >= day', 'row.dueDay > day'], why: alreadyDone },
  { file: 'overdue.ts', line: 'if (standing === null || standing.accruedToDay >= day) return', of: ['standing.accruedToDay >= day'], why: noDays },
  { file: 'civil-date.ts', line: 'return left < right ? -1 : 1', into: ['left <= right'], why: 'equal days have been answered' },
  { file: 'civil-date.ts', line: 'keptDays }', why: fastPath },
  { file: 'civil-date.ts', line: 'if (kept !== undefined) return kept', into: ['false'], why: fastPath },
  { file: 'civil-date.ts', line: 'if (dayNumberSinceEpoch >= 0 && dayNumberSinceEpoch < keptDays)', why: fastPath },
  { file: 'civil-date.ts', line: 'if (anchorDay <= 28) return', into: ['false', 'anchorDay < 28'], why: fastPath },
  { file: 'civil-date.ts', line: 'const firstKeptMonth', why: fastPath },
  { file: 'civil-date.ts', line: 'const keptFirstDays', why: fastPath },
  { file: 'civil-date.ts', line: 'return keptFirstDays[', into: ['monthsSinceYearZero + firstKeptMonth'], why: fastPath },
  { file: 'fraction.ts', line: "if (typeof amount === 'number') {", into: ['false', '""', '{}'], why: fastPath },
  { file: 'fraction.ts', line: 'if (product < exactLimit && by.denominator < exactLimit)', of: ['by.denominator < exactLimit'], why: 'a denominator beyond the limit meets a product below it, and both stay exact' },
  { file: 'fraction.ts', line: 'if (product < exactLimit && by.denominator < exactLimit)', into: ['false', 'product <= exactLimit'], why: fastPath },
  { file: 'fraction.ts', line: 'if (sum < exactLimit) return sum', into: ['sum <= exactLimit'], why: fastPath },
  { file: 'schedule/level-payment.ts', line: 'if (rate.numerator === 0 || periods <= exactPeriods) {', why: fastPath },
  { file: 'schedule/level-payment.ts', line: 'const share = BigInt(principalFen)', why: 'a wrong approximation is not clear of a boundary, and the exact way follows' },
  { file: 'schedule/level-payment.ts', line: 'const payment = (share << resultPlaces)', why: 'a wrong approximation is not clear of a boundary, and the exact way follows' },
  { file: 'schedule/level-payment.ts', line: 'const isClear =', of: ['rest > margin', 'rest < resultMask - margin', 'resultMask - margin', 'rest > margin && rest < resultMask - margin'], why: nearWhole },
  { file: 'schedule/level-payment.ts', line: 'const isClear =', into: ['rest <= half - margin', 'rest >= half + margin', 'false'], why: nearWhole },
  { file: 'schedule/level-payment.ts', line: 'if (!isClear) return roundExact', of: ['!isClear'], into: ['true', 'isClear'], why: fastPath },
  { file: 'schedule/level-payment.ts', line: 'rest > half ? whole + 1n : whole', into: ['rest >= half'], why: 'a half is never clear' },
  { file: 'schedule/level-payment.ts', line: 'const resultMask', why: 'a wrong mask leaves no result clear, and the exact way follows' },
  { file: 'schedule/level-payment.ts', line: 'growth === one ? square', of: ['growth === one'], into: ['false'], why: 'once times the square is the square' },
  { file: 'replay/apply-prepay.ts', line: 'if (frame === null || running === null) {', of: ['frame === null'], into: ['false'], why: 'a row that is not due yet belongs to a plan' },
  { file: 'replay/apply-prepay.ts', line: 'running.closedInterestFen =', of: ['running.paidInterestFen + running.waivedInterestFen'], why: waivedWhenDue },
  { file: 'replay/apply-prepay.ts', line: 'running.interestFen = running.paidInterestFen + running.waivedInterestFen + accruedFen', of: ['running.paidInterestFen + running.waivedInterestFen'], why: waivedWhenDue },
  { file: 'replay/apply-prepay.ts', line: 'if (isOnEverything && (day > running.accruesFromDay', into: ['true', 'day >= running.accruesFromDay', 'running.earlierInterest.length >= 0'], why: 'on the first day of a period nothing is kept and nothing is moved' },
  { file: 'replay/apply-prepay.ts', line: 'if (!isOnEverything) running.earlierInterest', into: ['true'], why: 'on everything nothing is kept by then' },
  { file: 'replay/apply-prepay.ts', line: "const baseFen = tail.terms.method === 'flat'", why: 'the principal of an equal row does not depend on its interest' },
  { file: 'replay/apply-prepay.ts', line: 'if (standing === null ||', of: ['standing === null'], into: ['false'], why: 'what does not stand has earned nothing' },
  { file: 'replay/apply-repay.ts', line: 'if (allocation.creditFen === 0) continue', into: ['false'], why: 'no credit pays nothing' },
  { file: 'replay/apply-repay.ts', line: 'if (restFen > 0) return', into: ['false'], why: 'where one receipt has money left nothing more is due' },
  { file: 'replay/ledger-row.ts', line: 'if (earlier.length === 0) return timesFraction', into: ['false'], why: fastPath },
  { file: 'replay/apply-opening.ts', line: 'if (tail !== null && tail.dueDays.length > 0', of: ['tail.dueDays.length > 0'], why: 'past the last due day everything is in arrears, and nothing is left to plan' },
  { file: 'replay/apply-opening.ts', line: '} else if (restFen > 0) {', of: ['restFen > 0'], why: 'nothing stands' },
  { file: 'replay/apply-disburse.ts', line: 'const isAsAgreed =', into: ['false'], why: 'made anew from the same amount and day it is the same plan' },
  { file: 'replay/apply-disburse.ts', line: 'if (ledger.beganDay === null) ledger.billingDays', into: ['true'], why: 'the days that are left are the same, whoever counts them' },
  { file: 'replay/replan.ts', line: 'firstNumber: running?.number ??', why: 'the running row is the first that was not skipped' },
  { file: 'replay/replan.ts', line: 'if (index > 0 || running === null) return fresh', of: ['running === null'], into: ['false'], why: neverUndefined },
  { file: 'replay/replan.ts', line: 'if (first !== undefined && running !== null &&', of: ['first !== undefined', 'running !== null', 'first !== undefined && running !== null'], why: neverUndefined },
  { file: 'watch-period.ts', line: 'compareCivilDates(afterYear, afterPeriods) >= 0', into: ['compareCivilDates(afterYear, afterPeriods) > 0'], why: 'equal days' },
  { file: 'schedule/custom.ts', line: 'plannedFen === frame.principalFen || plannedFen === 0', of: ['plannedFen === frame.principalFen'], into: ['false'], why: 'a share of one is the whole' },
  { file: 'schedule/fill-plan.ts', line: 'new Array<PlanRow>(dueDays.length)', why: 'the length given beforehand is for speed' },
  { file: 'rate-cap.ts', line: "if (text.startsWith('-')) return 0", why: 'a negative rate is below every cap either way' },
  { file: 'due-dates.ts', line: 'const first = Math.ceil(', into: ['monthIndex(terms.startsOn) - 1'], why: 'a row before the start is left out' },
];
