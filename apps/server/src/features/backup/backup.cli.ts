import { createWriteStream, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import type { CommandIo } from '../../cli/json-command.ts';
import { withDatabase } from '../../platform/host/with-database.ts';
import { writeBackup } from './write-backup.ts';

const usage = '用法 Usage: npx --no loanbook backup FILE';

/** Writes the whole database into FILE and the key it is sealed with into FILE.key; neither is ever overwritten. */
export async function run(commandArguments: readonly string[], io: CommandIo): Promise<number> {
  const [file, ...rest] = commandArguments;
  if (file === undefined || file.startsWith('-') || rest.length > 0) {
    io.printError(usage);
    return 2;
  }
  const keyFile = `${file}.key`;
  for (const target of [file, keyFile]) {
    if (!existsSync(target)) continue;
    io.printError(`“${target}”已存在，请换一个文件名。 “${target}” exists already; choose another name.`);
    return 2;
  }
  await withDatabase(async ({ ownerUrl, masterKey }) => {
    await backUpTo(file, ownerUrl, masterKey);
    writeFileSync(keyFile, `${masterKey.toString('base64')}\n`, { mode: 0o400, flag: 'wx' });
  });
  io.print(`备份完成：${file}（${sizeText(statSync(file).size)}）\n密钥另存为：${keyFile}。请与备份分开保管：没有它备份无法恢复，有了它备份就能被读取。`);
  io.print(`Backup written: ${file} (${sizeText(statSync(file).size)})\nIts key is in ${keyFile}. Keep the two apart: without the key the backup cannot be restored, with it anyone can read it.`);
  return 0;
}

/** Under another name until it is whole, so that a half-written file never looks like a backup. */
async function backUpTo(file: string, ownerUrl: string, masterKey: Buffer): Promise<void> {
  const unfinished = `${file}.unfinished`;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await pipeline(writeBackup(client, masterKey, new Date()), createWriteStream(unfinished, { mode: 0o600, flush: true }));
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
    await client.end();
  }
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
