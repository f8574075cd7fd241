import { withDatabase } from '../../platform/host/with-database.ts';
import type { CommandIo } from '../../cli/json-command.ts';
import { verifyEverything } from './verify-everything.ts';

const usage = '用法 Usage: npx --no loanbook verify';

/** Checks every invariant of every book in the database; 1 when anything deviates. */
export async function run(commandArguments: readonly string[], io: CommandIo): Promise<number> {
  if (commandArguments.length > 0) {
    io.printError(usage);
    return 2;
  }
  return withDatabase(async (context) => ((await verifyEverything(context, io)) ? 0 : 1));
}
