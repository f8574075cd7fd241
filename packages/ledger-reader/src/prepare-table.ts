import type { CellContent, SheetGrid } from './decode/cell-grid.ts';
import type { MappingCorrections, SheetRole } from './ledger-reading.ts';
import type { PreparedTable } from './records/prepared-table.ts';
import { asOfIn, readCaptions } from './tables/captions.ts';
import { codesOf, type CodeDictionary } from './tables/code-dictionary.ts';
import { columnSample } from './tables/column-agreement.ts';
import type { ColumnMeaning } from './tables/column-meaning.ts';
import { fillDown } from './tables/fill-down.ts';
import { titleOf, type RawTable } from './tables/find-tables.ts';
import { parseHeader } from './tables/header-text.ts';
import { columnWords } from './tables/header-words.ts';
import type { ColumnMap } from './tables/map-columns.ts';
import { hasKeyColumns, tableRole } from './tables/sheet-role.ts';
import { tableContext } from './tables/table-context.ts';
import { widePeriod } from './tables/wide-periods.ts';
import { layOut } from './tables/lay-out.ts';
import { colourLegend, customaryColours } from './tables/row-colours.ts';
import { defaultsOfHeading, defaultsOfPairs, type RowDefaults } from './tables/table-defaults.ts';
import { monthEnd } from './values/civil-days.ts';
import { readDate } from './values/read-date.ts';

const roleContexts = { customers: 'customer', loans: 'loan', repayments: 'repayment', overdue: 'overdue', installments: 'installment' } as const;

export interface PrepareTableInput {
  readonly file: string;
  readonly sheet: SheetGrid;
  readonly table: RawTable;
  readonly id: string;
  readonly dictionary: CodeDictionary;
  readonly corrections: MappingCorrections | undefined;
  readonly forced: SheetRole | undefined;
  readonly isManagerList: boolean;
}

/** Settles what a table is about and maps its columns; null when it holds no records. */
export function prepareTable(input: PrepareTableInput): PreparedTable | null {
  const { sheet, table, forced } = input;
  const paths = table.headings.map((headings) => parseHeader(headings).path);
  // 应还日 and 实还金额 under 第3期 say that the table is wide, not what it is about.
  const leaves = paths.filter((path, index) => widePeriod(index, path, titleOf(sheet, table)) === null).map((path) => columnWords(path));
  const facts = tableContext(leaves, `${sheet.name} ${table.captions[0] ?? ''}`);
  const context = forced ? forcedContext(forced) : facts.context;
  if (table.recordRows.length === 0) return null;
  if (!context) return singlePlan(input);
  return mappedTable(input, context, facts.hasLoanColumns) ?? singlePlan(input);
}

/** A plan without any column for whose it is: a sheet made for one loan. */
function singlePlan(input: PrepareTableInput): PreparedTable | null {
  const prepared = preparedTable(input, 'installment', false);
  const hasPlan = (['dueOn', 'principal', 'interest'] as const).every((key) => prepared.map.byMeaning.has(`installment.${key}`));
  return hasPlan && !hasKeyColumns(prepared.map) ? { ...prepared, isSinglePlan: true } : null;
}

/** The table under a context that is settled; null when its columns do not say whose or which loan a row is about. */
export function mappedTable(input: PrepareTableInput, context: PreparedTable['context'], isReceiptWithLoan: boolean, byContent?: ReadonlyMap<number, ColumnMeaning>): PreparedTable | null {
  const prepared = preparedTable(input, context, isReceiptWithLoan, byContent);
  if (!hasKeyColumns(prepared.map)) return null;
  return !input.forced && isListOfOthers(input.sheet.name, context, prepared.map) ? null : prepared;
}

function preparedTable(input: PrepareTableInput, context: PreparedTable['context'], isReceiptWithLoan: boolean, byContent?: ReadonlyMap<number, ColumnMeaning>): PreparedTable {
  const { file, sheet, table, id, dictionary, corrections, forced, isManagerList } = input;
  const captions = readCaptions([...table.captions, ...table.legends]);
  const leaves = table.headings.map((headings) => columnWords(parseHeader(headings).path));
  const codes = columnCodes(sheet, table, leaves, dictionary);
  const decoded = codes.size === 0 ? sheet : decodedSheet(sheet, codes);
  const laidOut = layOut({ sheet: decoded, table, context, moneyUnit: captions.moneyUnit ?? 'yuan', ...(captions.rate ? { rateNote: captions.rate } : {}), corrections: corrections?.columns?.[id], ...(byContent ? { byContent } : {}) });
  const { map } = laidOut;
  const isWide = map.periods.length > 0;
  const ordered = orderByAsOf(laidOut.sheet, laidOut.table, map);
  const hasTerms = isReceiptWithLoan || context === 'loan' || [...(laidOut.meanings?.values() ?? [])].includes('loan.principal');
  const asOf = ordered.asOf ?? captions.asOf ?? asOfIn(table.captions.join(' ')) ?? asOfOfSheet(sheet.name);
  return {
    id, file, sheet: fillDown(laidOut.sheet === decoded ? sheet : laidOut.sheet, laidOut.table, map), raw: { ...laidOut.table, recordRows: ordered.recordRows }, map, context, captions, codes,
    ...(laidOut.origins ? { origins: laidOut.origins } : {}),
    splits: laidOut.splits,
    findings: { correctedFen: new Map(), repeatedRows: new Set() },
    hasLoanColumns: hasTerms,
    ...(asOf ? { asOf } : {}),
    ...yearOf([sheet.name, table.captions[0] ?? '']),
    role: forced ?? tableRole(context, hasTerms && context !== 'loan', isWide),
    defaults: { ...defaultsOfHeading(sheet.name, isManagerList), ...defaultsOfPairs(captions.pairs) },
    sectionDefaults: [...table.sections].map(([row, text]): { row: number; values: RowDefaults } => ({ row, values: defaultsOfHeading(text, false) })),
    colours: new Map([...customaryColours(sheet, table.recordRows, table.headings.length), ...colourLegend([...table.captions, ...table.legends])]),
  };
}

/** Guarantors, collateral and contacts have lists of their own that hold no customers. */
function isListOfOthers(sheetName: string, context: PreparedTable['context'], map: PreparedTable['map']): boolean {
  if (context !== 'customer') return false;
  return map.byMeaning.has('loan.guarantors') || map.byMeaning.has('loan.collateral') || /担保人|保证人|抵押物|质押物|押品|联系人|黑名单/.test(sheetName);
}

function forcedContext(role: SheetRole): (typeof roleContexts)[keyof typeof roleContexts] | null {
  for (const [name, context] of Object.entries(roleContexts)) if (role.startsWith(name)) return context;
  return null;
}

function columnCodes(sheet: SheetGrid, table: RawTable, leaves: readonly string[], dictionary: CodeDictionary): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const codes = new Map<number, ReadonlyMap<string, string>>();
  if (dictionary.size === 0) return codes;
  leaves.forEach((leaf, index) => {
    const found = codesOf(leaf, columnSample(sheet.rows, table.recordRows, index), dictionary);
    if (found) codes.set(index, found);
  });
  return codes;
}

/** The sheet as it reads with its codes replaced; only what mapping samples from is replaced. */
function decodedSheet(sheet: SheetGrid, codes: ReadonlyMap<number, ReadonlyMap<string, string>>): SheetGrid {
  const rows = sheet.rows.map((row) => row.map((cell, column): CellContent => codes.get(column)?.get(String(cell).trim()) ?? cell));
  return { ...sheet, rows };
}

/** 2024年还款台账 → 2024; nothing when several years are named. */
function yearOf(texts: readonly string[]): { year?: number } {
  const years = new Set(texts.flatMap((text) => [...text.matchAll(/(?<!\d)(20\d{2})(?!\d)/g)].map((match) => Number(match[1]))));
  const [year] = years;
  return year !== undefined && years.size === 1 ? { year } : {};
}

/** "2024年3月" or "202403" in a sheet's name. */
function asOfOfSheet(name: string): string | undefined {
  const match = /(20\d{2})\s*[年.\-_]?\s*(0?[1-9]|1[0-2])\s*月?(?!\d)/.exec(name.normalize('NFKC'));
  return match ? monthEnd(`${match[1]}-${(match[2] ?? '').padStart(2, '0')}-01`) : undefined;
}

/** A running ledger with a column for the month: its rows in that order, and its last day. */
function orderByAsOf(sheet: SheetGrid, table: RawTable, map: ColumnMap): { readonly recordRows: readonly number[]; readonly asOf: string | undefined } {
  const column = map.byMeaning.get('row.asOf')?.index;
  if (column === undefined) return { recordRows: table.recordRows, asOf: undefined };
  const dated = table.recordRows.map((row) => ({ row, day: dayOf(sheet.rows[row]?.[column]) }));
  const days = dated.map(({ day }) => day).sort();
  return { recordRows: dated.sort((left, right) => left.day.localeCompare(right.day)).map(({ row }) => row), asOf: days.at(-1) || undefined };
}

function dayOf(content: CellContent | undefined): string {
  const reading = readDate(content);
  if (reading.kind === 'date') return reading.date;
  return reading.kind === 'month' ? monthEnd(`${reading.month}-01`) : '';
}

