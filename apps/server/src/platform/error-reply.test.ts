import pg from 'pg';
import { expect, test } from 'vitest';
import type { AppContext, LogLine } from './app-context.ts';
import { refusalOf } from './error-reply.ts';
import { failure } from './failure.ts';

const log: LogLine[] = [];
const app: AppContext = { appPool: new pg.Pool(), masterKey: Buffer.alloc(32), webFolder: '', dataFolder: '', now: () => new Date(0), baseUrl: 'http://localhost', log: (line) => { log.push(line); } };

test('an expected failure keeps its status, its texts filled in, and is not logged', () => {
  const { status, body } = refusalOf(app, failure('rate_over_cap', { rate: '36.0000', cap: '24.0000' }), 'r1', 'POST /api/loans');
  expect({ status, ...body }).toEqual({
    status: 422, code: 'rate_over_cap', zh: '年化利率 36.0000% 超过上限 24.0000%。', en: 'The annual rate 36.0000 % is above the cap 24.0000 %.',
    requestId: 'r1', isRetryable: false, details: { rate: '36.0000', cap: '24.0000' }, problems: [],
  });
  expect(log).toEqual([]);
});

test('a database error is logged by its codes, never by its text or the row it shows', () => {
  const error = Object.assign(new pg.DatabaseError('duplicate key value violates "person_pkey"', 10, 'error'), { code: '23505', constraint: 'person_pkey', table: 'person', detail: 'Key (user_name)=(wang) already exists.' });
  const { status, body } = refusalOf(app, error, 'r2', 'POST /api/people');
  expect({ status, code: body.code, zh: body.zh }).toEqual({ status: 500, code: 'internal', zh: '系统出错了（编号 r2），数据没有改动。' });
  expect(log.at(-1)).toMatchObject({ level: 'error', requestId: 'r2', route: 'POST /api/people', sqlState: '23505', constraint: 'person_pkey', table: 'person' });
  expect(JSON.stringify(log)).not.toContain('wang');
});

test('a slip of the language keeps its message and no folder of the machine', () => {
  refusalOf(app, new TypeError('x is not a function'), 'r3', 'GET /api/loans');
  expect(log.at(-1)).toMatchObject({ message: 'x is not a function' });
  expect(JSON.stringify(log.at(-1))).not.toContain(process.cwd());
});

test('too many connections is busy, and may be tried again', () => {
  const error = Object.assign(new Error('sorry, too many clients already'), { code: '53300' });
  expect(refusalOf(app, error, 'r4', 'GET /').body).toMatchObject({ code: 'busy', isRetryable: true });
});
