import { z } from 'zod';
import { emptyDraft, type MappingDraft } from './mapping-draft.ts';

const target = z.object({ table: z.enum(['customer', 'loan', 'repayment', 'installment']), key: z.string(), unit: z.enum(['yuan', 'wan']).exactOptional() });
const draftSchema = z.object({ asOf: z.string().nullable(), roles: z.record(z.string(), z.string()), columns: z.record(z.string(), z.record(z.string(), target.nullable())) });

/**
 * The corrections already sent for an import. The server takes the whole set with each new reading but does not give it
 * back, so this tab remembers it.
 */
export function sentCorrections(importId: string): MappingDraft {
  try {
    const stored = globalThis.sessionStorage?.getItem(storageKey(importId));
    const parsed = draftSchema.safeParse(stored ? JSON.parse(stored) : null);
    return parsed.success ? parsed.data : emptyDraft;
  } catch {
    return emptyDraft; // Storage is refused in some private windows; then only this reading's corrections are sent.
  }
}

export function rememberCorrections(importId: string, draft: MappingDraft): void {
  try {
    globalThis.sessionStorage?.setItem(storageKey(importId), JSON.stringify(draft));
  } catch {
    return; // As above: refused or full storage must not stop an import.
  }
}

function storageKey(importId: string): string {
  return `loanbook.import-corrections.${importId}`;
}
