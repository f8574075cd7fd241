import { ledgerLists } from '@loanbook/contract/fields/ledger-lists.ts';

export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** Inputs that are no ledger field. Ledger fields take their names from the field catalogue. */
const otherLabels: Readonly<Record<string, Label>> = {
  userName: { zh: '用户名', en: 'User name' },
  displayName: { zh: '姓名', en: 'Name' },
  password: { zh: '密码', en: 'Password' },
  currentPassword: { zh: '当前密码', en: 'Current password' },
  newPassword: { zh: '新密码', en: 'New password' },
  role: { zh: '角色', en: 'Role' },
  language: { zh: '语言', en: 'Language' },
  institutionName: { zh: '机构名称', en: 'Institution name' },
  timeZone: { zh: '时区', en: 'Time zone' },
  rateCapPct: { zh: '年利率上限(%)', en: 'Rate cap (%)' },
  token: { zh: '初始化链接', en: 'Setup link' },
  version: { zh: '版本', en: 'Version' },
  reason: { zh: '原因', en: 'Reason' },
  amount: { zh: '金额', en: 'Amount' },
  loanId: { zh: '贷款', en: 'Loan' },
  customerId: { zh: '客户', en: 'Customer' },
  graceDays: { zh: '宽限天数', en: 'Grace days' },
  filters: { zh: '筛选', en: 'Filters' },
  sort: { zh: '排序', en: 'Sort' },
  search: { zh: '搜索', en: 'Search' },
  limit: { zh: '每页行数', en: 'Rows per page' },
  columns: { zh: '列', en: 'Columns' },
  format: { zh: '文件格式', en: 'File format' },
  asOf: { zh: '截止日期', en: 'As-of date' },
  repayments: { zh: '还款', en: 'Repayments' },
  on: { zh: '结清日', en: 'Payoff day' },
  payBy: { zh: '付清期限', en: 'Pay by' },
  payTo: { zh: '收款账户', en: 'Pay to' },
  from: { zh: '开始日期', en: 'First day' },
  to: { zh: '结束日期', en: 'Last day' },
};

const catalogueLabels: ReadonlyMap<string, Label> = new Map(
  Object.values(ledgerLists).toReversed().flatMap((list) => list.fields.map((field) => [field.key, { zh: field.zh, en: field.en }] as const)),
);

/** The name of the innermost named part of a path: repayments.3.amount is 金额. */
export function labelOf(path: readonly PropertyKey[]): Label {
  const key = path.findLast((part) => typeof part === 'string' && !/^\d+$/.test(part));
  if (typeof key !== 'string') return { zh: '内容', en: 'The content' };
  return (Object.hasOwn(otherLabels, key) ? otherLabels[key] : undefined) ?? catalogueLabels.get(key) ?? { zh: `“${key.slice(0, 40)}”`, en: `“${key.slice(0, 40)}”` };
}
