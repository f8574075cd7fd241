import fc from 'fast-check';
import { expect, test } from 'vitest';
import { undoesReversed } from './testing/commands-properties.ts';
import { propertyRuns } from './testing/property-runs.ts';

// Whole lives of up to 200 steps; `npm run soak -- engine` tries a hundred times as many.
test('an event and its reversal leave the loan as if neither had been', { timeout: 180_000 }, () => {
  expect(() => { fc.assert(undoesReversed.property, propertyRuns(undoesReversed.runs)); }).not.toThrow();
});
