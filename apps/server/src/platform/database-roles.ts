import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { StartFailure } from './start-failure.ts';

/** The role the running server uses: not the owner, so that grants and row-level security bind it. */
export const appRoleName = 'loanbook_app';

/** Servers that share the master key agree on the password without storing it anywhere. */
export function appRolePassword(masterKey: Buffer): string {
  return createHmac('sha256', masterKey).update(appRoleName).digest('base64url');
}

/** The owner's address with the app role's name and password in it. */
export function appRoleUrl(ownerUrl: string, masterKey: Buffer): string {
  const url = new URL(ownerUrl);
  if (url.hostname === '') {
    // A socket address (postgres:///name?host=/run/postgresql) has no place for a user but its parameters.
    url.searchParams.set('user', appRoleName);
    url.searchParams.set('password', appRolePassword(masterKey));
  } else {
    url.username = appRoleName;
    url.password = appRolePassword(masterKey);
  }
  return url.href;
}

/**
 * Makes sure that the app role can log in, and returns its address. Only when logging in fails does it create the
 * role or set its password as owner. Throws StartFailure `database-role-missing` with the SQL when the owner may not.
 */
export async function ensureAppRole(ownerUrl: string, masterKey: Buffer): Promise<string> {
  const url = appRoleUrl(ownerUrl, masterKey);
  if (await canLogIn(url)) return url;
  const verifier = scramVerifier(appRolePassword(masterKey), randomBytes(16));
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await setUpRole(owner, verifier);
  } finally {
    await owner.end();
  }
  if (!(await canLogIn(url))) throw new StartFailure('database-role-missing', { sql: roleSql('alter', verifier) });
  return url;
}

/**
 * What PostgreSQL stores for a password (RFC 5802 with SHA-256, 4 096 rounds). Sent instead of the password, so that
 * it appears in no server log and the SQL shown to an administrator gives nothing away.
 */
export function scramVerifier(password: string, salt: Buffer): string {
  const rounds = 4_096;
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

async function setUpRole(owner: pg.Client, verifier: string): Promise<void> {
  const found = await owner.query('select 1 from pg_roles where rolname = $1', [appRoleName]);
  const sql = roleSql(found.rowCount === 0 ? 'create' : 'alter', verifier);
  try {
    await owner.query(sql);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === '42501') throw new StartFailure('database-role-missing', { sql }, error);
    // Another server created or altered it in this moment; the log-in that follows decides.
    if (code !== '42710' && code !== '23505' && code !== 'XX000') throw error;
  }
}

function roleSql(verb: 'create' | 'alter', verifier: string): string {
  // `alter` names only what the owner may change: an owner that is no superuser may not even repeat nosuperuser.
  const attributes = verb === 'create' ? 'login nosuperuser nocreatedb nocreaterole nobypassrls' : 'login';
  return `${verb} role ${appRoleName} ${attributes} password '${verifier}';`;
}

async function canLogIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // 28P01 wrong password or no such role; 28000 role may not log in.
    if (code === '28P01' || code === '28000') return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
