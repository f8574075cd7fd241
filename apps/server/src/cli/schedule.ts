import { scheduleReply } from '@loanbook/contract/schedule-format.ts';
import { runJsonCommand } from './json-command.ts';
import type { CommandIo } from './json-command.ts';

/** `loanbook schedule [FILE]`: terms in, plan and yearly cost out; from standard input without FILE. */
export function run(commandArguments: readonly string[], io: CommandIo): Promise<number> {
  return runJsonCommand(commandArguments, io, scheduleReply);
}
