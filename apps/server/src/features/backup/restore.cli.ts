import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import type { CommandIo } from '../../cli/json-command.ts';
import { withDatabase, type DatabaseContext } from '../../platform/host/with-database.ts';
import { migrate, readMigrations } from '../../platform/migrate.ts';
import { verifyEverything } from '../verify/verify.index.ts';
import { DatabaseNotEmptyError, restoreBackup, type RestoreResult, type SchemaSteps } from './restore-backup.ts';
import { BackupFileError, type BackupDefect } from './sealed-frames.ts';

const usage = '用法 Usage: npx --no loanbook restore FILE [--key FILE.key]';

const defectTexts: Record<BackupDefect, string> = {
  not_a_backup: '这不是 Loanbook 的备份文件。 This is no Loanbook backup.',
  newer_format: '备份来自更新版本的 Loanbook，请先升级程序。 The backup was made by a newer Loanbook; update the program first.',
  wrong_key_or_damaged: '密钥不对，或备份文件已损坏。 The key is wrong or the backup is damaged.',
  cut_off: '备份文件不完整（可能没有复制完）。 The backup is incomplete (perhaps it was not copied whole).',
};

/** Fills an empty database from a backup, then verifies it whole. */
export async function run(commandArguments: readonly string[], io: CommandIo): Promise<number> {
  const request = readArguments(commandArguments);
  if (typeof request === 'string') {
    io.printError(request);
    return 2;
  }
  return withDatabase(async (context) => {
    const result = await restore(request, context);
    if (typeof result === 'string') {
      io.printError(`${result}\n没有写入任何数据。 Nothing was written.`);
      return 1;
    }
    const rows = Object.values(result.rows).reduce((sum, count) => sum + count, 0);
    io.print(`已恢复 ${result.createdAt} 的备份：${rows} 行。正在核对…\nRestored the backup of ${result.createdAt}: ${rows} rows. Verifying…`);
    return (await verifyEverything(context, io)) ? 0 : 1;
  });
}

interface RestoreRequest {
  readonly file: string;
  readonly key: Buffer;
}

function readArguments(commandArguments: readonly string[]): RestoreRequest | string {
  let parsed;
  try {
    parsed = parseArgs({ args: [...commandArguments], allowPositionals: true, options: { key: { type: 'string' } } });
  } catch (error) {
    return `${error instanceof Error ? error.message : ''}\n${usage}`;
  }
  const [file, ...rest] = parsed.positionals;
  if (file === undefined || rest.length > 0) return usage;
  if (!existsSync(file)) return `找不到文件“${file}”。 There is no file “${file}”.`;
  const keyFile = parsed.values.key ?? `${file}.key`;
  if (!existsSync(keyFile)) return `找不到密钥文件“${keyFile}”；请用 --key 指定（备份时生成的 .key 文件，或原数据文件夹的 keys/master.key）。\nThere is no key file “${keyFile}”; name it with --key (the .key file made with the backup, or keys/master.key of the old data folder).`;
  const key = readKey(keyFile);
  return key ? { file, key } : `“${keyFile}”不是密钥文件。 “${keyFile}” is no key file.`;
}

/** The base64 text that `backup` writes, or the 32 raw bytes of keys/master.key. */
function readKey(file: string): Buffer | null {
  const content = readFileSync(file);
  if (content.length === 32) return content;
  const key = Buffer.from(content.toString('latin1').trim(), 'base64');
  return key.length === 32 ? key : null;
}

async function restore(request: RestoreRequest, context: DatabaseContext): Promise<RestoreResult | string> {
  const client = new pg.Client({ connectionString: context.ownerUrl });
  await client.connect();
  try {
    return await restoreBackup(client, createReadStream(request.file), request.key, context.masterKey, schemaSteps(client, context.ownerUrl));
  } catch (error) {
    if (error instanceof BackupFileError) return defectTexts[error.defect];
    if (error instanceof DatabaseNotEmptyError) return '数据库里已有账本，只能恢复到空的数据文件夹（用 LOANBOOK_DATA 另指一个）。 The database holds a book; restore into an empty data folder (name another with LOANBOOK_DATA).';
    throw error;
  } finally {
    await client.end();
  }
}

function schemaSteps(client: pg.Client, ownerUrl: string): SchemaSteps {
  const migrations = readMigrations(path.join(import.meta.dirname, '../../../migrations'));
  return {
    newestVersion: migrations.length,
    async startAt(version) {
      // The database is empty, and an older backup fits only the tables of its own time.
      await client.query('drop schema public cascade; create schema public; grant usage on schema public to public');
      await migrate(ownerUrl, migrations.slice(0, version));
    },
    async migrateToNewest() {
      await migrate(ownerUrl, migrations);
    },
  };
}
