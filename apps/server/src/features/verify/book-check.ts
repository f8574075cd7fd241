/** What each check proves, in the order in which they run and are reported. */
export const bookChecks = {
  loan_columns: { zh: '贷款各列与合同条件一致', en: 'The columns of loans repeat their terms' },
  event_sequence: { zh: '每笔贷款的记录编号连续，无缺无重', en: 'The entries of each loan are numbered without gaps' },
  reversals: { zh: '冲正只指向本笔贷款、此前未冲正的记录', en: 'Reversals refer to an entry of the same loan, once' },
  loan_state: { zh: '余额与状态等于由记录重新计算的结果', en: 'Balance and state are what the entries give when replayed' },
  installments: { zh: '还款计划等于由记录重新计算的结果', en: 'The plan is what the entries give when replayed' },
  shown_condition: { zh: '名单与首页所显示的逾期天数、五级分类和状态等于重新计算的结果', en: 'Days past due, class and status as lists and dashboard show them are what replay gives' },
  plan_principal: { zh: '计划本金合计等于放款（或接管）的本金', en: 'Installment principal sums to what was lent or taken over' },
  allocations: { zh: '每笔还款的分配合计等于金额，且等于重新计算的结果', en: 'Each receipt is used to the fen, as replay uses it' },
  customer_names: { zh: '客户姓名的拼音与检索片段正确', en: 'Spellings and search pieces of customer names are right' },
  dashboard: { zh: '首页的每个数字等于点开后名单的笔数与合计', en: 'Each figure of the dashboard counts and sums the rows that it opens' },
  audit_chain: { zh: '审计链完整，未被改动', en: 'The audit chain is whole and unaltered' },
} as const;

export type BookCheckName = keyof typeof bookChecks;

/** What one check found. `deviations` stop at a limit; `deviationCount` does not. */
export interface BookCheck {
  readonly name: BookCheckName;
  checked: number;
  deviationCount: number;
  readonly deviations: string[];
}

const listedDeviations = 100;

export function newCheck(name: BookCheckName): BookCheck {
  return { name, checked: 0, deviationCount: 0, deviations: [] };
}

/** A deviation names its record by its number, never by a person, since reports travel. */
export function noteDeviation(check: BookCheck, text: string): void {
  check.deviationCount += 1;
  if (check.deviations.length < listedDeviations) check.deviations.push(text);
}

/** Names the first of the fields in which two rows differ; null when they agree in all of them. */
export function firstDifference(stored: Readonly<Record<string, unknown>>, computed: Readonly<Record<string, unknown>>): string | null {
  for (const [key, value] of Object.entries(computed)) {
    if (stored[key] !== value) return `${key}: ${String(stored[key])} ≠ ${String(value)}`;
  }
  return null;
}
