import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { preparedName } from './prepared-name.ts';
import { sendTogether } from './send-together.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('statements sent together are answered in their order', async () => {
  const answers = await sendTogether(client, [1, 2, 3].map((number) => ({ name: 'number', text: 'select $1::int as number', values: [number] })));
  expect(answers.map((answer) => answer.rows)).toEqual([[{ number: 1 }], [{ number: 2 }], [{ number: 3 }]]);
});

test('the first failure is thrown, nothing of the transaction stays, and the connection goes on', async () => {
  await client.query('create temporary table kept (number int)');
  await client.query('begin');
  await expect(sendTogether(client, [
    { name: '', text: 'insert into kept values (1)', values: [] },
    { name: '', text: 'select 1 / $1::int', values: [0] },
    { name: '', text: 'insert into kept values (2)', values: [] },
  ])).rejects.toThrow('division by zero');
  expect((await client.query('commit')).command).toBe('ROLLBACK');
  expect((await client.query('select count(*)::int as count from kept')).rows).toEqual([{ count: 0 }]);
});

test('a statement that writes has a name from the fourth time on, one that reads never has', () => {
  const names = (text: string): (string | undefined)[] => Array.from({ length: 5 }, () => preparedName(text).name);
  const [first, second, third, fourth, fifth] = names('insert into somewhere values ($1)');
  expect([first, second, third, fifth === fourth]).toEqual([undefined, undefined, undefined, true]);
  expect(fourth).toMatch(/^lb_[0-9a-f]{24}$/);
  expect(names('select * from somewhere')).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
