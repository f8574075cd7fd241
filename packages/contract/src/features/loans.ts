import { z } from 'zod';
import { guarantees, interestModes, methods, rateTypes, valuesOf } from '../choices.ts';
import { cellSchema } from '../list-query.ts';
import { loanOptionFields } from '../loan-option-fields.ts';
import { route } from '../route.ts';
import { civilDateText, freeText, idText, percentText, positiveYuanText, recordVersion, yuanText } from '../values.ts';
import { listRoutes } from './lists.ts';
import { loanEventSchema, loanStateSchema, loanTermsSchema } from './loan-json.ts';

const text = (maxLength: number) => freeText(maxLength).nullish();

/** The part of a new loan that makes its plan; `loanTermsFromInput` turns it into engine terms on both sides. */
export const loanTermsInputSchema = z.strictObject({
  method: z.enum(valuesOf(methods)),
  principal: positiveYuanText,
  annualRatePct: percentText,
  termMonths: z.int().min(1).max(600),
  disbursedOn: civilDateText,
  firstDueOn: civilDateText.nullish(),
  maturesOn: civilDateText.nullish(),
  dueDay: z.int().min(1).max(31).nullish(),
  interestMode: z.enum(valuesOf(interestModes)).default('monthly'),
  penaltyMultiplier: percentText.default('1.5'),
  graceDays: z.int().min(0).max(30).default(0),
  ...loanOptionFields,
});
export type LoanTermsInput = z.infer<typeof loanTermsInputSchema>;

export const loanFactsSchema = z.strictObject({
  contractNo: text(60), receiptNo: text(60), product: text(80), contractAmount: yuanText.nullish(), rateType: z.enum(valuesOf(rateTypes)).nullish(),
  guarantee: z.enum(valuesOf(guarantees)).nullish(), guarantors: text(200), collateral: text(400), purpose: text(200), industry: text(80),
  previousReceiptNo: text(60), archiveNo: text(60), manager: text(60), branch: text(60), note: text(2000),
});
export type LoanFacts = z.infer<typeof loanFactsSchema>;

/** `firstDraw`: lent at once when that is less than what was agreed; the rest follows as further draws. */
export const newLoanSchema = z.strictObject({ customerId: idText, terms: loanTermsInputSchema, firstDraw: positiveYuanText.nullish(), facts: loanFactsSchema });

/** One line of a loan's record: what happened, when it counts, when and by whom it was entered. */
export const loanRecordSchema = z.object({
  eventId: z.string(), type: z.string(), occurredOn: z.string(), recordedAt: z.string(), recordedBy: z.string(),
  amount: z.string().nullable(), channel: z.string().nullable(), externalRef: z.string().nullable(), payerName: z.string().nullable(), note: z.string().nullable(),
  reversedEventId: z.string().nullable(), isReversed: z.boolean(), reason: z.string().nullable(),
});
export type LoanRecord = z.infer<typeof loanRecordSchema>;

/** A loan's page: facts as cells, engine input and state as of the business date, the record, and taken-over receipts. */
export const loanSchema = z.object({
  id: z.string(), customerId: z.string(), version: z.int(),
  cells: z.record(z.string(), cellSchema),
  terms: loanTermsSchema, events: z.array(loanEventSchema), state: loanStateSchema,
  irrAnnualPct: z.string().nullable(), eirPct: z.string().nullable(),
  records: z.array(loanRecordSchema),
  takenOverReceipts: z.array(z.object({ id: z.string(), cells: z.record(z.string(), cellSchema) })),
  /** The plan starts from an opening balance of an old book. */
  isTakenOver: z.boolean(),
});
export type Loan = z.infer<typeof loanSchema>;

export const loansRoutes = {
  ...listRoutes('loans'),
  create: route({ method: 'POST', path: '/api/loans', body: newLoanSchema, reply: loanSchema, isIdempotent: true }),
  read: route({ method: 'GET', path: '/api/loans/:loanId', body: null, reply: loanSchema }),
  change: route({ method: 'PATCH', path: '/api/loans/:loanId', body: z.strictObject({ version: recordVersion, facts: loanFactsSchema.omit({ receiptNo: true }).partial() }), reply: loanSchema }),
} as const;
