import { expect, test } from 'vitest';
import { buildXls } from '../../../test/build-xls.ts';
import { readOleStream } from './read-ole-stream.ts';

const bytes = buildXls([{ name: 'a', rows: Array.from({ length: 300 }, (_, row) => [`第${row}行`, row]) }]);

test('a stream is found by any of the names asked for', () => {
  const stream = readOleStream(bytes, ['Book', 'Workbook']);
  expect(stream?.subarray(0, 4)).toEqual(Uint8Array.of(0x09, 0x08, 16, 0));
  expect(stream?.length).toBeGreaterThan(4096);
});

test.each([['another name', bytes, ['Word']], ['less than a header', bytes.slice(0, 100), ['Workbook']]])('%s is none', (_what, file, names) => {
  expect(readOleStream(file, names)).toBeNull();
});
