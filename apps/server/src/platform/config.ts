import path from 'node:path';
import { StartFailure } from './start-failure.ts';

/** What the environment and the command line decide; everything else is decided in the program. */
export interface Config {
  readonly port: number;
  /** The address to listen on; loopback unless told otherwise. */
  readonly host: string;
  readonly dataFolder: string;
  /** The owner's address of an external PostgreSQL; null means the embedded one. */
  readonly databaseUrl: string | null;
  /** 32 bytes in base64; null means the key file in the data folder. */
  readonly masterKeyBase64: string | null;
  /** The address people type, where a proxy stands in front; null means http://localhost:PORT. */
  readonly baseUrl: string | null;
  readonly isDemo: boolean;
}

export const projectFolder: string = path.resolve(import.meta.dirname, '../../../..');

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads PORT, HOST, LOANBOOK_DATA, DATABASE_URL, LOANBOOK_MASTER_KEY, LOANBOOK_URL; --port, --host and --demo
 * outrank them. Throws StartFailure `bad-setting` for what it does not understand.
 */
export function readConfig(environment: Environment, options: readonly string[]): Config {
  const given = readOptions(options);
  const settings = presentOnly(environment);
  return {
    port: readPort(given.port ?? settings['PORT'] ?? '8080'),
    host: given.host ?? settings['HOST'] ?? '127.0.0.1',
    dataFolder: readDataFolder(settings),
    databaseUrl: readUrl('DATABASE_URL', settings['DATABASE_URL'], ['postgres:', 'postgresql:']),
    masterKeyBase64: settings['LOANBOOK_MASTER_KEY'] ?? null,
    baseUrl: readUrl('LOANBOOK_URL', settings['LOANBOOK_URL'], ['http:', 'https:']),
    isDemo: given.isDemo,
  };
}

/** The environment of this process: the one place that reads it. */
export function processEnvironment(): Environment {
  return process.env;
}

/** The data folder alone, for commands that need no server settings. */
export function readDataFolder(environment: Environment): string {
  const given = environment['LOANBOOK_DATA'];
  // npm moves to the project's folder before it runs a script; a relative path means where the person stands.
  const standing = environment['INIT_CWD'] ?? process.cwd();
  return given ? path.resolve(standing, given) : path.join(projectFolder, 'data');
}

interface Options {
  port: string | undefined;
  host: string | undefined;
  isDemo: boolean;
}

function readOptions(options: readonly string[]): Options {
  const read: Options = { port: undefined, host: undefined, isDemo: false };
  for (let index = 0; index < options.length; index += 1) {
    const option = options[index] ?? '';
    const [name, inline] = option.split('=', 2);
    if (name === '--demo') read.isDemo = true;
    else if (name === '--port') read.port = inline ?? options[(index += 1)] ?? '';
    else if (name === '--host') read.host = inline ?? options[(index += 1)] ?? '';
    else throw new StartFailure('bad-setting', { reason: `${option}（--demo, --port N, --host ADDRESS）` });
  }
  return read;
}

/** An empty variable is how a shell script or a compose file says "not set". */
function presentOnly(environment: Environment): Record<string, string> {
  const present: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) if (value !== undefined && value !== '') present[name] = value;
  return present;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) throw new StartFailure('bad-setting', { reason: `PORT=${text}（1–65535）` });
  return port;
}

function readUrl(name: string, text: string | undefined, protocols: readonly string[]): string | null {
  if (text === undefined) return null;
  // The value itself is not shown: it may hold a password.
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) throw new StartFailure('bad-setting', { reason: `${name}（${protocols.join(', ')}//…）` });
  return text;
}
