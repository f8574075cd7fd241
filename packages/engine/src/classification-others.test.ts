import { expect, test } from 'vitest';
import { guaranteeFloor } from './classification-matrix.ts';
import { obligorClassReason } from './classification-obligor.ts';
import type { ObligorClaim } from './classification-obligor.ts';
import { yuan } from './testing/events.ts';

const claim = (amount: string, ownClass: ObligorClaim['ownClass']): ObligorClaim => ({ outstandingFen: yuan(amount), ownClass });

test.each([
  ['a tenth', [claim('900000', 'normal'), claim('100000', 'substandard')], false, null],
  ['a fen more than a tenth', [claim('899999.99', 'special_mention'), claim('100000', 'loss')], false, 'substandard'],
  ['no claims at all', [], false, null],
  ['a person', [claim('1', 'loss')], true, null],
])('the obligor rule: %s', (_case, claims, isRetail, expected) => {
  expect(obligorClassReason(claims, isRetail)?.fiveTierClass ?? null).toBe(expected);
});

// Source: rules §1.1, the matrix, always combined with the floor by days.
test.each([
  ['credit', 0, 'normal'], ['credit', 30, 'special_mention'], ['credit', 31, 'substandard'], ['credit', 91, 'doubtful'],
  ['credit', 360, 'doubtful'], ['credit', 361, 'loss'], ['guarantor', 30, 'special_mention'], ['guarantor', 90, 'special_mention'],
  ['guarantor', 180, 'substandard'], ['guarantor', 181, 'doubtful'], ['mortgage', 180, 'substandard'], ['mortgage', 271, 'doubtful'],
  ['mortgage', 361, 'loss'], ['pledge', 1, 'special_mention'], ['pledge', 91, 'substandard'],
] as const)('by guarantee: %s, %i days past due → %s', (guarantee, days, expected) => {
  expect(guaranteeFloor(guarantee, days)).toBe(expected);
});
