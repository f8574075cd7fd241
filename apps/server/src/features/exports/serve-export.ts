import { PassThrough, Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportRequest, listRoutes } from '@loanbook/contract/features/lists.ts';
import { writeLog } from '../../platform/app-context.ts';
import { inInstitution, type Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { fileReply } from '../../platform/file-reply.ts';
import { serveWithoutTransaction, type Server } from '../../platform/http.ts';
import type { ListDefinition } from '../../platform/lists/list-definition.ts';
import { checkView } from '../../platform/lists/list-filter.ts';
import type { StoredValue } from '../../platform/lists/list-cells.ts';
import { readListRows } from '../../platform/lists/list-rows.ts';
import type { Access } from '../../platform/policy.ts';
import { xlsxContentType } from '../../platform/workbook.ts';
import { exportSheet, type ExportSheet } from './export-sheet.ts';
import { writeCsv } from './write-csv.ts';
import { writeListPdf } from './write-list-pdf.ts';
import { writeXlsx } from './write-xlsx.ts';

const contentTypes = { xlsx: xlsxContentType, csv: 'text/csv; charset=utf-8', pdf: 'application/pdf' } as const;

/** Some two hundred pages; nobody prints more at once, and they are drawn in memory. */
const mostPrintedRows = 5_000;

/** A reader that takes longer than this is cut off, so that it does not hold a connection to the database. */
const longestMs = 10 * 60_000;

/**
 * A list as a file. The audit entry is committed before the first byte leaves; then the rows flow from one statement
 * through the writer to the caller, as fast as he takes them.
 */
export function serveExport(server: Server, route: ReturnType<typeof listRoutes>['export'], access: Exclude<Access, 'public'>, list: ListDefinition): void {
  serveWithoutTransaction(server, route, access, async ({ app, body, session, requestId }) => {
    const sheet = exportSheet(list, body, session, app.now());
    const name = `${sheet.name} ${session.businessDate}.${body.format}`;
    if (body.format === 'pdf') return fileReply(name, contentTypes.pdf, await inInstitution(app, session.actor, (tx) => printList(tx, list, body, sheet)));
    await inInstitution(app, session.actor, (tx) => noteExport(tx, list, body));
    const file = new PassThrough();
    inInstitution(app, session.actor, (tx) => sendRows(tx, list, body, sheet, file)).catch((error: unknown) => {
      writeLog(app, { level: 'warn', event: 'export cut short', requestId, list: list.ledger.name, reason: error instanceof Error ? error.name : 'unknown' });
      file.destroy(error instanceof Error ? error : undefined);
    });
    return fileReply(name, contentTypes[body.format], file);
  });
}

/** @throws Failure too_many_to_print */
async function printList(tx: Tx, list: ListDefinition, request: ExportRequest, sheet: ExportSheet): Promise<Buffer> {
  await noteExport(tx, list, request);
  const rows: (readonly StoredValue[])[] = [];
  for await (const block of readListRows(tx, list, request, request.columns)) {
    rows.push(...block);
    if (rows.length > mostPrintedRows) throw failure('too_many_to_print', { most: mostPrintedRows });
  }
  return writeListPdf(sheet, rows, { lender: sheet.lender, language: sheet.language, businessDate: tx.businessDate, now: tx.now });
}

async function noteExport(tx: Tx, list: ListDefinition, request: ExportRequest): Promise<void> {
  await checkView(tx, list, request);
  tx.audit({ action: `${list.ledger.name}.exported`, objectType: 'list', objectId: null, fields: request.columns, values: { filters: request.filters, search: request.search ?? null, format: request.format } });
}

async function sendRows(tx: Tx, list: ListDefinition, request: ExportRequest, sheet: ExportSheet, file: Writable): Promise<void> {
  const blocks = readListRows(tx, list, request, request.columns);
  const bytes = request.format === 'csv' ? Readable.from(writeCsv(sheet, blocks), { objectMode: false }) : Readable.from(writeXlsx(sheet, blocks), { objectMode: false });
  await pipeline(bytes, file, { signal: AbortSignal.timeout(longestMs) });
}
