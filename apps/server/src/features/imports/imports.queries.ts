import type { Import, ImportProblem } from '@loanbook/contract/features/imports.ts';
import { importSchema, importsRoutes, previewQuerySchema, problemsQuerySchema } from '@loanbook/contract/features/imports.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import type { LedgerReading, Problem, RecordSource, RecordTable } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { z } from 'zod';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { sealerOf, type Sealer } from '../../platform/sealing.ts';
import { openFixedCells, shownFixedCells } from './fix-cells.ts';
import { loadReading, openRecognised, type Recognised } from './import-store.ts';
import { maskedCells, problemMasker } from './mask-reading.ts';
import { templateNames } from './templates.ts';

interface BatchRow {
  readonly import_id: string;
  readonly state: string;
  readonly as_of: string | null;
  readonly recognised_sealed: Buffer | null;
  readonly progress: unknown;
  readonly report: unknown;
  readonly failure: unknown;
  readonly corrections: unknown;
  readonly template_ids: readonly string[];
  readonly cells_sealed: Buffer | null;
  readonly paper_totals: unknown;
  readonly created_by: string;
  readonly created_at: string;
  readonly updated_at: string;
}

const columns = ['import_id', 'state', 'as_of', 'recognised_sealed', 'progress', 'report', 'failure', 'corrections', 'paper_totals', 'template_ids', 'cells_sealed', 'created_by', 'created_at', 'updated_at'] as const;

export async function readImport(tx: Tx, importId: string): Promise<Import> {
  const row = await tx.db.selectFrom('import_batch').select(columns).where('import_id', '=', importId).executeTakeFirst();
  if (!row) throw failure('not_found');
  return { ...presentImport(await sealerOf(tx), row), templates: await templateNames(tx, row.template_ids) };
}

export async function listImports(tx: Tx): Promise<ReplyOf<typeof importsRoutes.list>> {
  const rows = await tx.db.selectFrom('import_batch').select(columns).orderBy('created_at', 'desc').limit(100).execute();
  const sealer = await sealerOf(tx);
  const ids = rows.map((row) => row.import_id);
  const files = ids.length === 0 ? [] : await tx.db.selectFrom('import_file').select(['import_id', 'name']).where('import_id', 'in', ids).orderBy('number').execute();
  return {
    imports: rows.map((row) => {
      const { id, state, createdAt, createdBy, totals, problemCounts } = presentImport(sealer, row);
      return { id, state, createdAt, createdBy, totals, problemCounts, fileNames: files.filter((file) => file.import_id === id).map((file) => file.name) };
    }),
  };
}

/** The JSON columns that replies carry as they are; this feature alone writes them, and the shape is checked all the same. */
const storedSchema = importSchema.pick({ state: true, progress: true, report: true, failure: true, corrections: true, paperTotals: true });

function presentImport(sealer: Sealer, row: BatchRow): Omit<Import, 'templates'> {
  const { state, progress, report, failure: whatFailed, corrections, paperTotals } = storedSchema.parse({ ...row, paperTotals: row.paper_totals });
  const recognised = openRecognised(sealer, row.import_id, row.recognised_sealed);
  return {
    id: row.import_id,
    state, progress, report,
    failure: whatFailed, corrections, paperTotals,
    fixedCells: shownFixedCells(openFixedCells(sealer, row.import_id, row.cells_sealed)),
    asOf: row.as_of,
    asOfSource: recognised?.asOfSource ?? null,
    files: (recognised?.files ?? []).map((file) => ({ name: file.name, format: file.format, sheets: file.sheets.map(presentSheet) })),
    totals: recognised === null ? null : totalsOf(recognised),
    problemCounts: { error: recognised?.counts.error ?? 0, warning: recognised?.counts.warning ?? 0, info: recognised?.counts.info ?? 0 },
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}

type PresentedSheet = Import['files'][number]['sheets'][number];

function presentSheet(sheet: LedgerReading['files'][number]['sheets'][number]): PresentedSheet {
  return {
    name: sheet.name, role: sheet.role, isHidden: sheet.isHidden, rowCount: sheet.rowCount,
    tables: sheet.tables.map((table) => ({ ...table, headerRows: [...table.headerRows], columns: table.columns.map((column) => ({ ...column, samples: [...column.samples] })) })),
  };
}

function totalsOf(recognised: Recognised): NonNullable<Import['totals']> {
  const { totals, counts } = recognised;
  return { customers: counts.customers, loans: totals.loans, repayments: counts.repayments, principal: totals.principal, outstanding: totals.outstanding, repaid: totals.repaid };
}

export async function listProblems(tx: Tx, importId: string, query: z.infer<typeof problemsQuerySchema>): Promise<{ total: number; problems: ImportProblem[] }> {
  const reading = await loadReading(tx, importId);
  const problems = numbered(reading).filter((problem) => query.severity === undefined || problem.severity === query.severity);
  const shown = problems.slice(query.from, query.from + query.limit);
  return { total: problems.length, problems: shownProblems(reading, shown) };
}

/** All problems of an import, as a person may see them. */
export async function readProblems(tx: Tx, importId: string): Promise<ImportProblem[]> {
  const reading = await loadReading(tx, importId);
  return shownProblems(reading, numbered(reading));
}

function shownProblems(reading: LedgerReading, problems: readonly NumberedProblem[]): ImportProblem[] {
  const masked = problemMasker(reading);
  return problems.map((problem) => ({ number: problem.number, ...masked(problem) }));
}

type NumberedProblem = Problem & { readonly number: number };

/** Problems with their number inside the reading: what preview rows point at. */
function numbered(reading: LedgerReading): NumberedProblem[] {
  return reading.problems.map((problem, number) => ({ ...problem, number }));
}

type Preview = ReplyOf<typeof importsRoutes.preview>;

export async function previewRows(tx: Tx, importId: string, query: z.infer<typeof previewQuerySchema>): Promise<Preview> {
  const reading = await loadReading(tx, importId);
  const records = recordsOf(reading, query.table);
  const problems = problemsByRow(reading.problems);
  return {
    total: records.length,
    rows: records.slice(query.from, query.from + query.limit).map(({ ref: _ref, source, ...fields }) => ({
      source: { ...source }, cells: maskedCells(cellsOf(fields)), problems: problems.get(rowKey(source)) ?? [],
    })),
  };
}

type AnyRecord = LedgerReading['customers' | 'loans' | 'repayments' | 'installments'][number];

function recordsOf(reading: LedgerReading, table: RecordTable): readonly AnyRecord[] {
  switch (table) {
    case 'customer': return reading.customers;
    case 'loan': return reading.loans;
    case 'repayment': return reading.repayments;
    case 'installment': return reading.installments;
  }
}

function cellsOf(fields: Readonly<Record<string, unknown>>): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') cells[key] = value;
    else if (Array.isArray(value)) cells[key] = value.map(String);
  }
  return cells;
}

function rowKey(source: RecordSource): string {
  return `${source.file}\n${source.sheet}\n${source.row}`;
}

function problemsByRow(problems: readonly Problem[]): Map<string, number[]> {
  const byRow = new Map<string, number[]>();
  for (const [number, problem] of problems.entries()) {
    const row = Number(/\d+$/.exec(problem.cell)?.[0] ?? 0);
    const key = rowKey({ file: problem.file, sheet: problem.sheet, row });
    byRow.set(key, [...(byRow.get(key) ?? []), number]);
  }
  return byRow;
}
