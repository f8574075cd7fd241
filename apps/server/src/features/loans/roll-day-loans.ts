import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { databaseValues } from '../../platform/database-values.ts';
import type { Tx } from '../../platform/database.ts';
import { sendTogether } from '../../platform/send-together.ts';
import { storedLoanEvent, type EventColumns } from './loan-events.ts';
import { storedTerms } from './lock-loans.ts';

/** A locked loan whose day has come, with what is needed to know its stored rows without reading them. */
export interface DueLoan {
  readonly loanId: string;
  readonly terms: LoanTerms;
  readonly events: LoanEvent[];
  /** The stored rows are those of the day before; 1000-01-01 when they were never projected. */
  readonly nextChangeOn: CivilDate;
  /** Events that the stored rows are made of. */
  readonly eventCount: number;
}

/** What was found due and could be locked. */
export interface DueLoans {
  readonly loans: readonly DueLoan[];
  /** True also when all that was locked had been rolled by somebody else in the meantime. */
  readonly isAnyLocked: boolean;
}

/**
 * Locks up to `most` loans that are due for the roll and reads them, in two round trips. Those overdue for it longest come
 * first, locked in the order of their ids, as everybody locks loans. `skip` leaves loans that another transaction holds.
 */
export async function lockDueLoans(tx: Tx, most: number, except: readonly string[], held: 'skip' | 'wait'): Promise<DueLoans> {
  const chosen = held === 'skip' ? 2 * most : most;
  const locked = await tx.client.query<{ loan_id: string; terms: unknown }>({ text: lockText(held), values: [except, chosen, most] });
  if (locked.rows.length === 0) return { loans: [], isAnyLocked: false };
  const ids = locked.rows.map((row) => row.loan_id);
  // Only now that nobody else can write them.
  const [states, events] = await sendTogether(tx.client, [
    { name: 'lb_roll_states', text: readStates, values: [ids], types: databaseValues },
    { name: 'lb_roll_events', text: readEvents, values: [ids], types: databaseValues },
  ]);
  const termsOf = new Map(locked.rows.map((row) => [row.loan_id, row.terms]));
  // as: the statements below name the columns of these types.
  const loans = new Map(((states?.rows ?? []) as DueState[]).map((row): [string, DueLoan] => [row.loan_id, {
    loanId: row.loan_id, terms: storedTerms(termsOf.get(row.loan_id)), events: [], nextChangeOn: row.next_change_on, eventCount: row.event_count,
  }]));
  for (const row of (events?.rows ?? []) as (EventColumns & { readonly loan_id: string })[]) loans.get(row.loan_id)?.events.push(storedLoanEvent(row)); // as: see above
  return { loans: [...loans.values()], isAnyLocked: true };
}

interface DueState {
  readonly loan_id: string;
  readonly next_change_on: CivilDate;
  readonly event_count: number;
}

function lockText(held: 'skip' | 'wait'): string {
  return `select l.loan_id, l.terms from loan l
    where l.institution_id = current_institution() and l.loan_id = any(array(
      select s.loan_id from loan_state s
      where s.institution_id = current_institution() and s.next_change_on <= business_date() and s.loan_id <> all($1::uuid[])
      order by s.next_change_on, s.loan_id limit $2))
    order by l.loan_id limit $3 for update of l ${held === 'skip' ? 'skip locked' : ''}`;
}

// Another server may have rolled a loan between the choice and the lock.
const readStates = `select loan_id, next_change_on, event_count from loan_state
  where institution_id = current_institution() and loan_id = any($1::uuid[]) and next_change_on <= business_date() order by loan_id`;

const readEvents = `select loan_id, event_id, sequence, type, occurred_on, amount_fen, reversed_event_id, body from loan_event
  where institution_id = current_institution() and loan_id = any($1::uuid[]) order by loan_id, sequence`;
