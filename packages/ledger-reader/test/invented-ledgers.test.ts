import { expect, test } from 'vitest';
import { readLedger } from '../src/read-ledger.ts';
import { exportLedgers } from './invented/export-ledgers.ts';
import { layoutLedgers } from './invented/layout-ledgers.ts';
import { mixedLedgers } from './invented/mixed-ledgers.ts';
import { monthLedgers } from './invented/month-ledgers.ts';
import { valueLedgers } from './invented/value-ledgers.ts';
import { scoreReading } from './score-reading.ts';

test.each([...monthLedgers, ...layoutLedgers, ...valueLedgers, ...exportLedgers, ...mixedLedgers])('$name: every cell, every problem, no false one', async ({ files, expected }) => {
  expect(scoreReading(await readLedger(await files()), expected).faults).toEqual([]);
});
