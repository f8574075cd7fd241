import type { CivilDate } from '../civil-date.ts';
import type { Fen } from '../money.ts';

/** One row of a repayment plan. `totalFen` is the sum of the rounded components. */
export interface PlanRow {
  readonly number: number;
  readonly dueOn: CivilDate;
  /** Actual days of the row's period, start included, end excluded. */
  readonly days: number;
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly totalFen: Fen;
  /** Principal left after the row. */
  readonly balanceFen: Fen;
}
