import fc from 'fast-check';
import type { DebtComponent, LoanTerms } from '../terms.ts';
import { anyContract } from './commands-terms.ts';

/** What a person may try on a loan; several names for one event where the amount is what makes it interesting. */
const commandKinds = [
  'disburse', 'draw', 'opening', 'repay', 'repayDue', 'repayAll', 'repayPart', 'recover', 'refund', 'reverse', 'reverseLast', 'waive', 'fee', 'prepayShorten',
  'prepayReduce', 'settle', 'rate', 'extend', 'restructure', 'writeOff', 'class', 'refinance', 'nothing', 'sameId', 'unknownReversal',
] as const;

export type CommandKind = (typeof commandKinds)[number];

/** What happens often in a loan's life, and so is tried often. */
const usualKinds: readonly CommandKind[] = ['repay', 'repay', 'repayDue', 'repayDue', 'repayDue', 'repayPart', 'repayPart', 'fee', 'waive', 'reverse', 'reverseLast', 'prepayShorten', 'prepayReduce'];

/**
 * One step, before the loan says what it means: shares and picks rather than amounts and ids, so that a step stays
 * sensible when fast-check leaves others out.
 */
export interface Command {
  readonly kind: CommandKind;
  /** Days after the latest event; a backdated step counts them back from there. */
  readonly days: number;
  readonly isBackdated: boolean;
  /** 1-1000: of the loan's principal, of what is owed, or of a list. */
  readonly share: number;
  /** A fen or two off the round figure. */
  readonly offFen: number;
  readonly component: Exclude<DebtComponent, 'principal'>;
}

const command: fc.Arbitrary<Command> = fc.record({
  kind: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...usualKinds) }, { weight: 2, arbitrary: fc.constantFrom(...commandKinds) }),
  days: fc.oneof(fc.constantFrom(0, 0, 1, 28, 30, 31), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 400 })),
  isBackdated: fc.constantFrom(false, false, false, false, true),
  share: fc.integer({ min: 1, max: 1000 }),
  offFen: fc.constantFrom(0, 0, 0, 1, -1),
  component: fc.constantFrom('fee', 'interest', 'penalty', 'compound'),
});

/** How the loan begins: lent in full, lent in part, or taken over some days into its life with arrears or without. */
export interface Beginning {
  readonly kind: 'full' | 'part' | 'opening';
  readonly afterDays: number;
  readonly overdueShare: number | null;
}

const beginning: fc.Arbitrary<Beginning> = fc.record({
  kind: fc.constantFrom('full', 'full', 'full', 'part', 'opening'),
  afterDays: fc.integer({ min: 0, max: 900 }),
  overdueShare: fc.constantFrom(null, 0, 100, 1000),
});

export interface LoanStory {
  readonly terms: LoanTerms;
  readonly begun: Beginning;
  readonly commands: readonly Command[];
}

function story(mostSteps: number, fewestSteps = 0): fc.Arbitrary<LoanStory> {
  return fc.record({ terms: anyContract, begun: beginning, commands: fc.array(command, { minLength: fewestSteps, maxLength: mostSteps, size: 'max' }) });
}

/** Whole lives up to 200 steps: mostly short ones, which meet as many kinds and cost less. */
export const anyStory: fc.Arbitrary<LoanStory> = fc.oneof({ weight: 70, arbitrary: story(20) }, { weight: 24, arbitrary: story(60) }, { weight: 6, arbitrary: story(200, 60) });
