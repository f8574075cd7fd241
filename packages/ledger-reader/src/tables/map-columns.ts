import { contentText, columnLetter, type CellContent, type SheetGrid } from '../decode/cell-grid.ts';
import type { ColumnReading, MappingCorrections, PeriodReading, RecordTable } from '../ledger-reading.ts';
import type { MoneyUnit } from '../values/read-amount.ts';
import type { RateUnit } from '../values/read-rate.ts';
import { readPhones } from '../identity/phone.ts';
import { agreement, columnSample, looseAgreement } from './column-agreement.ts';
import { keyOf, tableOf, valueTypeOf, type ColumnMeaning } from './column-meaning.ts';
import { titleOf, type RawTable } from './find-tables.ts';
import type { RateNote } from './captions.ts';
import { candidatesOf } from './header-candidates.ts';
import { columnWords } from './header-words.ts';
import type { TableContext } from './header-rule.ts';
import { parseHeader, type HeaderText } from './header-text.ts';
import { inferRateUnit } from './infer-rate-unit.ts';
import { widePeriod, type PeriodColumn } from './wide-periods.ts';

export interface MappedColumn {
  readonly index: number;
  readonly header: string;
  readonly meaning: ColumnMeaning | null;
  readonly confidence: ColumnReading['confidence'];
  readonly moneyUnit: MoneyUnit;
  readonly rateUnit?: RateUnit;
  readonly termUnit?: 'month' | 'year';
  /** Most of its phones are no Chinese numbers. */
  readonly isForeignPhone?: true;
  /** It belongs to an instalment or a month. */
  readonly period?: PeriodColumn;
  readonly samples: readonly string[];
}

export interface ColumnMap {
  readonly columns: readonly MappedColumn[];
  readonly periods: readonly PeriodColumn[];
  readonly byMeaning: ReadonlyMap<ColumnMeaning, MappedColumn>;
}

export interface MapColumnsInput {
  readonly sheet: SheetGrid;
  readonly table: RawTable;
  readonly context: TableContext;
  readonly moneyUnit: MoneyUnit;
  /** What a note says of rates whose heading says nothing. */
  readonly rateNote?: RateNote;
  /** What cells alone prove, for a table without headings. */
  readonly byContent?: ReadonlyMap<number, ColumnMeaning>;
  readonly corrections?: Exclude<MappingCorrections['columns'], undefined>[string] | undefined;
}

// Below this share of readable cells a heading is not believed.
const believedFrom = 0.5;
// A heading known by one word only needs nearly all of them.
const looselyBelievedFrom = 0.75;

/** What each column holds: by its heading, confirmed by its cells; a person's correction overrules both. */
export function mapColumns({ sheet, table, context, moneyUnit, rateNote, corrections, byContent }: MapColumnsInput): ColumnMap {
  const columns: MappedColumn[] = [];
  const periods: PeriodColumn[] = [];
  const byMeaning = new Map<ColumnMeaning, MappedColumn>();
  // What a person assigned is not given to another column by its heading.
  const taken = new Set<ColumnMeaning>(Object.values(corrections ?? {}).flatMap((corrected) => correctedMeaning(corrected)?.meaning ?? []));
  const headers = table.headings.map((headings) => noted(parseHeader(headings), rateNote));
  const title = titleOf(sheet, table);
  for (const index of byClearness(headers, context)) {
    const headings = table.headings[index] ?? [];
    const header = headers[index] ?? parseHeader(headings);
    const sample = columnSample(sheet.rows, table.recordRows, index);
    const period = widePeriod(index, header.path, title);
    if (period) periods.push(period);
    const corrected = corrections && index in corrections ? corrections[index] : undefined;
    const found = corrected !== undefined ? correctedMeaning(corrected) : period ? null : (contentMeaning(byContent?.get(index)) ?? chooseMeaning(header, context, sample, taken));
    const column = mappedColumn({ index, headings, header, sample, found, period: corrected === undefined ? period : null, moneyUnit: corrected?.unit ?? moneyUnit, isUnitCorrected: corrected?.unit !== undefined });
    columns.push(column);
    if (column.meaning && !byMeaning.has(column.meaning)) byMeaning.set(column.meaning, column);
    if (column.meaning) taken.add(column.meaning);
  }
  return { columns: columns.sort((left, right) => left.index - right.index), periods: periods.sort((left, right) => left.column - right.column), byMeaning };
}

/** A heading of rates that names neither period nor scale takes them from the note. */
function noted(header: HeaderText, note: RateNote | undefined): HeaderText {
  if (!note || header.rateScale || header.ratePeriod) return header;
  return { ...header, ...(note.scale ? { rateScale: note.scale } : {}), ...(note.period ? { ratePeriod: note.period } : {}) };
}

/** Columns in the order in which they choose: headings that can mean one thing first, those known by one word last. */
function byClearness(headers: readonly HeaderText[], context: TableContext): number[] {
  const rank = (header: HeaderText): number => {
    const { meanings, isLoose } = candidatesOf(columnWords(header.path), context);
    return isLoose ? 2 : meanings.length > 1 ? 1 : 0;
  };
  return headers.map((header, index) => ({ index, rank: rank(header) })).sort((left, right) => left.rank - right.rank || left.index - right.index).map(({ index }) => index);
}

type Found = { readonly meaning: ColumnMeaning; readonly confidence: ColumnReading['confidence'] } | null;

function contentMeaning(meaning: ColumnMeaning | undefined): Found {
  return meaning ? { meaning, confidence: 'likely' } : null;
}

function correctedMeaning(corrected: { readonly table: RecordTable; readonly key: string } | null): Found {
  return corrected ? { meaning: `${corrected.table}.${corrected.key}`, confidence: 'certain' } : null;
}

function chooseMeaning(header: HeaderText, context: TableContext, sample: readonly CellContent[], taken: ReadonlySet<ColumnMeaning>): Found {
  const { meanings, isLoose } = candidatesOf(columnWords(header.path), context);
  if (isLoose) {
    const meaning = meanings.find((candidate) => !taken.has(candidate) && looseAgreement(candidate, sample) >= looselyBelievedFrom);
    return meaning ? { meaning, confidence: 'likely' } : null;
  }
  let best: Found = null;
  for (const meaning of meanings) {
    if (taken.has(meaning)) continue;
    const share = agreement(meaning, sample);
    if (share >= believedFrom) return { meaning, confidence: share >= 0.8 ? 'certain' : 'likely' };
    // A heading that names exactly one thing is believed even when most of its cells are damaged, down to a fifth.
    if (meanings.length === 1 && share >= 0.2) best = { meaning, confidence: 'likely' };
  }
  return best;
}

/** Candidate meanings of a heading in a context; the first rule that knows it decides. */
export function headerCandidates(header: HeaderText, context: TableContext): readonly ColumnMeaning[] {
  return candidatesOf(columnWords(header.path), context).meanings;
}

interface MappedColumnInput {
  readonly index: number;
  readonly headings: readonly string[];
  readonly header: HeaderText;
  readonly sample: readonly CellContent[];
  readonly found: Found;
  readonly period: PeriodColumn | null;
  readonly moneyUnit: MoneyUnit;
  readonly isUnitCorrected: boolean;
}

function mappedColumn({ index, headings, header, sample, found, period, moneyUnit, isUnitCorrected }: MappedColumnInput): MappedColumn {
  return {
    index,
    header: headings.join(' / '),
    meaning: found?.meaning ?? null,
    confidence: found?.confidence ?? (period ? 'certain' : 'unknown'),
    ...(period ? { period } : {}),
    moneyUnit: isUnitCorrected ? moneyUnit : (header.moneyUnit ?? moneyUnit),
    ...(found && valueTypeOf(found.meaning) === 'rate' ? { rateUnit: inferRateUnit(header, sample) } : {}),
    ...(found?.meaning === 'customer.mobile' && isForeign(sample) ? { isForeignPhone: true as const } : {}),
    ...(header.termUnit ? { termUnit: header.termUnit } : {}),
    samples: sample.slice(0, 3).map((cell) => contentText(cell)),
  };
}

function isForeign(sample: readonly CellContent[]): boolean {
  const foreign = sample.filter((cell) => readPhones(contentText(cell)).some((phone) => phone.kind === 'invalid')).length;
  return sample.length >= 5 && foreign > sample.length * 0.7;
}

function periodReading({ installmentNo, month, part }: PeriodColumn): PeriodReading {
  if (!month) return { installmentNo, part };
  const digits = String(month.month).padStart(2, '0');
  return { month: month.year === undefined ? digits : `${month.year}-${digits}`, part };
}

/** The column as the result shows it. */
export function columnReading(column: MappedColumn): ColumnReading {
  const isMoney = column.meaning !== null && valueTypeOf(column.meaning) === 'money';
  return {
    index: column.index,
    letter: columnLetter(column.index),
    header: column.header,
    table: column.meaning ? tableOf(column.meaning) : null,
    key: column.meaning && tableOf(column.meaning) ? keyOf(column.meaning) : null,
    ...(isMoney ? { unit: column.moneyUnit } : {}),
    ...(column.rateUnit ? { rate: column.rateUnit } : {}),
    ...(column.period ? { period: periodReading(column.period) } : {}),
    confidence: column.confidence,
    samples: column.samples,
  };
}
