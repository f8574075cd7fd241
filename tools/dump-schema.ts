import { writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { describeSchema } from '../apps/server/src/platform/describe-schema.ts';
import { ensureAppRole } from '../apps/server/src/platform/database-roles.ts';
import { migrate, readMigrations } from '../apps/server/src/platform/migrate.ts';
import { migrationsFolder } from '../apps/server/src/platform/prepare-database.ts';
import { startTemporaryCluster } from '../apps/server/test/temporary-cluster.ts';
import { projectFolder } from './run-command.ts';

// node tools/run.mjs tools/dump-schema.ts: writes apps/server/schema.sql after a new migration.
const cluster = await startTemporaryCluster('embedded');
try {
  await ensureAppRole(cluster.ownerUrl, Buffer.alloc(32));
  await migrate(cluster.ownerUrl, readMigrations(migrationsFolder));
  const client = new pg.Client({ connectionString: cluster.ownerUrl });
  await client.connect();
  writeFileSync(path.join(projectFolder, 'apps/server/schema.sql'), await describeSchema(client));
  await client.end();
} finally {
  await cluster.stop();
}
