/**
 * Principal of a row that is not the last, from the balance before it and the interest it was planned with.
 * The last row always takes the whole balance (vectors, meta.conventions: last_absorbs).
 */
export type PrincipalRule = (index: number, balanceFen: number, interestFen: number) => number;

/** What a payment leaves for principal: never negative, never more than is owed. */
export function principalWithin(paymentFen: number, interestFen: number, balanceFen: number): number {
  return Math.min(Math.max(paymentFen - interestFen, 0), balanceFen);
}
