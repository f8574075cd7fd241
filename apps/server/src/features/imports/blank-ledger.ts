import type { Field } from '@loanbook/contract/fields/field.ts';
import { columnLetter } from '@loanbook/ledger-reader/decode/cell-grid.ts';
import { writeXlsx, type Cell, type CellStyle, type CellValue, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { daySerial, textColumns } from '../../platform/workbook.ts';
import { blankGuide, blankSample } from './blank-ledger-guide.ts';
import { blankFields, blankHeading, blankHint, blankSheets, type BlankSheet } from './blank-ledger-sheets.ts';

type Language = 'zh' | 'en';

/** Above the headings of the loans: the day for which balances stand, without which days past due are a guess. */
const asOfRow = { zh: ['截止日期', null], en: ['As of date', null] } as const satisfies Record<Language, readonly CellValue[]>;

/** Rows that wear the columns' formats; drop-downs and checks reach further. */
const formattedRows = 500;
const checkedRows = 20_000;

/** An empty ledger to fill in Excel or WPS: a sheet for each of the four ledgers, how to fill them, and a filled sample. */
export async function writeBlankLedger(language: Language): Promise<Buffer> {
  const bytes = await writeXlsx({ sheets: [guideSheet(language), ...blankSheets.map((sheet) => ledgerSheet(sheet, language)), sampleSheet(language)] });
  return Buffer.from(bytes);
}

function guideSheet(language: Language): WriteSheet {
  const { name, lines } = blankGuide[language];
  return {
    name,
    columns: [{ width: 120, style: { font } }],
    rows: lines.map((line, index) => [index === 0 ? line : `${index}. ${line}`]),
    cells: new Map([['0,0', { style: { font: { ...font, bold: true, size: 14 } } }]]),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function ledgerSheet(sheet: BlankSheet, language: Language): WriteSheet {
  const fields = blankFields(sheet);
  const empty = fields.map((): CellValue => null);
  return {
    ...tableSheet(sheet, language),
    rows: [...captionRows(sheet, language), headings(sheet, fields, language), ...Array.from({ length: formattedRows }, () => empty)],
    dataValidations: [...fields.flatMap((field, index) => validation(field, columnRange(index, headingRow(sheet)), language)), ...asOfValidation(sheet, language)],
  };
}

function sampleSheet(language: Language): WriteSheet {
  const { name, rows } = blankSample[language];
  const loans = blankSheets.find((sheet) => sheet.table === 'loan');
  if (!loans) throw new Error('the blank ledger has no sheet of loans');
  const fields = blankFields(loans);
  return {
    ...tableSheet(loans, language),
    name,
    rows: [...captionRows(loans, language), headings(loans, fields, language), ...rows.map((row) => fields.map((field) => sampleCell(field, row[field.key])))],
  };
}

function captionRows(sheet: BlankSheet, language: Language): CellValue[][] {
  return sheet.hasAsOf === true ? [[...asOfRow[language]]] : [];
}

/** From 0. */
function headingRow(sheet: BlankSheet): number {
  return sheet.hasAsOf === true ? 1 : 0;
}

function asOfValidation(sheet: BlankSheet, language: Language): DataValidation[] {
  if (sheet.hasAsOf !== true) return [];
  const isChinese = language === 'zh';
  return [{ range: 'B1', type: 'date', operator: 'between', formula1: '1', formula2: '73415', allowBlank: true, showErrorMessage: true, errorStyle: 'warning', errorTitle: asOfRow[language][0], errorMessage: isChinese ? '不是日期。请写成 2026-03-05 这样。' : 'Not a date. Please write it as 2026-03-05.' }];
}

function asOfCells(sheet: BlankSheet, language: Language): [string, Partial<Cell>][] {
  if (sheet.hasAsOf !== true) return [];
  const hint = language === 'zh' ? '必填。下面的余额和逾期天数是哪一天的，例如 2026-03-31。' : 'Required. The day for which the balances and days past due below stand, such as 2026-03-31.';
  return [['0,0', { style: headingStyle(true), comment: { author: 'Loanbook', text: hint } }], ['0,1', { style: { ...headingStyle(true), numFmt: 'yyyy-mm-dd' } }]];
}

function tableSheet(sheet: BlankSheet, language: Language): WriteSheet {
  const fields = blankFields(sheet);
  const row = headingRow(sheet);
  const heading = (field: Field): Partial<Cell> => {
    const isRequired = sheet.requiredKeys.includes(field.key);
    const hint = blankHint(field, isRequired, language);
    return { style: headingStyle(isRequired), ...(hint === '' ? {} : { comment: { author: 'Loanbook', text: hint } }) };
  };
  return {
    name: sheet[language],
    columns: fields.map((field) => ({ width: columnWidth(field, language), style: cellStyle(field) })),
    cells: new Map([...asOfCells(sheet, language), ...fields.map((field, index): [string, Partial<Cell>] => [`${row},${index}`, heading(field)])]),
    rowDefs: new Map([[row, { height: 32 }]]),
    freezePane: { rows: row + 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', printTitlesRow: `$${row + 1}:$${row + 1}` },
  };
}

function headings(sheet: BlankSheet, fields: readonly Field[], language: Language): CellValue[] {
  return fields.map((field) => `${sheet.requiredKeys.includes(field.key) ? '*' : ''}${blankHeading(field, language)}`);
}

function sampleCell(field: Field, value: string | number | undefined): CellValue {
  const serial = field.type === 'date' && typeof value === 'string' ? daySerial(value) : null;
  return serial ?? value ?? null;
}

/** What is typed against it is asked about, not refused: an odd day or word is still better kept than lost. */
function validation(field: Field, range: string, language: Language): DataValidation[] {
  const isChinese = language === 'zh';
  const common = { range, allowBlank: true, showErrorMessage: true, errorStyle: 'warning', errorTitle: field[language] } as const;
  if (field.choices) {
    const values = field.choices.map((choice) => choice[language]);
    return [{ ...common, type: 'list', values, errorMessage: isChinese ? '不在下拉框里。仍要这样写吗？' : 'This is not in the list. Keep it?' }];
  }
  if (field.type === 'date') {
    return [{ ...common, type: 'date', operator: 'between', formula1: '1', formula2: '73415', errorMessage: isChinese ? '不是日期。请写成 2026-03-05 这样。' : 'Not a date. Please write it as 2026-03-05.' }];
  }
  if (field.type === 'money' || field.type === 'percent') {
    return [{ ...common, type: 'decimal', operator: 'greaterThanOrEqual', formula1: '0', errorMessage: isChinese ? '请写数字，不带“元”和“%”。' : 'Please write a number without a unit.' }];
  }
  return [];
}

function columnRange(index: number, headingAt: number): string {
  const letter = columnLetter(index);
  return `${letter}${headingAt + 2}:${letter}${checkedRows}`;
}

// A font without name and size is another font in every program.
const font = { name: 'Calibri', size: 11 } as const;

function headingStyle(isRequired: boolean): CellStyle {
  return {
    font: { ...font, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: isRequired ? 'FCE8D5' : 'E8EEF7' } },
    border: { bottom: { style: 'thin' } },
    alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
  };
}

function cellStyle(field: Field): CellStyle {
  switch (field.type) {
    case 'money': return { font, numFmt: '#,##0.00' };
    case 'percent': return { font, numFmt: '0.00##' };
    case 'integer': return { font, numFmt: '0' };
    case 'date': return { font, numFmt: 'yyyy-mm-dd', alignment: { horizontal: 'left' } };
    case 'text': case 'code': case 'choice': case 'boolean': case 'date_time': case 'tags': return { font, numFmt: '@' };
    default: return field.type satisfies never;
  }
}

/** The grid's pixels as characters of the sheet, wide enough for the heading; a Chinese character takes two. */
function columnWidth(field: Field, language: Language): number {
  const headingWidth = textColumns(blankHeading(field, language)) + 4;
  return Math.max(Math.round((field.width ?? 100) / 7), Math.min(headingWidth, 24));
}
