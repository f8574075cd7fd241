/**
 * A value that is there by construction, such as the last row of a plan that has rows.
 * @throws Error when the construction was wrong, rather than going on with a stand-in
 */
export function present<Value>(value: Value | null | undefined): Value {
  if (value === undefined || value === null) throw new Error('the engine expected a value that is not there');
  return value;
}
