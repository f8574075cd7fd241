import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Printing } from './printing.ts';

/** What the printed papers share: one Chinese typeface, page numbers, a line at the foot. Lengths in points. */
export type LedgerDocument = PDFKit.PDFDocument;

export interface Paper {
  readonly size: 'A4' | 'A5';
  readonly isLandscape: boolean;
  readonly margin: number;
  /** Bottom left of every page, beside the page number. */
  readonly footnote: string;
  readonly title: string;
}

export const ink = '#1f2328';
export const faintInk = '#57606a';
export const textSize = 9;
const footerHeight = 24;

export const a4: Pick<Paper, 'size' | 'isLandscape' | 'margin'> = { size: 'A4', isLandscape: false, margin: 42 };

// Ten megabytes, read once; each document embeds only the characters it uses.
let typeface: Buffer | undefined;

/** Draws papers one after the other into a file, each on pages of its own that it numbers for itself. */
export async function printPapers<Content>(paper: Paper, printing: Printing, contents: readonly Content[], write: (document: LedgerDocument, content: Content) => void): Promise<Buffer> {
  const document = startDocument(paper, printing.now);
  const firstPages: number[] = [];
  for (const [index, content] of contents.entries()) {
    if (index > 0) document.addPage();
    firstPages.push(document.bufferedPageRange().count - 1);
    write(document, content);
  }
  writeFooters(document, paper, printing, firstPages);
  return bytesOf(document);
}

function startDocument(paper: Paper, now: Date): LedgerDocument {
  typeface ??= readFileSync(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));
  const { margin } = paper;
  const document = new PDFDocument({
    size: paper.size, layout: paper.isLandscape ? 'landscape' : 'portrait', bufferPages: true,
    margins: { top: margin, left: margin, right: margin, bottom: margin + footerHeight },
    info: { Title: paper.title, Producer: 'Loanbook', Creator: 'Loanbook', CreationDate: now },
  });
  document.registerFont('text', typeface);
  return document.font('text').fontSize(textSize).fillColor(ink);
}

function writeFooters(document: LedgerDocument, paper: Paper, printing: Printing, firstPages: readonly number[]): void {
  const { count } = document.bufferedPageRange();
  for (const [index, first] of firstPages.entries()) {
    const pages = (firstPages[index + 1] ?? count) - first;
    for (let page = 0; page < pages; page += 1) {
      document.switchToPage(first + page);
      writeFooter(document, paper, printing.language === 'zh' ? `第 ${page + 1} 页 / 共 ${pages} 页` : `Page ${page + 1} of ${pages}`);
    }
  }
}

function writeFooter(document: LedgerDocument, paper: Paper, pageText: string): void {
  const { page } = document;
  const top = page.height - paper.margin - footerHeight + 8;
  // Text below the bottom margin would start a new page.
  page.margins.bottom = 0;
  document.fontSize(8).fillColor(faintInk);
  document.text(paper.footnote, paper.margin, top, { width: contentWidth(document) - 90, lineBreak: false, ellipsis: true });
  document.text(pageText, paper.margin, top, { width: contentWidth(document), align: 'right', lineBreak: false });
  document.fillColor(ink).fontSize(textSize);
}

async function bytesOf(document: LedgerDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', resolve).on('error', reject);
  });
  document.end();
  await finished;
  return Buffer.concat(chunks);
}

export function contentWidth(document: LedgerDocument): number {
  return document.page.width - document.page.margins.left - document.page.margins.right;
}

/** A new page unless so much height is left on this one. */
export function keepTogether(document: LedgerDocument, height: number): void {
  if (document.y + height > document.page.height - document.page.margins.bottom) document.addPage();
}
