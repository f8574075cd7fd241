import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { ledgerReadingToJson } from '@loanbook/ledger-reader/ledger-reading-to-json.ts';
import type { LedgerReading } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { CommandIo } from '../../cli/json-command.ts';
import { withDatabase, type DatabaseContext } from '../../platform/host/with-database.ts';
import { withCommandApp } from '../../platform/command-app.ts';
import { institutionsForSignIn } from '../../platform/database.ts';
import { reportText } from './import-report-text.ts';
import { importReading } from './import-reading.ts';
import { readInChild, ReadingFailure } from './read-in-child.ts';

const usage = '用法 Usage: npx --no loanbook import FILE… [--as-of YYYY-MM-DD] [--dry-run] [--json]';

interface ImportArguments {
  readonly files: readonly string[];
  readonly asOf: string | undefined;
  readonly isDryRun: boolean;
  readonly isJson: boolean;
}

/** Reads ledgers that belong together and, unless it is a dry run, writes them into the book. */
export async function run(commandArguments: readonly string[], io: CommandIo): Promise<number> {
  const request = readArguments(commandArguments);
  if (typeof request === 'string') {
    io.printError(request);
    return 2;
  }
  try {
    const files = request.files.map((file) => ({ name: path.basename(file), bytes: readFileSync(file) }));
    const reading = await readInChild({ files, options: request.asOf === undefined ? {} : { asOf: request.asOf } }, () => undefined, new AbortController().signal);
    return request.isDryRun ? showReading(reading, request, io) : await withDatabase((context) => writeReading(context, reading, request, io));
  } catch (error) {
    if (!(error instanceof ReadingFailure)) throw error;
    io.printError(`${error.messageZh}\n${error.messageEn}`);
    return 1;
  }
}

function readArguments(commandArguments: readonly string[]): ImportArguments | string {
  let parsed;
  try {
    parsed = parseArgs({ args: [...commandArguments], allowPositionals: true, options: { 'as-of': { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } });
  } catch (error) {
    return `${error instanceof Error ? error.message : ''}\n${usage}`;
  }
  const asOf = parsed.values['as-of'];
  if (parsed.positionals.length === 0) return usage;
  if (asOf !== undefined && parseCivilDate(asOf) === null) return `--as-of：“${asOf}”不是日期（YYYY-MM-DD）。 --as-of: “${asOf}” is no date (YYYY-MM-DD).`;
  for (const file of parsed.positionals) {
    const reason = unreadableReason(file);
    if (reason !== null) return `“${file}”无法打开：${reason}。 “${file}” cannot be opened: ${reason}.`;
  }
  return { files: parsed.positionals, asOf, isDryRun: parsed.values['dry-run'] === true, isJson: parsed.values.json === true };
}

function unreadableReason(file: string): string | null {
  try {
    readFileSync(file);
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

function showReading(reading: LedgerReading, request: ImportArguments, io: CommandIo): number {
  if (request.isJson) io.print(JSON.stringify(ledgerReadingToJson(reading), null, 1));
  else io.print(reportText(reading, null));
  return 0;
}

async function writeReading(context: DatabaseContext, reading: LedgerReading, request: ImportArguments, io: CommandIo): Promise<number> {
  return withCommandApp(context, async (app) => {
    const [institution, ...others] = await institutionsForSignIn(app);
    if (institution === undefined || others.length > 0) {
      io.printError('还没有建立机构：请先运行 npm start 并打开初始化链接，或加 --dry-run 只读取。\nNo institution exists yet: run npm start and open the setup link first, or add --dry-run to only read.');
      return 1;
    }
    const report = await importReading(app, { institutionId: institution.institutionId, personId: null, name: '命令行' }, reading, request.files.map((file) => path.basename(file)));
    if (request.isJson) io.print(JSON.stringify({ ...ledgerReadingToJson(reading), report }, null, 1));
    else io.print(reportText(reading, report));
    return 0;
  });
}
