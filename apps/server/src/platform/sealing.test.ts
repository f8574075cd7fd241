import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../test/app-fixture.ts';
import { inInstitution } from './database.ts';
import { openField, sealerOf, sealField, type Sealer } from './sealing.ts';

const idNumber = '11010519900307123X';
const notAuthentic = /unable to authenticate data/;
const unreadable = /unable to authenticate data|not a sealed value|key of a sealed value is missing/;
const rowId = '00000000-0000-7000-8000-000000000001';

let world: TestApp;
let sealer: Sealer;
let otherSealer: Sealer;
beforeAll(async () => {
  world = await startTestApp();
  sealer = await world.as('full').inTransaction(sealerOf);
  otherSealer = await world.as('full', 'second').inTransaction(sealerOf);
});
afterAll(() => world.stop());

test('a sealed value comes back for its own row and shows nothing of itself', () => {
  const field = sealer.sealField('customer', 'id_number', rowId, idNumber);
  expect(field.mask).toBe('110105********123X');
  expect(field.sealed?.length).toBe(1 + 4 + 12 + idNumber.length + 16);
  expect(field.sealed?.toString('latin1')).not.toContain(idNumber.slice(0, 6));
  expect(sealer.openField('customer', 'id_number', rowId, field.sealed)).toBe(idNumber);
});

test('the same value sealed twice gives different bytes and the same index', () => {
  const first = sealer.sealField('customer', 'mobile', rowId, '13812345678');
  const second = sealer.sealField('customer', 'mobile', rowId, '13812345678');
  expect(first.sealed).not.toEqual(second.sealed);
  expect(first.index).toEqual(second.index);
});

test('a value moved to another row, column or institution cannot be opened', () => {
  const { sealed } = sealer.sealField('customer', 'id_number', rowId, idNumber);
  expect(() => sealer.openField('customer', 'id_number', rowId.replace('1', '2'), sealed)).toThrow(notAuthentic);
  expect(() => sealer.openField('customer', 'spouse_id_number', rowId, sealed)).toThrow(notAuthentic);
  expect(() => otherSealer.openField('customer', 'id_number', rowId, sealed)).toThrow(notAuthentic);
});

test('a change of any byte is noticed', () => {
  const { sealed } = sealer.sealField('customer', 'id_number', rowId, idNumber);
  for (let position = 0; position < (sealed?.length ?? 0); position += 1) {
    const altered = Buffer.from(sealed ?? []);
    altered.writeUInt8(altered.readUInt8(position) ^ 1, position);
    expect(() => sealer.openField('customer', 'id_number', rowId, altered)).toThrow(unreadable);
  }
  expect(() => sealer.openField('customer', 'id_number', rowId, Buffer.alloc(3))).toThrow('not a sealed value');
});

test('an absent value leaves all columns empty', () => {
  const empty = { sealed: null, mask: null, index: null, tailIndex: null };
  for (const value of [null, undefined, '', '  ']) expect(sealer.sealField('customer', 'mobile', rowId, value)).toEqual(empty);
  expect(sealer.openField('customer', 'mobile', rowId, null)).toBeNull();
});

test('search finds a value by any spelling people use, and by its last four', () => {
  const mobile = sealer.sealField('customer', 'mobile', rowId, '138 1234 5678');
  for (const spelling of ['13812345678', '+86 138-1234-5678', '008613812345678', '８６１３８１２３４５６７８']) expect(sealer.indexOf('customer', 'mobile', spelling)).toEqual(mobile.index);
  expect(sealer.tailIndexOf('customer', 'mobile', '5678')).toEqual(mobile.tailIndex);
  expect(sealer.tailIndexOf('customer', 'mobile', '678')).toBeNull();
  const id = sealer.sealField('customer', 'id_number', rowId, idNumber);
  expect(sealer.indexOf('customer', 'id_number', ' 11010519900307123x')).toEqual(id.index);
  expect(sealer.tailIndexOf('customer', 'id_number', '123x')).toEqual(id.tailIndex);
});

test('one value has different indexes in different columns and institutions', () => {
  const indexes = [sealer.indexOf('customer', 'mobile', '13812345678'), sealer.indexOf('customer', 'spouse_mobile', '13812345678'), otherSealer.indexOf('customer', 'mobile', '13812345678')];
  expect(new Set(indexes.map((index) => index?.toString('hex'))).size).toBe(3);
});

test('bytes of a file are sealed to their place too', () => {
  const content = Buffer.from('客户台账');
  const sealed = sealer.sealBytes('import_file', 'content', `${rowId}/0`, content);
  expect(sealer.openBytes('import_file', 'content', `${rowId}/0`, sealed)).toEqual(content);
  expect(() => sealer.openBytes('import_file', 'content', `${rowId}/1`, sealed)).toThrow(notAuthentic);
});

test('a program that starts anew opens what the one before sealed; another master key does not', async () => {
  const user = world.as('full');
  const field = await user.inTransaction((tx) => sealField(tx, 'customer', 'email', rowId, 'li@example.com'));
  const restarted = { ...world.context };
  expect(await inInstitution(restarted, user.actor, (tx) => openField(tx, 'customer', 'email', rowId, field.sealed))).toBe('li@example.com');
  const foreign = { ...world.context, masterKey: Buffer.alloc(32, 9) };
  await expect(inInstitution(foreign, user.actor, (tx) => openField(tx, 'customer', 'email', rowId, field.sealed))).rejects.toThrow(notAuthentic);
});

test('data keys are stored wrapped only, and keys made by a transaction that failed are forgotten', async () => {
  const institutionId = '00000000-0000-7000-8000-0000000000aa';
  const actor = { institutionId, personId: null, name: 'test' };
  const found = async (mustFail: boolean): Promise<Buffer | null> => inInstitution(world.context, actor, async (tx) => {
    await tx.db.insertInto('institution').values({ institution_id: institutionId, name: '新机构' }).execute();
    tx.audit({ action: 'institution.founded', objectType: 'institution', objectId: institutionId });
    const { sealed } = await sealField(tx, 'customer', 'email', rowId, 'li@example.com');
    if (mustFail) throw new Error('undone');
    return sealed;
  });
  await expect(found(true)).rejects.toThrow('undone');
  const sealed = await found(false);
  expect(await inInstitution({ ...world.context }, actor, (tx) => openField(tx, 'customer', 'email', rowId, sealed))).toBe('li@example.com');
  const keys = await world.asOwner('select length(wrapped) as bytes from data_key where institution_id = $1', [institutionId]);
  expect(keys.rows).toEqual([{ bytes: 60 }, { bytes: 60 }, { bytes: 60 }]);
});
