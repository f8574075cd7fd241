import type { TextKey, Translate } from '../../platform/i18n.ts';
import type { mappingTexts } from './mapping-texts.ts';

/** What a person can say a sheet holds; the last four are not imported. */
export const plainRoles = ['customers', 'loans', 'repayments', 'overdue', 'installments', 'summary', 'notes', 'old_copy', 'ignored'] as const;
/** Sheets that hold two things on each line. */
const combinedRoles = ['loans+repayments', 'repayments+loans', 'customers+loans'] as const;

export type MappingTextKey = TextKey<keyof typeof mappingTexts.zh>;

/** "loans+repayments" → "放款台账 + 还款台账". */
export function roleName(role: string, t: Translate<keyof typeof mappingTexts.zh>): string {
  return role.split('+').map((part) => {
    const known = plainRoles.find((plain) => plain === part);
    return known === undefined ? part : t(`role_${known}`);
  }).join(' + ');
}

/** Offered for a sheet; always with the role it has. */
export function roleChoices(current: string): readonly string[] {
  return [...new Set<string>([current, ...plainRoles.slice(0, 5), ...combinedRoles, ...plainRoles.slice(5)])].toSorted((left, right) => rank(left) - rank(right));
}

function rank(role: string): number {
  const index = [...plainRoles.slice(0, 5), ...combinedRoles, ...plainRoles.slice(5)].findIndex((known) => known === role);
  return index < 0 ? plainRoles.length : index;
}
