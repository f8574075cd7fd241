import { writeLog, type AppContext } from '../../platform/app-context.ts';
import { inInstitution, institutionsForSignIn } from '../../platform/database.ts';
import { describeError } from '../../platform/error-reply.ts';
import { rollChunk } from './roll-day.ts';

/** Sees to it that no list is read before the day's roll; decision 0009. */
export interface DayRoller {
  /** Rolls every institution whose business date has moved on since; costs nothing on all other calls. Never throws. */
  untilToday(): Promise<void>;
}

interface Clock {
  readonly institutionId: string;
  readonly date: Intl.DateTimeFormat;
}

/** After a failure (the database is away) readers are not made to wait for the next ones. */
const retryAfterMs = 30_000;

export function dayRoller(app: AppContext): DayRoller {
  let clocks: readonly Clock[] | null = null;
  const rolledOn = new Map<string, string>();
  let running: Promise<void> | null = null;
  let failedAtMs = -Infinity;

  const isToday = ({ institutionId, date }: Clock): boolean => rolledOn.get(institutionId) === date.format(app.now());
  const rollAll = async (): Promise<void> => {
    try {
      clocks = (await institutionsForSignIn(app)).map(({ institutionId, timeZone }) => ({ institutionId, date: new Intl.DateTimeFormat('en-CA', { timeZone }) }));
      for (const clock of clocks) {
        const today = clock.date.format(app.now());
        if (isToday(clock)) continue;
        await rollInstitution(app, clock.institutionId);
        rolledOn.set(clock.institutionId, today);
      }
    } catch (error) {
      failedAtMs = app.now().getTime();
      writeLog(app, { level: 'error', event: 'day_roll_failed', ...describeError(error) });
    }
  };
  return {
    async untilToday() {
      if (clocks?.every(isToday) || Math.abs(app.now().getTime() - failedAtMs) < retryAfterMs) return;
      running ??= rollAll().finally(() => { running = null; });
      await running;
    },
  };
}

async function rollInstitution(app: AppContext, institutionId: string): Promise<void> {
  const refused: string[] = [];
  for (let isDone = false; !isDone;) {
    const chunk = await inInstitution(app, { institutionId, personId: null, name: 'Loanbook' }, (tx) => rollChunk(tx, refused));
    refused.push(...chunk.refusedLoanIds);
    isDone = chunk.isDone;
  }
}
