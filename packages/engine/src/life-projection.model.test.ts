import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projects } from './testing/commands-properties.ts';
import { propertyRuns } from './testing/property-runs.ts';

// Whole lives of up to 200 steps; `npm run soak -- engine` tries a hundred times as many.
test('what is stored says the same as replay on every day it covers', { timeout: 180_000 }, () => {
  expect(() => { fc.assert(projects.property, propertyRuns(projects.runs)); }).not.toThrow();
});
