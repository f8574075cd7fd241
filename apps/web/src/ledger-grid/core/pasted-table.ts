/**
 * The cells of a block copied in Excel or WPS: tabs between cells, line ends between rows. A cell that begins with a quotation
 * mark may hold tabs, line ends and doubled quotation marks; anywhere else a quotation mark is a plain character.
 */
export function pastedTable(clipboardText: string): string[][] {
  const text = clipboardText.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell.text);
    if (text[cell.end] === '\t') {
      at = cell.end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (cell.end >= text.length) return rows;
    at = cell.end + 1;
  }
}

interface ReadCell {
  readonly text: string;
  /** Where the tab, the line end or the end of the text stands. */
  readonly end: number;
}

function plainCell(text: string, from: number): ReadCell {
  let end = from;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return { text: text.slice(from, end), end };
}

function quotedCell(text: string, from: number): ReadCell {
  let inner = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') inner += text[at];
    else if (text[at + 1] === '"') {
      inner += '"';
      at += 1;
    } else if (at + 1 === text.length || text[at + 1] === '\t' || text[at + 1] === '\n') return { text: inner, end: at + 1 };
    else break;
  }
  // Opened and never closed as a cell is: the mark was only a character.
  return plainCell(text, from);
}

/** The rows without the column titles that our own copying puts above them. */
export function withoutTitles(table: readonly (readonly string[])[], titles: readonly string[]): readonly (readonly string[])[] {
  const [first] = table;
  const isTitled = first !== undefined && table.length > 1 && first.length > 0 && first.every((text, index) => text.trim() === titles[index]);
  return isTitled ? table.slice(1) : table;
}
