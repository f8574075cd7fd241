import type { CustomerDraft } from '../records/customer-registry.ts';
import { MultiMap } from '../records/multi-map.ts';
import type { ProblemList } from '../records/problem-list.ts';

const watched = [
  ['mobile', '手机号', 'phone', 2],
  ['bankAccount', '银行账号', 'bank account', 2],
  ['emergencyContact', '紧急联系人', 'emergency contact', 3],
  // Households share an address; more than three names at one is worth a look.
  ['address', '地址', 'address', 4],
] as const;

/** Several people with one phone, account, contact or address may be one person behind borrowed identities: for somebody to look at. */
export function checkSharedContacts(customers: readonly CustomerDraft[], problems: ProblemList): void {
  for (const [key, zh, en, from] of watched) {
    const groups = new MultiMap<CustomerDraft>();
    for (const customer of customers) {
      const value = customer.values[key];
      if (typeof value === 'string') groups.add(value, customer);
    }
    for (const [value, group] of groups) {
      if (group.length < from) continue;
      const names = group.map((customer) => String(customer.values.name ?? '')).filter((name) => name !== '');
      const at = group.at(-1)?.spellings[0]?.at;
      if (new Set(names).size < 2 || !at) continue;
      problems.add(at, { kind: 'conflicting_values', value, severity: 'info', zh: `${names.slice(0, 5).join('、')}${names.length > 5 ? `等 ${names.length} 人` : ''}用同一个${zh} ${value}，请核对是否借名`, en: `${names.length} customers share the ${en} ${value}; check for borrowed identities`, once: `shared|${key}|${value}` });
    }
  }
}
