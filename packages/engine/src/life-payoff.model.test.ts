import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesPayoff } from './testing/commands-properties.ts';
import { propertyRuns } from './testing/property-runs.ts';

// Whole lives of up to 200 steps; `npm run soak -- engine` tries a hundred times as many.
test('every event changes the payoff of its day by its own amount', { timeout: 180_000 }, () => {
  expect(() => { fc.assert(changesPayoff.property, propertyRuns(changesPayoff.runs)); }).not.toThrow();
});
