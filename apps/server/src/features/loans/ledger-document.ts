import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** What the printed papers share: one Chinese typeface, thin rules, a table that goes on over pages. Lengths in points. */
export type LedgerDocument = PDFKit.PDFDocument;

export interface Paper {
  readonly size: 'A4' | 'A5';
  readonly isLandscape: boolean;
  readonly margin: number;
  /** Bottom left of every page, beside the page number. */
  readonly footnote: string;
  readonly title: string;
}

export interface TableColumn {
  readonly title: string;
  readonly width: number;
  readonly isNumber: boolean;
}

const ink = '#1f2328';
const faintInk = '#57606a';
const rule = '#8c959f';
const cellPadding = 4;
const rowHeight = 18;
const footerHeight = 24;

// Ten megabytes, read once; each document embeds only the characters it uses.
let typeface: Buffer | undefined;

/** Buffers its pages, so that each can say how many there are. Hand it to `finishDocument`. */
export function startDocument(paper: Paper, now: Date): LedgerDocument {
  typeface ??= readFileSync(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));
  const { margin } = paper;
  const document = new PDFDocument({
    size: paper.size, layout: paper.isLandscape ? 'landscape' : 'portrait', bufferPages: true,
    margins: { top: margin, left: margin, right: margin, bottom: margin + footerHeight },
    info: { Title: paper.title, Producer: 'Loanbook', Creator: 'Loanbook', CreationDate: now },
  });
  document.registerFont('text', typeface);
  return document.font('text').fontSize(9).fillColor(ink);
}

export async function finishDocument(document: LedgerDocument, paper: Paper, pageText: (page: number, pages: number) => string): Promise<Buffer> {
  const { count } = document.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(index);
    writeFooter(document, paper, pageText(index + 1, count));
  }
  const chunks: Buffer[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', resolve).on('error', reject);
  });
  document.end();
  await finished;
  return Buffer.concat(chunks);
}

function writeFooter(document: LedgerDocument, paper: Paper, pageText: string): void {
  const { page } = document;
  const top = page.height - paper.margin - footerHeight + 8;
  // Text below the bottom margin would start a new page.
  page.margins.bottom = 0;
  document.fontSize(8).fillColor(faintInk);
  document.text(paper.footnote, paper.margin, top, { width: contentWidth(document) - 90, lineBreak: false, ellipsis: true });
  document.text(pageText, paper.margin, top, { width: contentWidth(document), align: 'right', lineBreak: false });
  document.fillColor(ink).fontSize(9);
}

export function contentWidth(document: LedgerDocument): number {
  return document.page.width - document.page.margins.left - document.page.margins.right;
}

/** The lender's name and what the paper is, centred. */
export function writeHeading(document: LedgerDocument, lender: string, title: string): void {
  document.fontSize(11).text(lender, { align: 'center' });
  document.moveDown(0.3).fontSize(17).text(title, { align: 'center' });
  document.fontSize(9).moveDown(0.6);
}

/** Label and value in so many columns; empty values are left out. A long value takes as many lines as it needs. */
export function writeFacts(document: LedgerDocument, facts: readonly (readonly [label: string, value: string | null])[], columns: number): void {
  const shown = facts.filter(([, value]) => value !== null && value !== '');
  const left = document.page.margins.left;
  const width = contentWidth(document) / columns;
  const labelWidth = Math.max(...shown.map(([label]) => document.widthOfString(label))) + 10;
  for (let from = 0; from < shown.length; from += columns) {
    const top = document.y;
    let bottom = top;
    shown.slice(from, from + columns).forEach(([label, value], index) => {
      const x = left + index * width;
      document.fillColor(faintInk).text(label, x, top, { lineBreak: false });
      document.fillColor(ink).text(value ?? '', x + labelWidth, top, { width: width - labelWidth - 10 });
      bottom = Math.max(bottom, document.y);
    });
    document.y = bottom + 3;
  }
  document.x = left;
}

/** A ruled table. Its header is repeated on every page; `totals` close it. */
export function writeTable(document: LedgerDocument, columns: readonly TableColumn[], rows: readonly (readonly string[])[], totals: readonly string[] | null): void {
  writeTableRow(document, columns, columns.map((column) => column.title), true);
  for (const row of rows) {
    if (document.y + rowHeight > document.page.height - document.page.margins.bottom) {
      document.addPage();
      writeTableRow(document, columns, columns.map((column) => column.title), true);
    }
    writeTableRow(document, columns, row, false);
  }
  if (totals) writeTableRow(document, columns, totals, true);
  document.x = document.page.margins.left;
}

function writeTableRow(document: LedgerDocument, columns: readonly TableColumn[], cells: readonly string[], isEmphasised: boolean): void {
  const top = document.y;
  let x = document.page.margins.left;
  for (const [index, column] of columns.entries()) {
    document.lineWidth(0.5).rect(x, top, column.width, rowHeight);
    if (isEmphasised) document.fillAndStroke('#f0f2f4', rule);
    else document.stroke(rule);
    document.fillColor(ink).text(cells[index] ?? '', x + cellPadding, top + 4, { width: column.width - 2 * cellPadding, align: column.isNumber ? 'right' : 'left', lineBreak: false });
    x += column.width;
  }
  document.y = top + rowHeight;
}

/** 1234567.80 fen text as people write it: 1,234,567.80. */
export function groupedYuan(yuan: string): string {
  return yuan.replace(/\B(?=(\d{3})+(?=\.))/g, ',');
}
