import { expect, test } from 'vitest';
import { refuseEvent } from '../check-event.ts';
import { completeTerms } from '../default-terms.ts';
import type { LoanEvent } from '../events.ts';
import { replay } from '../replay.ts';
import { day, disburse, percent, repay, reverse, yuan } from '../testing/events.ts';

const terms = completeTerms({ method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), periods: 12 });
const lent = disburse('e1', '2024-01-15', '12000');

function principalOn(events: readonly LoanEvent[], on: string): number {
  return replay(terms, events, day(on)).balances.principalFen;
}

test('a receipt taken back in April still counts in March', () => {
  const events = [lent, repay('e2', '2024-02-15', '1120'), reverse('e3', '2024-04-20', 'e2')];
  expect(principalOn(events, '2024-03-10')).toBe(yuan('11000'));
  expect(principalOn(events, '2024-04-20')).toBe(yuan('12000'));
});

test('money lent in the wrong amount, taken back later and lent anew from the same day: every day before can be seen', () => {
  const wrong = [lent, reverse('e2', '2024-03-01', 'e1')];
  const again = disburse('e3', '2024-01-15', '10000');
  expect(refuseEvent(terms, wrong, again)).toBeNull();
  // Both together would be more than was agreed, so February is seen as it is known now.
  expect(principalOn([...wrong, again], '2024-02-01')).toBe(yuan('10000'));
  expect(principalOn([...wrong, again], '2024-03-01')).toBe(yuan('10000'));
});

test('what cannot be at all is refused from any day', () => {
  const events = [lent, disburse('e2', '2024-01-20', '1')];
  expect(() => replay(terms, events, day('2024-02-01'))).toThrow(expect.objectContaining({ code: 'disbursed_beyond_principal', eventId: 'e2' }));
});
