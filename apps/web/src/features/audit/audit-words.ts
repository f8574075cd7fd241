import { ledgerLists } from '@loanbook/contract/fields/ledger-lists.ts';
import type { Language } from '../../platform/i18n.ts';

type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

const objectWords: Words = {
  institution: { zh: '机构', en: 'Institution' },
  session: { zh: '登录', en: 'Session' },
  person: { zh: '人员', en: 'Person' },
  password: { zh: '密码', en: 'Password' },
  settings: { zh: '设置', en: 'Settings' },
  customer: { zh: '客户', en: 'Customer' },
  customers: { zh: '客户台账', en: 'Customers' },
  loan: { zh: '贷款', en: 'Loan' },
  loans: { zh: '放款台账', en: 'Loans' },
  repayment: { zh: '还款', en: 'Repayment' },
  repayments: { zh: '还款台账', en: 'Repayments' },
  installments: { zh: '还款计划', en: 'Installments' },
  overdue: { zh: '逾期台账', en: 'Overdue loans' },
  import: { zh: '导入', en: 'Import' },
  list: { zh: '台账', en: 'List' },
  backup: { zh: '备份', en: 'Backup' },
  book: { zh: '账本', en: 'Book' },
  plan: { zh: '还款计划', en: 'Plan' },
  receipt: { zh: '收据', en: 'Receipt' },
};

/** In Chinese the verb stands before its object, or around it at `{}`. */
const verbWords: Words = {
  created: { zh: '新增', en: 'created' },
  added: { zh: '新增', en: 'added' },
  changed: { zh: '修改', en: 'changed' },
  set_up: { zh: '建立', en: 'set up' },
  signed_in: { zh: '登录成功', en: 'signed in' },
  signed_out: { zh: '退出登录', en: 'signed out' },
  sign_in_failed: { zh: '登录失败', en: 'sign-in failed' },
  refused: { zh: '被拒绝', en: 'refused' },
  disabled: { zh: '停用', en: 'disabled' },
  enabled: { zh: '启用', en: 'enabled' },
  password_changed: { zh: '修改密码', en: 'password changed' },
  password_reset: { zh: '重置密码', en: 'password reset' },
  posted: { zh: '登记', en: 'posted' },
  reversed: { zh: '冲正', en: 'reversed' },
  revealed: { zh: '查看{}明文', en: 'revealed' },
  exported: { zh: '导出', en: 'exported' },
  printed: { zh: '打印', en: 'printed' },
  downloaded: { zh: '下载', en: 'downloaded' },
  uploaded: { zh: '上传', en: 'uploaded' },
  started: { zh: '开始', en: 'started' },
  corrected: { zh: '更正对应关系', en: 'mapping corrected' },
  committed: { zh: '写入', en: 'committed' },
  cancelled: { zh: '取消', en: 'cancelled' },
  failed: { zh: '失败', en: 'failed' },
  disbursed: { zh: '放款', en: 'disbursed' },
  taken_over: { zh: '接管', en: 'taken over' },
  imported: { zh: '导入', en: 'imported' },
  verified: { zh: '核对', en: 'verified' },
  written: { zh: '生成', en: 'written' },
  restored: { zh: '恢复', en: 'restored' },
};

const otherFieldWords: Words = {
  displayName: { zh: '姓名', en: 'Name' },
  userName: { zh: '用户名', en: 'User name' },
  role: { zh: '角色', en: 'Role' },
  language: { zh: '语言', en: 'Language' },
  isDisabled: { zh: '停用', en: 'Disabled' },
  password: { zh: '密码', en: 'Password' },
  institutionName: { zh: '机构名称', en: 'Institution name' },
  timeZone: { zh: '时区', en: 'Time zone' },
  rateCapPct: { zh: '年利率上限', en: 'Rate cap' },
  amount: { zh: '金额', en: 'Amount' },
};

/** "customer.created" → "新增客户" or "Customer created"; a code without words stays a code. */
export function actionWords(action: string, language: Language): string {
  const [object = '', verb = ''] = action.split('.');
  const objectWord = objectWords[object]?.[language];
  const verbWord = verbWords[verb]?.[language];
  if (objectWord === undefined || verbWord === undefined) return action;
  if (language === 'en') return object === 'session' ? `${verbWord.charAt(0).toUpperCase()}${verbWord.slice(1)}` : `${objectWord} ${verbWord}`;
  if (object === 'session' || verbWord.includes('密码')) return verbWord;
  return verbWord.includes('{}') ? verbWord.replace('{}', objectWord) : `${verbWord}${objectWord}`;
}

export function objectWord(objectType: string, language: Language): string {
  return objectWords[objectType]?.[language] ?? objectType;
}

/** A field's name from the catalogue; `objectType` says which list to look in first. */
export function fieldWord(field: string, objectType: string, language: Language): string {
  const lists = Object.values(ledgerLists).toSorted((left, right) => Number(right.name.startsWith(objectType)) - Number(left.name.startsWith(objectType)));
  for (const list of lists) {
    const found = list.fields.find((candidate) => candidate.key === field);
    if (found !== undefined) return found[language];
  }
  return otherFieldWords[field]?.[language] ?? field;
}
