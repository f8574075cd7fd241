import { parseCivilDate } from '../civil-date.ts';
import type { CivilDate } from '../civil-date.ts';
import type { DisburseEvent, OpeningEvent, RepayEvent, ReverseEvent } from '../events.ts';
import { parseYuan } from '../money.ts';
import type { Fen } from '../money.ts';
import { parsePercent } from '../rate.ts';
import type { RateE8 } from '../rate.ts';

// Short ways to write facts in tests. The sequence is the number in the event's id: e1, e2, …

export function yuan(text: string): Fen {
  const amountFen = parseYuan(text);
  if (amountFen === null) throw new Error(`not an amount: ${text}`);
  return amountFen;
}

export function percent(text: string): RateE8 {
  const rateAnnualE8 = parsePercent(text);
  if (rateAnnualE8 === null) throw new Error(`not a rate: ${text}`);
  return rateAnnualE8;
}

export function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === null) throw new Error(`not a day: ${text}`);
  return date;
}

export function base(id: string, occurredOn: string): { id: string; occurredOn: CivilDate; sequence: number } {
  return { id, occurredOn: day(occurredOn), sequence: Number(id.replace(/\D/g, '')) };
}

export function disburse(id: string, occurredOn: string, amount: string): DisburseEvent {
  return { ...base(id, occurredOn), type: 'disburse', amountFen: yuan(amount) };
}

export function repay(id: string, occurredOn: string, amount: string): RepayEvent {
  return { ...base(id, occurredOn), type: 'repay', amountFen: yuan(amount) };
}

export function reverse(id: string, occurredOn: string, reversedEventId: string): ReverseEvent {
  return { ...base(id, occurredOn), type: 'reverse', reversedEventId };
}

export function opening(
  id: string, occurredOn: string, principal: string, rest: Partial<Omit<OpeningEvent, 'type'>> = {},
): OpeningEvent {
  return { ...base(id, occurredOn), type: 'opening', principalFen: yuan(principal), ...rest };
}
