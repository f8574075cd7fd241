import { replayReply } from '@loanbook/contract/replay-format.ts';
import { runJsonCommand } from './json-command.ts';
import type { CommandIo } from './json-command.ts';

/** `loanbook replay [FILE]`: `{terms, events, asOf}` in, the loan's state on that day out. */
export function run(commandArguments: readonly string[], io: CommandIo): Promise<number> {
  return runJsonCommand(commandArguments, io, replayReply);
}
