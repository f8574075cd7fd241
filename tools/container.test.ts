import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../apps/server/src/platform/config.ts';
import { projectFolder } from './run-command.ts';

// No container engine is needed: what these files name is held against what the project has.

interface Service {
  readonly build?: string;
  readonly image?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

const compose: { services: Record<string, Service>; volumes: Record<string, unknown> } = parse(readFileSync(path.join(projectFolder, 'compose.yaml'), 'utf8'));
const dockerfile = readFileSync(path.join(projectFolder, 'Dockerfile'), 'utf8');
const { app, database } = compose.services;

/** A value as compose would fill it in from this environment. */
function interpolate(text: string, environment: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_whole, name: string, kind: string | undefined, other: string | undefined) => environment[name] || (kind === '-' ? (other ?? '') : ''));
}

test('the app gets settings that the program understands', () => {
  const environment = Object.fromEntries(Object.entries(app?.environment ?? {}).map(([name, value]) => [name, interpolate(value, { LOANBOOK_DATABASE_PASSWORD: 'secret' })]));
  const image = Object.fromEntries([...dockerfile.matchAll(/(\w+)=(\S+)/g)].filter(([, name]) => /^(HOST|PORT|LOANBOOK_DATA)$/.test(name ?? '')).map(([, name, value]) => [name, value]));
  const config = readConfig({ ...image, ...environment }, []);
  expect(config).toMatchObject({ port: 8080, host: '0.0.0.0', dataFolder: '/data', masterKeyBase64: null, baseUrl: null, isDemo: false });
  const url = new URL(config.databaseUrl ?? '');
  expect({ user: url.username, password: url.password, host: url.hostname, name: url.pathname }).toEqual({
    user: database?.environment['POSTGRES_USER'], password: interpolate(database?.environment['POSTGRES_PASSWORD'] ?? '', { LOANBOOK_DATABASE_PASSWORD: 'secret' }), host: 'database', name: `/${database?.environment['POSTGRES_DB']}`,
  });
});

test('ports, volumes and services that are named exist', () => {
  expect(app?.ports).toHaveLength(1);
  expect(app?.ports?.[0]).toMatch(/^127\.0\.0\.1:.*:8080$/);
  expect(dockerfile).toContain('EXPOSE 8080');
  for (const service of Object.values(compose.services)) for (const volume of service.volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  for (const name of Object.keys(app?.depends_on ?? {})) expect(Object.keys(compose.services)).toContain(name);
  expect(app?.volumes[0]).toBe('loanbook-data:/data');
});

test('the database is PostgreSQL 15 or newer', () => {
  expect(Number(/^postgres:(\d+)$/.exec(database?.image ?? '')?.[1])).toBeGreaterThanOrEqual(15);
});

test('files that the Dockerfile copies or runs exist, and every workspace manifest is among them', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources]) => (sources ?? '').split(' '));
  for (const file of copied) expect(existsSync(path.join(projectFolder, file)), file).toBe(true);
  for (const match of dockerfile.matchAll(/[\w/-]+\.ts\b/g)) expect(existsSync(path.join(projectFolder, match[0])), match[0]).toBe(true);
  for (const workspace of ['packages/engine', 'packages/contract', 'packages/ledger-reader', 'apps/server', 'apps/web']) expect(copied).toContain(`${workspace}/package.json`);
});

test('the server in the image is not root', () => {
  expect(dockerfile).toMatch(/^USER node$/m);
});
