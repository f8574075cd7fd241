import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CommandIo } from './cli/json-command.ts';
import { reasonOf, StartFailure } from './platform/start-failure.ts';

/** What every command's module exports; the number is the exit code. */
interface CommandModule {
  readonly run: (commandArguments: readonly string[], io: CommandIo) => Promise<number>;
}

interface Command {
  readonly file: string;
  readonly chinese: string;
  readonly english: string;
}

const usageExitCode = 2;

// Loaded by name, so that `schedule` does not wait for the database's or the importer's modules.
const commands: Readonly<Record<string, Command>> = {
  schedule: { file: 'cli/schedule.ts', chinese: '按合同条件列出还款计划', english: 'print the repayment plan of given terms' },
  replay: { file: 'cli/replay.ts', chinese: '重算一笔贷款在某天的状态', english: 'print the state of a loan on a day' },
  import: { file: 'features/imports/imports.cli.ts', chinese: '导入台账文件（.xlsx、.xls、.csv）', english: 'take in ledger files (.xlsx, .xls, .csv)' },
  backup: { file: 'features/backup/backup.cli.ts', chinese: '把全部数据备份到一个文件', english: 'write everything into one backup file' },
  restore: { file: 'features/backup/restore.cli.ts', chinese: '把备份恢复到空的数据库', english: 'restore a backup into an empty database' },
  verify: { file: 'features/verify/verify.cli.ts', chinese: '核对账本的每一条规则', english: 'check every invariant of the book' },
  demo: { file: 'features/demo/demo.cli.ts', chinese: '在空的数据文件夹里建立演示账本', english: 'make the demo book in an empty data folder' },
  doctor: { file: 'cli/doctor.ts', chinese: '检查本机、数据文件夹和数据库', english: 'check this machine, the data folder and the database' },
};

const [name, ...commandArguments] = process.argv.slice(2);
const exitCode = await dispatch(name, commandArguments);
// Everything is written before the end: a pipe may still be taking the last lines.
process.stdout.write('', () => process.exit(exitCode));

async function dispatch(commandName: string | undefined, rest: readonly string[]): Promise<number> {
  if (commandName === undefined || commandName === 'help' || commandName === '--help') {
    console.log(usage());
    return commandName === undefined ? usageExitCode : 0;
  }
  const command = Object.hasOwn(commands, commandName) ? commands[commandName] : undefined;
  if (!command || !existsSync(fileOf(command))) {
    console.error(`没有“${commandName}”这个命令。 There is no command “${commandName}”.\n\n${usage()}`);
    return usageExitCode;
  }
  try {
    // as: the table above names modules that export `run`.
    const module = (await import(pathToFileURL(fileOf(command)).href)) as CommandModule;
    return await module.run(rest, { readInput, print: (text) => console.log(text), printError: (text) => console.error(text) });
  } catch (error) {
    return report(error);
  }
}

function report(error: unknown): number {
  const failure = error instanceof StartFailure ? error : new StartFailure('unexpected', { reason: reasonOf(error) }, error);
  if (failure.code === 'unexpected') console.error(error);
  console.error(failure.message);
  return failure.exitCode;
}

function fileOf(command: Command): string {
  return path.join(import.meta.dirname, command.file);
}

async function readInput(file: string | null): Promise<string> {
  if (file !== null) return readFileSync(file, 'utf8');
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) text += String(chunk);
  return text;
}

function usage(): string {
  const lines = Object.entries(commands).filter(([, command]) => existsSync(fileOf(command))).map(([commandName, command]) => `  ${commandName.padEnd(10)}${command.chinese} · ${command.english}`);
  return `用法 Usage: npx --no loanbook COMMAND …\n\n命令 Commands:\n${lines.join('\n')}\n\n数据文件夹由 LOANBOOK_DATA 指定（默认 ./data）；外部数据库由 DATABASE_URL 指定。\nLOANBOOK_DATA names the data folder (default ./data); DATABASE_URL names an external database.`;
}
