import { parseYuan } from '@loanbook/engine/money.ts';
import { z } from 'zod';
import { channels, fiveTierClassChoices, methods, valuesOf } from '../choices.ts';
import { listViewSchema } from '../list-query.ts';
import { waivableComponents } from '../loan-life/waivable.ts';
import { route } from '../route.ts';
import { civilDateText, freeText, idText, percentText, positiveYuanText, recordVersion, yuanText } from '../values.ts';
import { loanStateSchema, loanTermsSchema } from './loan-json.ts';
import { loanFactsSchema, loanTermsInputSchema } from './loans.ts';

const common = { occurredOn: civilDateText, note: freeText(400).nullish() };
const reason = freeText(200).pipe(z.string().min(2));
const moneyIn = { channel: z.enum(valuesOf(channels)), externalRef: freeText(80).nullish(), payerName: freeText(100).nullish() };
const prepayment = { ...common, ...moneyIn, type: z.literal('prepay'), fee: yuanText.refine((text) => (parseYuan(text) ?? 0) >= 0, { message: 'invalid_amount' }).nullish() };
const managerName = freeText(60).pipe(z.string().min(1));

/** A new plan over everything owed; `capitalised` says what of interest and charges becomes principal. */
const restructureSchema = z.strictObject({
  ...common, type: z.literal('restructure'), reason,
  method: z.enum(valuesOf(methods)), annualRatePct: percentText, termMonths: z.int().min(1).max(600),
  firstDueOn: civilDateText.nullish(), dueDay: z.int().min(1).max(31).nullish(), capitalised: z.enum(['none', 'interest', 'all']).default('none'),
});

/** One more event of a loan's life, as a person states it. Yuan and percent are text. */
export const loanEventInputSchema = z.discriminatedUnion('type', [
  z.discriminatedUnion('mode', [
    z.strictObject({ ...prepayment, mode: z.enum(['shorten', 'reduce']), principal: positiveYuanText }),
    z.strictObject({ ...prepayment, mode: z.literal('settle') }),
  ]),
  z.strictObject({ ...common, type: z.literal('waive'), component: z.enum(waivableComponents), amount: positiveYuanText, reason }),
  z.strictObject({ ...common, type: z.literal('fee'), amount: positiveYuanText, name: freeText(60).pipe(z.string().min(1)) }),
  z.strictObject({ ...common, type: z.literal('rate'), annualRatePct: percentText }),
  z.strictObject({ ...common, type: z.literal('extend'), maturesOn: civilDateText, annualRatePct: percentText.nullish() }),
  restructureSchema,
  z.strictObject({ ...common, type: z.literal('draw'), amount: positiveYuanText }),
  z.strictObject({ ...common, type: z.literal('class'), fiveTierClass: z.enum(valuesOf(fiveTierClassChoices)), reason }),
  z.strictObject({ ...common, type: z.literal('write_off'), reason }),
  z.strictObject({ ...common, ...moneyIn, type: z.literal('recover'), amount: positiveYuanText }),
  z.strictObject({ ...common, type: z.literal('refund'), amount: positiveYuanText }),
]);
export type LoanEventInput = z.infer<typeof loanEventInputSchema>;

/** 借新还旧: `terms` and `facts` of the new loan, which starts on the day the old one is settled. */
export const refinanceInputSchema = z.strictObject({
  terms: loanTermsInputSchema, facts: loanFactsSchema,
  /** What of the new loan goes to the old one; the borrower pays the rest of the payoff himself, as `ownMoney` says. */
  fromNewLoan: positiveYuanText,
  ownMoney: z.strictObject(moneyIn).nullish(),
  /** 符合条件的小微续贷: the new loan keeps a class better than special mention. */
  isQualifiedRenewal: z.boolean().default(false),
  reason,
});
export type RefinanceInput = z.infer<typeof refinanceInputSchema>;

/** What the old book did not say, or said wrongly; the version is the loan's, as the person saw it. */
export const correctTermsSchema = z.strictObject({ version: recordVersion, terms: loanTermsInputSchema, reason });
export type CorrectTermsInput = z.infer<typeof correctTermsSchema>;

const handingOver = { toManager: managerName, handedOn: civilDateText, reason, withCustomers: z.boolean() };

/** Loans by id, all that a view of the loans list shows, or all of one manager's. */
export const handOverSchema = z.discriminatedUnion('of', [
  z.strictObject({ ...handingOver, of: z.literal('loans'), loanIds: z.array(idText).min(1).max(5_000) }),
  z.strictObject({ ...handingOver, of: z.literal('view'), view: listViewSchema }),
  z.strictObject({ ...handingOver, of: z.literal('manager'), fromManager: managerName, isOpenOnly: z.boolean() }),
]);
export type HandOver = z.infer<typeof handOverSchema>;

/** `eventIds`: what was entered, consequences included. `state`: the loan as of the business date. */
export const postedLoanEventSchema = z.object({ eventIds: z.array(z.string()), state: loanStateSchema });

/** What a loan's record holds beside its events. */
export const loanHistorySchema = z.object({
  handOvers: z.array(z.object({ id: z.string(), fromManager: z.string().nullable(), toManager: z.string(), handedOn: z.string(), reason: z.string(), recordedAt: z.string(), recordedBy: z.string() })),
  /** Terms as they were before each correction and after the last, oldest first; empty where nothing was corrected. */
  termsVersions: z.array(z.object({ version: z.int(), terms: loanTermsSchema, reason: z.string().nullable(), recordedAt: z.string(), recordedBy: z.string() })),
  /** Loans that repaid this one, or that this one repaid; reversed ones are left out. */
  refinances: z.array(z.object({ eventId: z.string(), side: z.enum(['repaid', 'repaying']), loanId: z.string(), receiptNo: z.string() })),
});
export type LoanHistory = z.infer<typeof loanHistorySchema>;

/** Amounts are yuan text; null where there is too little to say what is usual. */
export const usualAmountsSchema = z.object({
  receiptMedian: z.string().nullable(),
  principalMedian: z.string().nullable(),
  products: z.array(z.object({ product: z.string().nullable(), principalMedian: z.string() })),
});
export type UsualAmounts = z.infer<typeof usualAmountsSchema>;

const reasonOnly = z.strictObject({ reason });

export const eventsRoutes = {
  post: route({ method: 'POST', path: '/api/loans/:loanId/events', body: loanEventInputSchema, reply: postedLoanEventSchema, isIdempotent: true }),
  /** Takes back an event that is neither a receipt nor the lending itself. */
  reverse: route({ method: 'POST', path: '/api/loans/:loanId/events/:eventId/reverse', body: reasonOnly, reply: postedLoanEventSchema, isIdempotent: true }),
  /** A new loan repays this one, in one transaction. */
  refinance: route({ method: 'POST', path: '/api/loans/:loanId/refinance', body: refinanceInputSchema, reply: z.object({ newLoanId: z.string() }), isIdempotent: true }),
  /** From either loan: the old one is owed again, the new one is void. */
  reverseRefinance: route({ method: 'POST', path: '/api/loans/:loanId/refinance/reverse', body: reasonOnly, reply: z.object({ oldLoanId: z.string(), newLoanId: z.string() }), isIdempotent: true }),
  voidLoan: route({ method: 'POST', path: '/api/loans/:loanId/void', body: reasonOnly, reply: postedLoanEventSchema, isIdempotent: true }),
  correctTerms: route({ method: 'POST', path: '/api/loans/:loanId/terms', body: correctTermsSchema, reply: z.object({ state: loanStateSchema }) }),
  handOver: route({ method: 'POST', path: '/api/hand-overs', body: handOverSchema, reply: z.object({ loans: z.int(), customers: z.int() }) }),
  /** Every manager with the number of loans, as they are written in the loans. */
  managers: route({ method: 'GET', path: '/api/hand-overs/managers', body: null, reply: z.object({ managers: z.array(z.object({ manager: z.string(), loans: z.int(), openLoans: z.int() })) }) }),
  history: route({ method: 'GET', path: '/api/loans/:loanId/history', body: null, reply: loanHistorySchema }),
  usualAmounts: route({ method: 'GET', path: '/api/usual-amounts', body: null, reply: usualAmountsSchema }),
} as const;
