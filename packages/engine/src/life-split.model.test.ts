import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splits } from './testing/commands-properties.ts';
import { propertyRuns } from './testing/property-runs.ts';

// Whole lives of up to 200 steps; `npm run soak -- engine` tries a hundred times as many.
test('two receipts of one day pay what one of their sum does', { timeout: 180_000 }, () => {
  expect(() => { fc.assert(splits.property, propertyRuns(splits.runs)); }).not.toThrow();
});
