import { contentWidth, faintInk, ink, keepTogether, textSize, type LedgerDocument } from './ledger-document.ts';

/** The lender's name and what the paper is, centred; its number and day below on the right. */
export function writeHeading(document: LedgerDocument, lender: string, title: string, reference?: string): void {
  document.fontSize(11).text(lender, { align: 'center' });
  document.moveDown(0.3).fontSize(17).text(title, { align: 'center' });
  document.fontSize(textSize).moveDown(0.6);
  if (reference === undefined) return;
  document.fillColor(faintInk).text(reference, { align: 'right' }).fillColor(ink).moveDown(0.4);
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

/** What follows belongs together; never alone at the foot of a page. */
export function writeSectionTitle(document: LedgerDocument, title: string): void {
  keepTogether(document, 70);
  document.moveDown(0.7).fontSize(10.5).text(title, document.page.margins.left).fontSize(textSize).moveDown(0.3);
}

export function writeParagraph(document: LedgerDocument, text: string, look: { readonly isFaint?: boolean } = {}): void {
  const height = document.heightOfString(text, { width: contentWidth(document), lineGap: 2 });
  keepTogether(document, height);
  document.fillColor(look.isFaint ? faintInk : ink).text(text, document.page.margins.left, document.y, { width: contentWidth(document), lineGap: 2 }).fillColor(ink);
  document.moveDown(0.3);
}

/** Lines to sign on, with room above for a seal; at the foot of the page where `isAtFoot`. */
export function writeSignatures(document: LedgerDocument, labels: readonly string[], isAtFoot = false): void {
  const { page } = document;
  keepTogether(document, 44);
  const width = contentWidth(document) / labels.length;
  const lowest = page.height - page.margins.bottom - 34;
  const top = isAtFoot ? Math.max(document.y + 14, lowest) : Math.min(document.y + 30, lowest);
  labels.forEach((label, index) => {
    const x = page.margins.left + index * width;
    document.text(label, x, top, { width: width - 14, lineBreak: false });
    document.lineWidth(0.5).moveTo(x, top + 16).lineTo(x + width - 14, top + 16).stroke('#8c959f');
  });
  document.x = page.margins.left;
  document.y = top + 24;
}
