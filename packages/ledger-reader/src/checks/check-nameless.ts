import type { CustomerDraft } from '../records/customer-registry.ts';
import type { PreparedTable } from '../records/prepared-table.ts';
import type { ProblemList } from '../records/problem-list.ts';

/** People whom a system knows by number alone will be called by it; said once for each table. */
export function checkNameless(customers: readonly CustomerDraft[], tables: readonly PreparedTable[], problems: ProblemList): void {
  for (const customer of customers) {
    if (customer.spellings.length > 0 || customer.customerNos.length === 0) continue;
    const { file, sheet, row } = customer.source;
    const table = tables.find((candidate) => candidate.file === file && candidate.sheet.name === sheet && candidate.map.byMeaning.has('customer.customerNo'));
    const column = table?.map.byMeaning.get('customer.customerNo')?.index ?? 0;
    problems.add({ file, sheet, row: row - 1, column }, {
      kind: 'missing_value', value: customer.customerNos[0] ?? '', severity: 'info', once: `nameless|${file}|${sheet}`,
      zh: '没有客户名称，以客户编号作名称，以后可以修改', en: 'There is no name; the customer number stands for it and can be changed later',
    });
  }
}
