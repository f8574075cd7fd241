import { z } from 'zod';
import { cellSchema } from '../list-query.ts';
import { route } from '../route.ts';
import { civilDateText, freeText, idText, yuanText } from '../values.ts';
import { objectChangeSchema } from './import-change-rows.ts';

export const importStates = ['reading', 'ready', 'committing', 'committed', 'failed', 'cancelled', 'undoing', 'undone'] as const;
export const recordTables = ['customer', 'loan', 'repayment', 'installment'] as const;
export const leftOutReasons = ['name_unknown', 'borrower_unknown', 'principal_unknown', 'balance_unknown', 'void', 'loan_unknown', 'amount_unknown'] as const;
export const adjustmentReasons = ['balance_computed', 'negative_balance'] as const;
export const recordTableSchema = z.enum(recordTables);

const columnSchema = z.object({
  index: z.int(), letter: z.string(), header: z.string(), table: recordTableSchema.nullable(), key: z.string().nullable(), unit: z.enum(['yuan', 'wan']).optional(),
  /** What a bare number of a rate column means. */
  rate: z.object({ period: z.enum(['year', 'month', 'day']), scale: z.enum(['percent', 'permille', 'fraction', 'tenThousandth']) }).optional(),
  /** Whose part of a wide row the column holds: of which installment or month, and what of it. */
  period: z.object({ installmentNo: z.int().optional(), month: z.string().optional(), part: z.string() }).optional(),
  confidence: z.enum(['certain', 'likely', 'unknown']), samples: z.array(z.string()),
});
const tableSchema = z.object({ id: z.string(), headerRows: z.array(z.int()), firstRow: z.int(), lastRow: z.int(), recordCount: z.int(), unit: z.enum(['yuan', 'wan']).optional(), columns: z.array(columnSchema) });
const sheetSchema = z.object({ name: z.string(), role: z.string(), isHidden: z.boolean(), rowCount: z.int(), tables: z.array(tableSchema) });

export const importProblemSchema = z.object({
  number: z.int(), file: z.string(), sheet: z.string(), cell: z.string(), kind: z.string(), value: z.string(), messageZh: z.string(), messageEn: z.string(), severity: z.enum(['error', 'warning', 'info']),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

export const importTotalsSchema = z.object({ customers: z.int(), loans: z.int(), repayments: z.int(), principal: z.string(), outstanding: z.string(), repaid: z.string() });

/** Held against the paper: what the workbook says, what the book now says, and whether they tie. */
export const importReportSchema = z.object({
  before: importTotalsSchema, written: importTotalsSchema,
  /** The whole book afterwards; absent in reports of earlier versions, which only ever added. */
  after: importTotalsSchema.nullish(),
  /** Lines that repeat another line, so that they were written once. */
  duplicatesDropped: z.int().default(0),
  customersCreated: z.int(), customersMatched: z.int(), loansCreated: z.int(), loansSkipped: z.int(), repaymentsWritten: z.int(),
  ties: z.array(z.object({ key: z.string(), paper: z.string(), book: z.string(), isEqual: z.boolean() })),
  /** Lines whose figure in the book is not the paper's, and by how much the book is higher: what explains a tie that differs. */
  adjustments: z.array(z.object({ receiptNo: z.string(), source: z.object({ file: z.string(), sheet: z.string(), row: z.int() }), reason: z.enum(adjustmentReasons), key: z.string(), difference: z.string() })),
  /** Lines that are not in the book, and why: nothing is lost without a word. */
  leftOut: z.array(z.object({ table: recordTableSchema, source: z.object({ file: z.string(), sheet: z.string(), row: z.int() }), reason: z.enum(leftOutReasons) })),
  /** What became of customers and loans that the book had before; `kept` says where the book's word stood against the file's. At most 1000 rows each. */
  again: z.object({
    customersChanged: z.int(), loansChanged: z.int(), loansUnchanged: z.int(), repaymentsAdded: z.int(), keptCount: z.int(), kept: z.array(objectChangeSchema), missingCount: z.int(), missing: z.array(objectChangeSchema),
  }).nullish(),
});

/** Sums that a person read off the paper; absent: not typed in. */
export const paperTotalsSchema = z.strictObject({ loans: z.int().min(0).nullish(), principal: yuanText.nullish(), outstanding: yuanText.nullish(), repaid: yuanText.nullish() });
export type PaperTotals = z.infer<typeof paperTotalsSchema>;

/** What a person changed about the recognition; absent means as recognised. */
export const mappingCorrectionsSchema = z.strictObject({
  asOf: civilDateText.nullish(),
  sheets: z.record(z.string(), z.strictObject({ role: z.string().max(40) })).default({}),
  columns: z.record(z.string(), z.record(z.string(), z.strictObject({ table: recordTableSchema, key: z.string().max(60), unit: z.enum(['yuan', 'wan']).optional() }).nullable())).default({}),
});

/** A cell of a file retyped; text null: read as it stands in the file again. */
export const cellFixSchema = z.strictObject({ file: z.string().max(255), sheet: z.string().max(255), cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/), text: z.string().max(500).nullable() });
export type CellFix = z.infer<typeof cellFixSchema>;
/** Corrections stand for all earlier ones, fixes of cells are added to them. */
export const importCorrectionsSchema = mappingCorrectionsSchema.extend({ cells: z.array(cellFixSchema).max(5_000).default([]) });

/** How a source's table was read the last time; `usedAt` is an instant. */
export const importTemplateSchema = z.object({ id: z.string(), name: z.string(), columnCount: z.int(), createdBy: z.string(), usedAt: z.string() });
export type ImportTemplate = z.infer<typeof importTemplateSchema>;

export const importSchema = z.object({
  id: z.string(), state: z.enum(importStates), asOf: z.string().nullable(), asOfSource: z.string().nullable(),
  progress: z.object({ done: z.int(), total: z.int(), stage: z.string() }),
  files: z.array(z.object({ name: z.string(), format: z.string(), sheets: z.array(sheetSchema) })),
  totals: importTotalsSchema.nullable(),
  problemCounts: z.object({ error: z.int(), warning: z.int(), info: z.int() }),
  report: importReportSchema.nullable(),
  failure: z.object({ zh: z.string(), en: z.string() }).nullable(),
  corrections: mappingCorrectionsSchema,
  /** `text` is masked where it is a long number; `at` an instant. */
  fixedCells: z.array(z.object({ file: z.string(), sheet: z.string(), cell: z.string(), text: z.string(), by: z.string(), at: z.string() })),
  /** What was remembered from earlier imports of the same source and used for this reading. */
  templates: z.array(z.object({ id: z.string(), name: z.string() })),
  paperTotals: paperTotalsSchema.nullable(),
  createdAt: z.string(), createdBy: z.string(),
});
export type Import = z.infer<typeof importSchema>;

export const previewQuerySchema = z.strictObject({ table: recordTableSchema, from: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(100) });
export const previewSchema = z.object({ total: z.int(), rows: z.array(z.object({ source: z.object({ file: z.string(), sheet: z.string(), row: z.int() }), cells: z.record(z.string(), cellSchema), problems: z.array(z.int()) })) });
export const problemsQuerySchema = z.strictObject({ from: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(200), severity: z.enum(['error', 'warning', 'info']).optional() });

export const importsRoutes = {
  list: route({ method: 'GET', path: '/api/imports', body: null, reply: z.object({ imports: z.array(importSchema.pick({ id: true, state: true, createdAt: true, createdBy: true, totals: true, problemCounts: true }).extend({ fileNames: z.array(z.string()) })) }) }),
  blankLedger: route({ method: 'GET', path: '/api/imports/blank.xlsx', body: null, reply: null }),
  templates: route({ method: 'GET', path: '/api/imports/templates', body: null, reply: z.object({ templates: z.array(importTemplateSchema) }) }),
  renameTemplate: route({ method: 'PATCH', path: '/api/imports/templates/:templateId', body: z.strictObject({ name: freeText(100) }), reply: z.object({}) }),
  forgetTemplate: route({ method: 'DELETE', path: '/api/imports/templates/:templateId', body: null, reply: z.object({}) }),
  start: route({ method: 'POST', path: '/api/imports', body: null, reply: z.object({ id: idText }), isUpload: true }),
  read: route({ method: 'GET', path: '/api/imports/:importId', body: null, reply: importSchema }),
  correct: route({ method: 'POST', path: '/api/imports/:importId/mapping', body: importCorrectionsSchema, reply: importSchema }),
  preview: route({ method: 'POST', path: '/api/imports/:importId/preview', body: previewQuerySchema, reply: previewSchema }),
  problems: route({ method: 'POST', path: '/api/imports/:importId/problems', body: problemsQuerySchema, reply: z.object({ total: z.int(), problems: z.array(importProblemSchema) }) }),
  problemsFile: route({ method: 'GET', path: '/api/imports/:importId/problems.xlsx', body: null, reply: null }),
  /** The person's own workbook, the doubtful cells filled and commented; `fileNumber` counts the import's files from 0. */
  markedFile: route({ method: 'GET', path: '/api/imports/:importId/files/:fileNumber/marked.xlsx', body: null, reply: null }),
  commit: route({ method: 'POST', path: '/api/imports/:importId/commit', body: z.strictObject({}), reply: importSchema }),
  cancel: route({ method: 'POST', path: '/api/imports/:importId/cancel', body: z.strictObject({}), reply: importSchema }),
} as const;
