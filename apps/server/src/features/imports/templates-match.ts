import type { FileReading, MappingCorrections, SheetRole, TableReading } from '@loanbook/ledger-reader/ledger-reading.ts';

/** What a column of a remembered source is read as; null: it is left out. */
export type ColumnDecision = NonNullable<NonNullable<MappingCorrections['columns']>[string]>[number];

/** How a table of a source is to be read, known again by its headings. */
export interface MappingTemplate {
  readonly templateId: string;
  readonly name: string;
  readonly headings: readonly string[];
  readonly decisions: Readonly<Record<string, ColumnDecision>>;
  readonly sheetRole: SheetRole | null;
}

/** A source that gains a column or loses one is the same source still. */
const sameSourceFrom = 0.8;

/** The headings of a table by column index; one that stands twice carries its count, an empty one its letter. */
export function tableHeadings(table: TableReading): Map<number, string> {
  const counts = new Map<string, number>();
  return new Map(table.columns.map((column) => {
    const text = column.header.trim() || `(${column.letter})`;
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    return [column.index, count === 1 ? text : `${text} #${count}`];
  }));
}

/** What a person decided about a file's tables, by heading. Tables that they left as recognised are not in it. */
export function templatesFrom(files: readonly FileReading[], corrections: MappingCorrections): Omit<MappingTemplate, 'templateId'>[] {
  return files.flatMap((file) => file.sheets.flatMap((sheet) => sheet.tables.flatMap((table) => {
    const columns = corrections.columns?.[table.id];
    const sheetRole = corrections.sheets?.[`${file.name}#${sheet.name}`]?.role ?? null;
    if (columns === undefined && sheetRole === null) return [];
    const headings = tableHeadings(table);
    const decisions = Object.fromEntries(Object.entries(columns ?? {}).flatMap(([index, decision]) => {
      const heading = headings.get(Number(index));
      return heading === undefined ? [] : [[heading, decision]];
    }));
    const place = file.sheets.length > 1 ? ` · ${sheet.name}` : '';
    return [{ name: `${file.name.replace(/\.[^.]*$/, '')}${place}`.slice(0, 100), headings: [...headings.values()].toSorted(), decisions, sheetRole }];
  })));
}

/** The template whose headings the table has, nearly all of them and few others; the nearest of several. */
export function templateFor(table: TableReading, templates: readonly MappingTemplate[]): MappingTemplate | null {
  const headings = new Set(tableHeadings(table).values());
  let best: { readonly template: MappingTemplate; readonly likeness: number } | null = null;
  for (const template of templates) {
    const common = template.headings.filter((heading) => headings.has(heading)).length;
    const likeness = common / Math.max(template.headings.length, headings.size, 1);
    if (likeness >= sameSourceFrom && (best === null || likeness > best.likeness)) best = { template, likeness };
  }
  return best?.template ?? null;
}

export interface RememberedMapping {
  readonly corrections: Pick<Required<MappingCorrections>, 'sheets' | 'columns'>;
  readonly templateIds: readonly string[];
}

/** What is remembered about the tables of new files, as corrections of how they were recognised; null when nothing is. */
export function rememberedMapping(files: readonly FileReading[], templates: readonly MappingTemplate[]): RememberedMapping | null {
  const sheets: Record<string, { role: SheetRole }> = {};
  const columns: Record<string, Record<number, ColumnDecision>> = {};
  const templateIds = new Set<string>();
  for (const file of files) {
    for (const sheet of file.sheets) {
      for (const table of sheet.tables) {
        const template = templateFor(table, templates);
        if (!template) continue;
        templateIds.add(template.templateId);
        if (template.sheetRole !== null) sheets[`${file.name}#${sheet.name}`] = { role: template.sheetRole };
        const decided = decidedColumns(table, template);
        if (Object.keys(decided).length > 0) columns[table.id] = decided;
      }
    }
  }
  return templateIds.size === 0 ? null : { corrections: { sheets, columns }, templateIds: [...templateIds] };
}

function decidedColumns(table: TableReading, template: MappingTemplate): Record<number, ColumnDecision> {
  return Object.fromEntries([...tableHeadings(table)].flatMap(([index, heading]) => {
    const decision = template.decisions[heading];
    return decision === undefined ? [] : [[index, decision]];
  }));
}
