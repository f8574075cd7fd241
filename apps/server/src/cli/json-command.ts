import { FormatProblem } from '@loanbook/contract/format-reader.ts';
import { unknownTermsKeys } from '@loanbook/contract/terms-keys.ts';

/** What a command line needs from the process; the dispatcher supplies the real one. */
export interface CommandIo {
  /** The text of standard input, or of the named file. */
  readonly readInput: (file: string | null) => Promise<string>;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

export const badInputExitCode = 2;

/**
 * Reads one JSON object or an array of them and prints the reply or the array of replies.
 * Bad input: one line that names the field, exit code 2, nothing printed. A key of the terms that nobody knows is passed
 * over, as the format's results are, but said: it may be a misspelt one.
 */
export async function runJsonCommand(
  commandArguments: readonly string[], io: CommandIo, replyTo: (input: unknown, path: string) => unknown,
): Promise<number> {
  try {
    const [file = '-', ...others] = commandArguments;
    if (others.length > 0) throw new FormatProblem(others[0] ?? '', 'expected one file at most');
    const input = parseJson(await io.readInput(file === '-' ? null : file));
    const replies = Array.isArray(input) ? input.map((item, index) => replyTo(item, `[${index}]`)) : replyTo(input, '');
    io.print(JSON.stringify(replies));
    const unknown = new Set((Array.isArray(input) ? input : [input]).flatMap((item) => unknownTermsKeys(item?.terms ?? item)));
    if (unknown.size > 0) io.printError(`terms: passed over ${[...unknown].join(', ')}`);
    return 0;
  } catch (error) {
    if (!(error instanceof FormatProblem)) throw error;
    io.printError(error.message);
    return badInputExitCode;
  }
}

/** Editors on Windows put a byte order mark before the text. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FormatProblem('', 'expected JSON');
  }
}
