import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standsLater } from './testing/commands-properties.ts';
import { propertyRuns } from './testing/property-runs.ts';

// Whole lives of up to 200 steps; `npm run soak -- engine` tries a hundred times as many.
test('a loan that nobody touches stays right as days pass', { timeout: 180_000 }, () => {
  expect(() => { fc.assert(standsLater.property, propertyRuns(standsLater.runs)); }).not.toThrow();
});
