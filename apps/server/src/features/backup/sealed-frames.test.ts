import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { BackupFileError, OpenFrames, SealFrames } from './sealed-frames.ts';

const masterKey = Buffer.alloc(32, 7);

function seal(plain: Buffer, chunkLength = 50_000): Promise<Buffer> {
  const chunks = Array.from({ length: Math.ceil(plain.length / chunkLength) }, (_, index) => plain.subarray(index * chunkLength, (index + 1) * chunkLength));
  return buffer(Readable.from(chunks).pipe(new SealFrames(masterKey)));
}

async function open(sealed: Buffer, key = masterKey): Promise<Buffer> {
  const frames = new OpenFrames(key);
  frames.end(sealed);
  return buffer(frames);
}

test.each([0, 1, 65_536, 65_537, 131_072, 400_001])('%i bytes come back as they were', async (length) => {
  const plain = randomBytes(length);
  expect((await open(await seal(plain))).equals(plain)).toBe(true);
});

test('nothing of the content can be read in the file', async () => {
  const sealed = await seal(Buffer.from('甲子银行 6222'.repeat(5_000)));
  expect(sealed.includes(Buffer.from('甲子'))).toBe(false);
});

test('another key, a changed byte, a missing end and a foreign file are each told apart', async () => {
  const sealed = await seal(randomBytes(200_000));
  const changed = Buffer.from(sealed);
  changed[70_000] = (changed[70_000] ?? 0) ^ 1;
  // 25-byte header, then frames of 4 + 65 536 + 16 bytes: this cut falls exactly between two frames.
  const cut = sealed.subarray(0, 25 + 2 * 65_556);
  await expect(open(sealed, Buffer.alloc(32, 8))).rejects.toMatchObject({ defect: 'wrong_key_or_damaged' });
  await expect(open(changed)).rejects.toMatchObject({ defect: 'wrong_key_or_damaged' });
  await expect(open(cut)).rejects.toMatchObject({ defect: 'cut_off' });
  await expect(open(Buffer.from('name,amount\n'.repeat(20)))).rejects.toMatchObject({ defect: 'not_a_backup' });
  await expect(open(Buffer.alloc(3))).rejects.toBeInstanceOf(BackupFileError);
});

test('swapped frames are refused', async () => {
  const sealed = await seal(randomBytes(200_000));
  const frame = 65_556;
  const swapped = Buffer.concat([sealed.subarray(0, 25), sealed.subarray(25 + frame, 25 + 2 * frame), sealed.subarray(25, 25 + frame), sealed.subarray(25 + 2 * frame)]);
  await expect(open(swapped)).rejects.toMatchObject({ defect: 'wrong_key_or_damaged' });
});
