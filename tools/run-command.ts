import { spawn } from 'node:child_process';
import path from 'node:path';

export const projectFolder: string = path.resolve(import.meta.dirname, '..');

/** Runs a program in the project's folder with its output shown, and resolves with its exit code. */
export function runCommand(program: string, commandArguments: readonly string[], environment: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, commandArguments, { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs an installed JavaScript program (node_modules/…) on this Node. */
export function runInstalled(file: string, commandArguments: readonly string[], environment: Record<string, string> = {}): Promise<number> {
  return runCommand(process.execPath, [path.join(projectFolder, 'node_modules', file), ...commandArguments], environment);
}
