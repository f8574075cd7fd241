import path from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder, readConfig } from './config.ts';

test('without any setting: port 8080 on loopback, ./data, the embedded database', () => {
  expect(readConfig({}, [])).toEqual({
    port: 8080, host: '127.0.0.1', dataFolder: path.join(projectFolder, 'data'), databaseUrl: null, masterKeyBase64: null, baseUrl: null, isDemo: false,
  });
});

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', LOANBOOK_MASTER_KEY: '' }, [])).toEqual(readConfig({}, []));
});

test.each([
  [['--port', '9000'], { port: 9000 }],
  [['--port=9001'], { port: 9001 }],
  [['--host', '0.0.0.0'], { host: '0.0.0.0' }],
  [['--demo'], { isDemo: true }],
])('the option %j outranks the environment', (options, expected) => {
  expect(readConfig({ PORT: '1', HOST: '::1' }, options)).toMatchObject(expected);
});

test('a relative data folder is meant from where the person stands', () => {
  expect(readConfig({ LOANBOOK_DATA: 'books', INIT_CWD: '/srv' }, []).dataFolder).toBe(path.resolve('/srv/books'));
});

test.each([
  [{ PORT: '0' }, [], 'PORT=0'],
  [{ PORT: '70000' }, [], 'PORT=70000'],
  [{}, ['--port'], 'PORT='],
  [{}, ['--fast'], '--fast'],
  [{ DATABASE_URL: 'mysql://somebody:secret@host/name' }, [], 'DATABASE_URL'],
  [{ LOANBOOK_URL: 'loanbook.example' }, [], 'LOANBOOK_URL'],
])('%j %j is refused by name', (environment, options, named) => {
  expect(() => readConfig(environment, options)).toThrow(named);
});

test('a refused address does not show the password in it', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://somebody:secret@host/name' }, [])).toThrow(/^(?!.*secret)/s);
});
