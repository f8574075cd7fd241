import { sql } from 'kysely';
import { writeLog, type AppContext } from '../../platform/app-context.ts';
import { inInstitution, institutionsForSignIn, type Tx } from '../../platform/database.ts';
import { describeError } from '../../platform/error-reply.ts';
import type { Server } from '../../platform/http.ts';
import { lockLoans } from './lock-loans.ts';
import { writeProjections } from './write-projection.ts';

/** Loans locked at a time, so that nobody waits long for the roll. */
const chunkSize = 200;

/**
 * Lets waiting credit pay what has fallen due: the one thing in the projection that changes with the calendar alone.
 * Days past due need no roll. Running it late, twice or never for a week gives the same rows. Returns the loans rewritten.
 */
export async function rollDay(tx: Tx): Promise<number> {
  tx.markBookkeeping();
  const due = await sql<{ loan_id: string }>`
    select s.loan_id from loan_state s
    where s.institution_id = current_institution() and s.life = 'active' and s.credit_fen > 0 and exists (
      select from installment i where i.institution_id = s.institution_id and i.loan_id = s.loan_id and i.settled_on is null and i.due_on <= business_date()
        and i.principal_fen + i.interest_fen + i.fee_fen > i.paid_principal_fen + i.paid_interest_fen + i.paid_fee_fen)
    order by s.loan_id limit ${chunkSize}`.execute(tx.db);
  const loans = await lockLoans(tx, due.rows.map((row) => row.loan_id));
  await writeProjections(tx, [...loans.values()].map((loan) => ({ loanId: loan.loanId, terms: loan.terms, events: loan.events.map((one) => one.event) })));
  return loans.size;
}

const checkEveryMs = 60_000;

/** Rolls every institution when the server starts and whenever its business date has moved on. */
export function startDayRoll(server: Server): void {
  const rolledOn = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const roll = (): void => {
    running = running.then(() => rollInstitutions(server.app, rolledOn));
  };
  server.fastify.addHook('onListen', async () => {
    roll();
    timer = setInterval(roll, checkEveryMs);
    timer.unref();
  });
  server.fastify.addHook('onClose', async () => {
    clearInterval(timer);
    await running;
  });
}

async function rollInstitutions(app: AppContext, rolledOn: Map<string, string>): Promise<void> {
  try {
    for (const { institutionId } of await institutionsForSignIn(app)) {
      const actor = { institutionId, personId: null, name: 'Loanbook' };
      while (!(await inInstitution(app, actor, (tx) => rollIfNewDay(tx, rolledOn)))) continue;
    }
  } catch (error) {
    // The next minute tries again; until then lists show credit as still waiting.
    writeLog(app, { level: 'error', event: 'day_roll_failed', ...describeError(error) });
  }
}

/** True when nothing is left to do for this institution today. */
async function rollIfNewDay(tx: Tx, rolledOn: Map<string, string>): Promise<boolean> {
  if (rolledOn.get(tx.institutionId) === tx.businessDate) return true;
  if ((await rollDay(tx)) === chunkSize) return false;
  rolledOn.set(tx.institutionId, tx.businessDate);
  return true;
}
