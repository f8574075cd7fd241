import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ignoresArrival } from './testing/commands-properties.ts';
import { propertyRuns } from './testing/property-runs.ts';

// Whole lives of up to 200 steps; `npm run soak -- engine` tries a hundred times as many.
test('the order in which events arrive does not matter', { timeout: 180_000 }, () => {
  expect(() => { fc.assert(ignoresArrival.property, propertyRuns(ignoresArrival.runs)); }).not.toThrow();
});
