import { contentText, isDateCell, isErrorCell, markKey, type CellContent, type CellMarks } from '../decode/cell-grid.ts';
import { readIdNumber, type IdReading } from '../identity/read-id-number.ts';
import type { ColumnMeaning } from '../tables/column-meaning.ts';
import type { RowDefaults } from '../tables/table-defaults.ts';
import type { MappedColumn } from '../tables/map-columns.ts';
import { isEmptyWord, visibleText } from '../text/clean-text.ts';
import { readAmount, type AmountReading, type MoneyUnit } from '../values/read-amount.ts';
import { readCode } from '../values/read-code.ts';
import { choiceText, matchChoice, type ChoiceRule } from '../values/read-choice.ts';
import type { CountReading } from '../values/read-count.ts';
import { civilDay } from '../values/civil-days.ts';
import { readDate, type DateReading } from '../values/read-date.ts';
import { readName, type NameReading } from '../values/read-name.ts';
import type { PreparedTable } from './prepared-table.ts';
import type { CellAt, ProblemList, ProblemNote } from './problem-list.ts';

/** One row of a prepared table: asks for a meaning, gets a value, and reports what it could not read. */
export class TableRow {
  readonly table: PreparedTable;
  readonly row: number;
  readonly #problems: ProblemList;

  constructor(table: PreparedTable, row: number, problems: ProblemList) {
    this.table = table;
    this.row = row;
    this.#problems = problems;
  }

  /** The row in the file, from 0; several rows of a table may have been one line. */
  get sourceRow(): number {
    return this.table.origins?.rows.get(this.row) ?? this.row;
  }

  column(meaning: ColumnMeaning): MappedColumn | undefined {
    return this.table.map.byMeaning.get(meaning);
  }

  has(meaning: ColumnMeaning): boolean {
    return this.table.map.byMeaning.has(meaning);
  }

  /** The cell, decoded where the files brought a dictionary for its column. */
  cell(meaning: ColumnMeaning): CellContent | undefined {
    const column = this.column(meaning);
    if (!column) return undefined;
    const content = this.cellAt(column.index);
    const codes = this.table.codes.get(column.index);
    return codes && content !== undefined && content !== null ? (codes.get(contentText(content).trim()) ?? content) : content;
  }

  cellAt(column: number): CellContent | undefined {
    return this.table.sheet.rows[this.row]?.[column];
  }

  at(meaning: ColumnMeaning): CellAt {
    return this.position(this.column(meaning)?.index ?? 0);
  }

  position(column: number): CellAt {
    const origin = this.table.origins?.columns.get(column) ?? { row: this.sourceRow, column };
    return { file: this.table.file, sheet: this.table.sheet.name, ...origin };
  }

  marks(column: number): CellMarks | undefined {
    return this.table.sheet.marks.get(markKey(this.sourceRow, column));
  }

  report(meaning: ColumnMeaning, note: Omit<ProblemNote, 'value'> & { readonly value?: string }): void {
    this.#problems.add(this.at(meaning), { ...note, value: note.value ?? contentText(this.cell(meaning)) });
  }

  reportAt(column: number, note: Omit<ProblemNote, 'value'> & { readonly value?: string }): void {
    this.#problems.add(this.position(column), { ...note, value: note.value ?? contentText(this.cellAt(column)) });
  }

  /** Remembers what the cell means where its unit was a slip. */
  correct(meaning: ColumnMeaning, amountFen: number): void {
    const column = this.column(meaning);
    if (column) this.table.findings.correctedFen.set(markKey(this.row, column.index), amountFen);
  }

  /** What headings outside the table say for this row; the nearest section heading above comes first. */
  defaults(): RowDefaults {
    const section = this.table.sectionDefaults.findLast(({ row }) => row < this.row);
    return section ? { ...this.table.defaults, ...section.values } : this.table.defaults;
  }

  text(meaning: ColumnMeaning): string | undefined {
    const content = this.cell(meaning);
    if (content === undefined || content === null || isErrorCell(content)) return undefined;
    if (isDateCell(content)) return content.date;
    const text = visibleText(String(content));
    return isEmptyWord(text) ? undefined : text;
  }

  code(meaning: ColumnMeaning): string | undefined {
    return readCode(this.cell(meaning)) ?? undefined;
  }

  name(meaning: ColumnMeaning): NameReading | undefined {
    const content = this.cell(meaning);
    if (meaning === 'customer.name' && !this.has(meaning)) return this.#partedName();
    return typeof content === 'string' ? (readName(content) ?? undefined) : undefined;
  }

  /** Given and family name in two columns. */
  #partedName(): NameReading | undefined {
    const parts = [this.text('row.firstName'), this.text('row.lastName')].filter((part) => part !== undefined);
    return parts.length > 0 ? (readName(parts.join(' ')) ?? undefined) : undefined;
  }

  id(meaning: ColumnMeaning): IdReading {
    return readIdNumber(this.cell(meaning));
  }

  choice<Value extends string>(meaning: ColumnMeaning, rules: readonly ChoiceRule<Value>[]): Value | undefined {
    const text = choiceText(this.cell(meaning));
    return text === null ? undefined : matchChoice(text, rules);
  }

  count(meaning: ColumnMeaning, read: (content: CellContent | undefined) => CountReading): number | undefined {
    const value = read(this.cell(meaning));
    return typeof value === 'number' ? value : undefined;
  }

  date(meaning: ColumnMeaning): DateReading {
    const reading = readDate(this.cell(meaning));
    const day = reading.kind === 'no_year' && this.table.year !== undefined ? civilDay(this.table.year, reading.month, reading.day) : null;
    return day ? { kind: 'date', date: day } : reading;
  }

  /** An amount in fen; what is not one is reported. `once` as in ProblemNote. */
  amount(meaning: ColumnMeaning, once?: string): Extract<AmountReading, { kind: 'amount' }> | undefined {
    const column = this.column(meaning);
    return column ? this.amountAt(column.index, column.moneyUnit, once) : undefined;
  }

  amountAt(column: number, unit: MoneyUnit, once?: string): Extract<AmountReading, { kind: 'amount' }> | undefined {
    const reading = readAmount(this.cellAt(column), unit);
    const key = once ? { once: `${once}|${column}|${contentText(this.cellAt(column))}` } : {};
    switch (reading.kind) {
      case 'amount':
        return reading;
      case 'blank':
        return undefined;
      case 'broken':
        this.reportAt(column, { kind: 'broken_formula', zh: `公式出错（${reading.error}），没有可用的数`, en: `The formula is broken (${reading.error}); there is no figure to take`, ...key });
        return undefined;
      case 'multiple':
        this.reportAt(column, { kind: 'unreadable_amount', zh: '一格里有几个金额，无法确定用哪一个', en: 'Several amounts in one cell; which one counts is not clear', ...key });
        return undefined;
      case 'ambiguous':
        this.reportAt(column, { kind: 'unreadable_amount', zh: '小数点可能是千分位，无法确定是多少', en: 'The point may stand for a comma; how much is meant is not clear', ...key });
        return undefined;
      case 'unreadable':
        this.reportAt(column, { kind: 'unreadable_amount', zh: reading.why === 'range' ? '金额是一个区间，不是一个数' : '看不懂的金额', en: reading.why === 'range' ? 'The amount is a range, not a figure' : 'The amount cannot be read', ...key });
        return undefined;
      default:
        return reading satisfies never;
    }
  }

  /** Reports a date that is no day; a blank, a marker and a real day pass silently. */
  reportDate(meaning: ColumnMeaning, reading: DateReading, once?: string): void {
    const column = this.column(meaning);
    if (column) this.reportDateAt(column.index, reading, once);
  }

  reportDateAt(column: number, reading: DateReading, once?: string): void {
    const written = contentText(this.cellAt(column));
    const key = once ? { once: `${once}|${column}|${written}` } : {};
    if (reading.kind === 'impossible') this.reportAt(column, { kind: 'impossible_date', zh: `日期不存在：${written}`, en: `No such day: ${written}`, ...key });
    else if (reading.kind === 'unreadable') this.reportAt(column, { kind: 'impossible_date', zh: `看不懂的日期：${written}`, en: `The date cannot be read: ${written}`, ...key });
    else if (reading.kind === 'broken') this.reportAt(column, { kind: 'broken_formula', zh: `公式出错（${reading.error}），没有可用的日期`, en: `The formula is broken (${reading.error}); there is no date to take`, ...key });
    else if (reading.kind === 'month' || reading.kind === 'no_year') this.reportAt(column, { kind: 'ambiguous_date', zh: `日期不完整：${written}`, en: `The date is incomplete: ${written}`, ...key });
    else if (reading.kind === 'ambiguous') this.reportAt(column, { kind: 'ambiguous_date', zh: `月/日还是日/月无法判断：${reading.candidates.join(' 或 ')}`, en: `Month first or day first? ${reading.candidates.join(' or ')}`, ...key });
  }
}
