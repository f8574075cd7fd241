import type { Dashboard } from '@loanbook/contract/features/dashboard.ts';

/** One class of the book, and one month of it, as the panels and their charts share them. */
export type FiveTierRow = Dashboard['fiveTier'][number];
export type LendingMonth = Dashboard['lendingByMonth'][number];
