import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { chooseFreePort } from '../src/platform/host/free-port.ts';
import { pause } from '../src/platform/host/pause.ts';

/** A server running as its own process, as a person would start it. */
export interface ServerProcess {
  readonly baseUrl: string;
  readonly pid: number;
  /** Everything it has printed so far. */
  output(): string;
  /** The one-time link of the first run, or null when it printed none. */
  setupLink(): string | null;
  kill(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): void;
  /** The exit code, once it has ended; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

export interface ServerProcessOptions {
  readonly dataFolder: string;
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly options?: readonly string[];
  /** Run as this account (only root may). */
  readonly userId?: number;
}

const startLimitMs = 60_000;
const mainFile = path.resolve(import.meta.dirname, '../src/main.ts');

/** Starts a server and returns at once; `waitUntilUp` tells when it answers. Stop it by its own `kill`. */
export async function spawnServer(given: ServerProcessOptions): Promise<ServerProcess> {
  const port = given.port ?? (await chooseFreePort(null));
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PORT|HOST|DATABASE_URL|INIT_CWD|LOANBOOK_.*)$/.test(name)));
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', mainFile, ...(given.options ?? [])], {
    env: { ...inherited, PORT: String(port), LOANBOOK_DATA: given.dataFolder, ...given.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(given.userId === undefined ? {} : { uid: given.userId, gid: given.userId }),
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    baseUrl: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    output: () => output,
    setupLink: () => /https?:\/\/\S+\/setup#\S+/.exec(output)?.[0] ?? null,
    kill: (signal) => void child.kill(signal),
    ended,
  };
}

/** Waits until the server says that it is running; throws with its output when it ends or hangs instead. */
export async function waitUntilUp(server: ServerProcess): Promise<void> {
  let hasEnded = false;
  void server.ended.then(() => (hasEnded = true));
  const deadline = Date.now() + startLimitMs;
  while (!server.output().includes('Ctrl-C')) {
    if (hasEnded || Date.now() > deadline) throw new Error(`the server did not start:\n${server.output()}`);
    await pause(25);
  }
}
