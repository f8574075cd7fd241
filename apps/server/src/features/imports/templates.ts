import { importTemplateSchema, type ImportTemplate } from '@loanbook/contract/features/imports.ts';
import type { FileReading, MappingCorrections, SheetRole } from '@loanbook/ledger-reader/ledger-reading.ts';
import { z } from 'zod';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { newId } from '../../platform/ids.ts';
import { rememberedMapping, templatesFrom, type ColumnDecision, type MappingTemplate, type RememberedMapping } from './templates-match.ts';

/** More sources than any lender has; of more than these the longest unused are not looked at. */
const mostTemplates = 200;

const decisionsSchema = z.record(z.string(), z.object({ table: z.enum(['customer', 'loan', 'repayment', 'installment']), key: z.string(), unit: z.enum(['yuan', 'wan']).exactOptional() }).nullable());

export async function listTemplates(tx: Tx): Promise<ImportTemplate[]> {
  const rows = await tx.db.selectFrom('import_template').selectAll().orderBy('used_at', 'desc').orderBy('template_id').limit(mostTemplates).execute();
  return rows.map((row) => importTemplateSchema.parse({ id: row.template_id, name: row.name, columnCount: row.headings.length, createdBy: row.created_by, usedAt: row.used_at }));
}

export async function renameTemplate(tx: Tx, templateId: string, name: string): Promise<Record<string, never>> {
  const changed = await tx.db.updateTable('import_template').set({ name }).where('template_id', '=', templateId).executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw failure('not_found');
  tx.audit({ action: 'import_template.renamed', objectType: 'import_template', objectId: templateId });
  return {};
}

export async function forgetTemplate(tx: Tx, templateId: string): Promise<Record<string, never>> {
  const deleted = await tx.db.deleteFrom('import_template').where('template_id', '=', templateId).executeTakeFirst();
  if (deleted.numDeletedRows === 0n) throw failure('not_found');
  tx.audit({ action: 'import_template.forgotten', objectType: 'import_template', objectId: templateId });
  return {};
}

/** Names of the templates that an import was read with, those still there. */
export async function templateNames(tx: Tx, templateIds: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (templateIds.length === 0) return [];
  const rows = await tx.db.selectFrom('import_template').select(['template_id', 'name']).where('template_id', 'in', [...templateIds]).orderBy('name').execute();
  return rows.map((row) => ({ id: row.template_id, name: row.name }));
}

/** What earlier imports of the same source taught about these files; null when nothing. Marks what it uses as used. */
export async function recallMapping(tx: Tx, files: readonly FileReading[]): Promise<RememberedMapping | null> {
  const rows = await tx.db.selectFrom('import_template').selectAll().orderBy('used_at', 'desc').limit(mostTemplates).execute();
  // as: only rememberMapping writes roles, from the reader's own.
  const templates = rows.map((row): MappingTemplate => ({ templateId: row.template_id, name: row.name, headings: row.headings, decisions: decisionsOf(row.decisions), sheetRole: row.sheet_role as SheetRole | null }));
  const remembered = rememberedMapping(files, templates);
  if (!remembered) return null;
  tx.markBookkeeping();
  await tx.db.updateTable('import_template').set({ used_at: tx.now.toISOString() }).where('template_id', 'in', [...remembered.templateIds]).execute();
  return remembered;
}

function decisionsOf(stored: unknown): Record<string, ColumnDecision> {
  return decisionsSchema.parse(stored);
}

/** Keeps what a person decided about the tables of a source that was written into the book; a later decision replaces an earlier one. */
export async function rememberMapping(tx: Tx, files: readonly FileReading[], corrections: MappingCorrections): Promise<void> {
  for (const { name, headings, decisions, sheetRole } of templatesFrom(files, corrections)) {
    const values = { name, decisions: JSON.stringify(decisions), sheet_role: sheetRole, created_by: tx.actor.name, used_at: tx.now.toISOString() };
    await tx.db.insertInto('import_template')
      .values({ institution_id: tx.institutionId, template_id: newId(tx.now), headings: [...headings], ...values })
      // A name that somebody gave stays.
      .onConflict((conflict) => conflict.columns(['institution_id', 'headings']).doUpdateSet({ decisions: values.decisions, sheet_role: sheetRole, used_at: values.used_at }))
      .execute();
  }
}
