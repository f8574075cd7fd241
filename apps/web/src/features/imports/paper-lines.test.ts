import { expect, test } from 'vitest';
import { paperLines } from './paper-lines.ts';

const book = { loans: '12', principal: '1200000.00', outstanding: '700000.00', repaid: '500000.00' };

test('typed totals are held against the book to the fen, those not typed are not', () => {
  expect(paperLines({ loans: 12, outstanding: '700000.10' }, book)).toEqual([
    { key: 'loans', book: '12', difference: '0', isEqual: true },
    { key: 'principal', book: '1200000.00', difference: null, isEqual: false },
    { key: 'outstanding', book: '700000.00', difference: '-0.10', isEqual: false },
    { key: 'repaid', book: '500000.00', difference: null, isEqual: false },
  ]);
});

test('equal amounts written differently tie', () => {
  expect(paperLines({ principal: '1200000' }, book)[1]?.isEqual).toBe(true);
});
