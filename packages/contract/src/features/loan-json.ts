import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { z } from 'zod';

/**
 * Terms, events and state travel in the engine's own shape (whole fen, 1e-8 rates), so that the browser
 * replays exactly what the server stored. They are made by our own server, hence checked for shape only at the top.
 */
export const loanTermsSchema = z.custom<LoanTerms>((value) => typeof value === 'object' && value !== null && 'principalFen' in value);
export const loanEventSchema = z.custom<LoanEvent>((value) => typeof value === 'object' && value !== null && 'occurredOn' in value);
export const loanStateSchema = z.custom<LoanState>((value) => typeof value === 'object' && value !== null && 'installments' in value);
export const civilDateSchema = z.custom<CivilDate>((value) => typeof value === 'string');
