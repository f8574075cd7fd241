import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { Fen } from '@loanbook/engine/money.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { TakenOverEvent } from '../loans/loans.index.ts';
import type { DemoStory } from './demo-story.ts';

/** A loan of the demo book that is there to show something. */
export interface ShowcaseLoan {
  /** What it shows; stands as the loan's note. */
  readonly note: string;
  /** Number of the showcase customer: 0-15 are people, 16 a company, 17 a cooperative. */
  readonly borrower: number;
  readonly product: string;
  readonly rateType?: 'fixed' | 'lpr';
  readonly terms: (today: CivilDate) => LoanTerms;
  /** Lent at first when not all at once. */
  readonly lentFen?: Fen;
  /** Taken over from an old book instead of lent. */
  readonly opening?: (today: CivilDate) => TakenOverEvent;
  readonly tell: (story: DemoStory) => void;
}
