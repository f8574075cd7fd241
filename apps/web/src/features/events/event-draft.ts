import { loanEventInputSchema, type LoanEventInput } from '@loanbook/contract/features/events.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { classFloor } from '@loanbook/contract/loan-life/class-floor.ts';
import { waivable, waivableComponents } from '@loanbook/contract/loan-life/waivable.ts';
import type { FiveTierClass } from '@loanbook/engine/classification.ts';
import { formatPercent } from '@loanbook/engine/rate.ts';
import type { Method } from '@loanbook/engine/terms.ts';
import { plannedMethods } from '../loans/loans.index.ts';
import type { EventKind } from './event-kinds.ts';

export type WaivableComponent = (typeof waivableComponents)[number];
export type PrepayMode = 'shorten' | 'reduce' | 'settle';
export type Capitalised = 'none' | 'interest' | 'all';

/** What the form holds, as typed; each kind of event uses some of it. */
export interface EventDraft {
  readonly occurredOn: string | null;
  readonly note: string;
  readonly reason: string;
  readonly amount: string;
  readonly mode: PrepayMode;
  readonly principal: string;
  readonly fee: string;
  readonly channel: string;
  readonly externalRef: string;
  readonly payerName: string;
  readonly component: WaivableComponent;
  readonly name: string;
  readonly annualRatePct: string;
  readonly maturesOn: string | null;
  readonly fiveTierClass: FiveTierClass | null;
  readonly method: Method;
  readonly termMonths: number | null;
  readonly firstDueOn: string | null;
  readonly capitalised: Capitalised;
}

export function emptyDraft(loan: Loan, kind: EventKind): EventDraft {
  const { state } = loan;
  return {
    occurredOn: state.asOf, note: '', reason: '', amount: '', mode: 'shorten', principal: '', fee: '', channel: 'bank_transfer', externalRef: '', payerName: '',
    component: waivableComponents.find((component) => waivable(state, component) > 0) ?? 'penalty',
    name: '', annualRatePct: kind === 'restructure' ? formatPercent(state.currentTerms.rateAnnualE8) : '', maturesOn: null, fiveTierClass: state.fiveTierClass === classFloor(state) ? null : state.fiveTierClass,
    method: plannedMethods.has(state.currentTerms.method) ? state.currentTerms.method : 'equal_installment', termMonths: 12, firstDueOn: null, capitalised: 'none',
  };
}

/** What would be posted; null while something is missing or wrong. */
export function inputOfDraft(kind: EventKind, draft: EventDraft): LoanEventInput | null {
  const common = { occurredOn: draft.occurredOn, note: draft.note.trim() || null, type: kind };
  const parsed = loanEventInputSchema.safeParse({ ...common, ...ownPart(kind, draft) });
  return parsed.success ? parsed.data : null;
}

function ownPart(kind: EventKind, draft: EventDraft): Readonly<Record<string, unknown>> {
  const money = { channel: draft.channel, externalRef: draft.externalRef.trim() || null, payerName: draft.payerName.trim() || null };
  switch (kind) {
    case 'prepay':
      return { ...money, mode: draft.mode, fee: draft.fee || null, ...(draft.mode === 'settle' ? {} : { principal: draft.principal }) };
    case 'waive':
      return { component: draft.component, amount: draft.amount, reason: draft.reason };
    case 'fee':
      return { amount: draft.amount, name: draft.name };
    case 'rate':
      return { annualRatePct: draft.annualRatePct };
    case 'extend':
      return { maturesOn: draft.maturesOn, annualRatePct: draft.annualRatePct || null };
    case 'restructure':
      return { method: draft.method, annualRatePct: draft.annualRatePct, termMonths: draft.termMonths, firstDueOn: draft.firstDueOn, capitalised: draft.capitalised, reason: draft.reason };
    case 'class':
      return { fiveTierClass: draft.fiveTierClass, reason: draft.reason };
    case 'write_off':
      return { reason: draft.reason };
    case 'recover':
      return { ...money, amount: draft.amount };
    case 'draw':
    case 'refund':
      return { amount: draft.amount };
    default:
      return kind satisfies never;
  }
}
