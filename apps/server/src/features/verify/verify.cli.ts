import { parseArgs } from 'node:util';
import type { CommandIo } from '../../cli/json-command.ts';
import { withDatabase } from '../../platform/host/with-database.ts';
import { isId } from '../../platform/ids.ts';
import { verifyEverything, type EverythingVerified, type ResumePoint } from './verify-everything.ts';

const usage = `用法 Usage: npx --no loanbook verify [--json] [--after N/LOAN]
  --after：从中断的地方继续，即进度行末尾印出的位置。 goes on where an interrupted run had come to, as its progress line says.`;

/** Checks every invariant of every book in the database; 1 when anything deviates. */
export async function run(commandArguments: readonly string[], io: CommandIo): Promise<number> {
  const how = readOptions(commandArguments);
  if (how === null) {
    io.printError(usage);
    return 2;
  }
  return withDatabase(async (context) => ((await verifyEverything(context, io, how)) ? 0 : 1));
}

function readOptions(commandArguments: readonly string[]): EverythingVerified | null {
  try {
    const { values } = parseArgs({ args: [...commandArguments], options: { json: { type: 'boolean', default: false }, after: { type: 'string' } } });
    if (values.after === undefined) return { isJson: values.json };
    const after = readResumePoint(values.after);
    return after ? { isJson: values.json, after } : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function readResumePoint(text: string): ResumePoint | null {
  const [number = '', loanId = ''] = text.split('/');
  return /^[1-9]\d*$/.test(number) && isId(loanId) ? { institutionNumber: Number(number), loanId } : null;
}
