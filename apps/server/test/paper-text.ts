import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestReply } from './app-fixture.ts';

/** pdftotext is on the machine; without it tests of what a paper says are skipped. */
export const hasPdfReader: boolean = spawnSync('pdftotext', ['-v']).error === undefined;

/** The paper's text as another program reads it, in reading order, runs of spaces made one. */
export function paperText(reply: TestReply): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'loanbook-paper-'));
  const file = path.join(folder, 'paper.pdf');
  writeFileSync(file, reply.bytes);
  const { stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return stdout.replaceAll(/ +/g, ' ');
}

export function pageCount(reply: TestReply): number {
  return reply.bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}
