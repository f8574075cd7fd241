import { z } from 'zod';
import { listNames } from './fields/ledger-lists.ts';

export const listNameSchema = z.enum(listNames);

/** equals/in: the value itself · contains: part of a text · from/to: inclusive bounds · empty/not_empty. */
export const filterSchema = z.discriminatedUnion('operator', [
  z.strictObject({ key: z.string().max(60), operator: z.literal('equals'), value: z.string().max(200) }),
  z.strictObject({ key: z.string().max(60), operator: z.literal('in'), values: z.array(z.string().max(200)).min(1).max(100) }),
  z.strictObject({ key: z.string().max(60), operator: z.literal('contains'), value: z.string().min(1).max(200) }),
  z.strictObject({ key: z.string().max(60), operator: z.literal('from'), value: z.string().max(40) }),
  z.strictObject({ key: z.string().max(60), operator: z.literal('to'), value: z.string().max(40) }),
  z.strictObject({ key: z.string().max(60), operator: z.literal('empty') }),
  z.strictObject({ key: z.string().max(60), operator: z.literal('not_empty') }),
]);
export type Filter = z.infer<typeof filterSchema>;

export const sortSchema = z.strictObject({ key: z.string().max(60), direction: z.enum(['asc', 'desc']) });

/** What a list shows: filters are joined by "and"; `search` looks in names, pinyin initials, numbers, ID and phone. */
export const listViewSchema = z.strictObject({
  filters: z.array(filterSchema).max(30).default([]),
  sort: sortSchema.optional(),
  search: z.string().trim().max(60).optional(),
});
export type ListView = z.infer<typeof listViewSchema>;

export const listQuerySchema = listViewSchema.extend({
  after: z.string().max(600).optional(),
  limit: z.int().min(1).max(200).default(100),
});
export type ListQuery = z.infer<typeof listQuerySchema>;

/** Money and percent as text, dates as YYYY-MM-DD, choices as codes, sealed fields as masks; absent facts are null. */
export const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type Cell = z.infer<typeof cellSchema>;

/** `id` opens the row's page; `loanId` and `customerId` are there where the row hangs on one. */
export const listRowSchema = z.object({ id: z.string(), loanId: z.string().optional(), customerId: z.string().optional(), cells: z.record(z.string(), cellSchema) });
export type ListRow = z.infer<typeof listRowSchema>;

export const listPageSchema = z.object({ rows: z.array(listRowSchema), next: z.string().nullable(), businessDate: z.string() });
export type ListPage = z.infer<typeof listPageSchema>;

/** Counts stop at 10 000 so that scrolling never waits for an exact count; sums are over the whole filter. */
export const listSummarySchema = z.object({ count: z.int(), isCountCapped: z.boolean(), sums: z.record(z.string(), z.string()) });
export type ListSummary = z.infer<typeof listSummarySchema>;

/** Rows gathered by a field: choices and short texts by value, days by month, amounts by band. */
export const groupQuerySchema = listViewSchema.extend({ groupBy: z.string().max(60) });
export type GroupQuery = z.infer<typeof groupQuerySchema>;

/** `filters` narrow the list to the group's rows; `value` is the cell they share, the first day of a month, the lower end of a band, or null for none. */
export const listGroupSchema = z.object({ value: cellSchema, filters: z.array(filterSchema), count: z.int(), sums: z.record(z.string(), z.string()) });
export type ListGroup = z.infer<typeof listGroupSchema>;

/** At most 200 groups, the largest ones when there are more. */
export const listGroupsSchema = z.object({ groups: z.array(listGroupSchema), isCut: z.boolean() });
export type ListGroups = z.infer<typeof listGroupsSchema>;
