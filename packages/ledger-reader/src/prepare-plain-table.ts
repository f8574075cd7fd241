import type { MappingCorrections } from './ledger-reading.ts';
import { mappedTable, prepareTable, type PrepareTableInput } from './prepare-table.ts';
import type { PreparedTable } from './records/prepared-table.ts';
import type { ColumnMeaning } from './tables/column-meaning.ts';
import { mapByContent } from './tables/map-by-content.ts';
import { mapColumns } from './tables/map-columns.ts';
import { findPlainTable } from './tables/plain-table.ts';
import { readCaptions } from './tables/captions.ts';

/**
 * A table whose headings say nothing to the reader. Without headings its cells may prove what it holds; a person's mapping
 * settles it; otherwise it is shown with its columns unmapped, so that a person can map them.
 */
export function preparePlainTable(input: Omit<PrepareTableInput, 'table'>): PreparedTable | null {
  const table = findPlainTable(input.sheet);
  if (!table) return null;
  const whole: PrepareTableInput = { ...input, table };
  const corrected = input.corrections?.columns?.[input.id];
  if (corrected) return mappedTable(whole, correctedContext(corrected), hasLoanTerms(corrected)) ?? unmappedTable(whole);
  // Headings of which only a few are known may still say enough.
  if (table.headerRows.length > 0) return prepareTable(whole) ?? unmappedTable(whole);
  const columns = table.headings.map((_, index) => ({ index, cells: table.recordRows.slice(0, 400).map((row) => input.sheet.rows[row]?.[index]) }));
  const byContent = mapByContent(columns);
  return isLoanTable(byContent) ? (mappedTable(whole, 'loan', false, byContent) ?? unmappedTable(whole)) : unmappedTable(whole);
}

type CorrectedColumns = NonNullable<MappingCorrections['columns']>[string];

function correctedContext(corrected: CorrectedColumns): PreparedTable['context'] {
  const tables = Object.values(corrected).map((column) => column?.table);
  if (tables.includes('repayment')) return 'repayment';
  if (tables.includes('installment')) return 'installment';
  return tables.includes('loan') ? 'loan' : 'customer';
}

function hasLoanTerms(corrected: CorrectedColumns): boolean {
  return Object.values(corrected).some((column) => column?.table === 'loan' && column.key === 'principal');
}

/** Cells prove a loan ledger when they name people, an amount and a day. */
function isLoanTable(byContent: ReadonlyMap<number, ColumnMeaning>): boolean {
  const meanings = [...byContent.values()];
  const hasPerson = meanings.includes('customer.name') || meanings.includes('customer.idNumber');
  return hasPerson && meanings.includes('loan.principal') && meanings.includes('loan.disbursedOn');
}

function unmappedTable({ id, file, sheet, table }: PrepareTableInput): PreparedTable {
  const map = mapColumns({ sheet, table, context: 'loan', moneyUnit: 'yuan' });
  return {
    id, file, sheet, map,
    raw: table,
    context: 'loan',
    hasLoanColumns: false,
    captions: readCaptions(table.captions),
    role: 'summary',
    defaults: {},
    sectionDefaults: [],
    colours: new Map(),
    splits: [],
    codes: new Map(),
    findings: { correctedFen: new Map(), repeatedRows: new Set() },
  };
}
