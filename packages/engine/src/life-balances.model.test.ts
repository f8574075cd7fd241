import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepsInvariants } from './testing/commands-properties.ts';
import { propertyRuns } from './testing/property-runs.ts';

// Whole lives of up to 200 steps; `npm run soak -- engine` tries a hundred times as many.
test('after every step the book balances, and what is refused is refused by name', { timeout: 180_000 }, () => {
  expect(() => { fc.assert(keepsInvariants.property, propertyRuns(keepsInvariants.runs)); }).not.toThrow();
});
