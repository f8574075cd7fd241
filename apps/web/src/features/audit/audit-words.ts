import { ledgerLists } from '@loanbook/contract/fields/ledger-lists.ts';
import type { Language } from '../../platform/i18n.ts';

type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

const objectWords: Words = {
  institution: { zh: '机构', en: 'Institution' },
  person: { zh: '人员', en: 'Person' },
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
  import_template: { zh: '导入对应关系', en: 'Remembered source' },
  list: { zh: '台账', en: 'List' },
  saved_view: { zh: '视图', en: 'View' },
  backup: { zh: '备份', en: 'Backup' },
  book: { zh: '账本', en: 'Book' },
  receipt: { zh: '收据', en: 'Receipt' },
  payoff_quote: { zh: '结清试算单', en: 'Payoff quote' },
  overdue_notice: { zh: '逾期通知书', en: 'Overdue notice' },
  change_summary: { zh: '变更摘要', en: 'Change summary' },
  statement: { zh: '对账单', en: 'Statement' },
  plan: { zh: '还款计划', en: 'Plan' },
  demo: { zh: '演示账本', en: 'Demo book' },
};

interface Verb {
  /** Stands before its object, or around it at `{}`. */
  readonly zh: string;
  /** Stands after its object. */
  readonly en: string;
  /** Says all by itself: the object would only repeat it. */
  readonly isWhole?: true;
}

const verbWords: Readonly<Record<string, Verb>> = {
  founded: { zh: '建立', en: 'founded' },
  made: { zh: '生成', en: 'made' },
  created: { zh: '新增', en: 'created' },
  added: { zh: '新增', en: 'added' },
  changed: { zh: '修改', en: 'changed' },
  disabled: { zh: '停用', en: 'disabled' },
  enabled: { zh: '启用', en: 'enabled' },
  role_changed: { zh: '修改{}角色', en: 'role changed' },
  language_changed: { zh: '切换界面语言', en: 'Language changed', isWhole: true },
  signed_in: { zh: '登录成功', en: 'Signed in', isWhole: true },
  signed_out: { zh: '退出登录', en: 'Signed out', isWhole: true },
  sign_in_failed: { zh: '登录失败', en: 'Sign-in failed', isWhole: true },
  password_changed: { zh: '修改密码', en: 'Password changed', isWhole: true },
  password_reset: { zh: '重置密码', en: 'Password reset', isWhole: true },
  posted: { zh: '登记', en: 'posted' },
  reversed: { zh: '冲正', en: 'reversed' },
  taken_over: { zh: '接管', en: 'taken over' },
  revealed: { zh: '查看{}明文', en: 'revealed' },
  exported: { zh: '导出', en: 'exported' },
  downloaded: { zh: '下载', en: 'downloaded' },
  printed: { zh: '打印', en: 'printed' },
  started: { zh: '开始', en: 'started' },
  read: { zh: '{}：读取完成', en: 'read' },
  reading_failed: { zh: '{}：读取失败', en: 'reading failed' },
  corrected: { zh: '{}：更正对应关系', en: 'mapping corrected' },
  commit_started: { zh: '{}：开始写入', en: 'writing started' },
  committed: { zh: '{}：写入完成', en: 'written' },
  commit_failed: { zh: '{}：写入失败', en: 'writing failed' },
  problems_exported: { zh: '{}：导出问题清单', en: 'problems exported' },
  marked_exported: { zh: '{}：导出标注过的原表', en: 'marked workbook exported' },
  renamed: { zh: '改名', en: 'renamed' },
  forgotten: { zh: '删除', en: 'deleted' },
  deleted: { zh: '删除', en: 'deleted' },
  shared: { zh: '共享', en: 'shared' },
  unshared: { zh: '取消共享', en: 'no longer shared' },
  merged: { zh: '合并', en: 'merged' },
  merged_away: { zh: '并入其他{}', en: 'merged into another' },
  split: { zh: '拆分', en: 'split' },
  move_undone: { zh: '{}：撤销合并或拆分', en: 'merge or split undone' },
  interrupted: { zh: '{}：中断', en: 'interrupted' },
  undo_started: { zh: '{}：开始撤销', en: 'undoing started' },
  undone: { zh: '{}：已撤销', en: 'undone' },
  undo_failed: { zh: '{}：撤销失败', en: 'undoing failed' },
  paper_totals_set: { zh: '{}：填写纸质合计', en: 'paper totals entered' },
  updated_by_import: { zh: '{}：按台账更新', en: 'updated by a ledger' },
  balance_tied: { zh: '{}：调整接管余额', en: 'balance taken over adjusted' },
  cancelled: { zh: '取消', en: 'cancelled' },
  prepaid: { zh: '{}提前还款', en: 'repaid early' },
  waived: { zh: '{}减免', en: 'waived' },
  fee_charged: { zh: '{}收费', en: 'charged a fee' },
  rate_changed: { zh: '{}调整利率', en: 'rate changed' },
  extended: { zh: '{}展期', en: 'extended' },
  restructured: { zh: '{}重组', en: 'restructured' },
  drawn: { zh: '{}追加放款', en: 'drawn' },
  reclassified: { zh: '{}调整分类', en: 'class changed' },
  written_off: { zh: '{}核销', en: 'written off' },
  recovered: { zh: '{}核销后回收', en: 'recovered' },
  refunded: { zh: '{}退还暂收款', en: 'credit paid back' },
  entry_reversed: { zh: '{}冲正一条记录', en: 'entry reversed' },
  refinanced: { zh: '{}借新还旧', en: 'refinanced' },
  refinance_reversed: { zh: '{}撤销借新还旧', en: 'refinancing undone' },
  voided: { zh: '{}作废', en: 'made void' },
  terms_corrected: { zh: '{}补全合同要素', en: 'terms completed' },
  handed_over: { zh: '{}移交', en: 'handed over' },
  verified: { zh: '核对', en: 'verified' },
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
  otherId: { zh: '另一位客户', en: 'Other customer' },
  intoId: { zh: '并入的客户', en: 'Merged into' },
  targetId: { zh: '转给的客户', en: 'Moved to' },
};

/** Counts of what an entry covers, noted as "loans:21". */
const countWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  files: { zh: '{} 个文件', en: 'files: {}' },
  customers: { zh: '{} 位客户', en: 'customers: {}' },
  loans: { zh: '{} 笔贷款', en: 'loans: {}' },
  repayments: { zh: '{} 笔还款', en: 'repayments: {}' },
  loansRestored: { zh: '恢复 {} 笔贷款', en: 'loans restored: {}' },
  customersRestored: { zh: '恢复 {} 位客户', en: 'customers restored: {}' },
};

/** "customer.created" → "新增客户" or "Customer created"; a code without words stays a code. */
export function actionWords(action: string, language: Language): string {
  const [object = '', verb = ''] = action.split('.');
  const verbWord = verbWords[verb];
  const objectWord = objectWords[object]?.[language];
  if (verbWord === undefined || objectWord === undefined) return action;
  if (verbWord.isWhole) return verbWord[language];
  if (language === 'en') return `${objectWord} ${verbWord.en}`;
  return verbWord.zh.includes('{}') ? verbWord.zh.replace('{}', objectWord) : `${verbWord.zh}${objectWord}`;
}

export function objectWord(objectType: string, language: Language): string {
  return objectWords[objectType]?.[language] ?? objectType;
}

/** A field's name from the catalogue; `objectType` says which list to look in first. */
export function fieldWord(field: string, objectType: string, language: Language): string {
  const counted = /^([A-Za-z]+):(\d+)$/.exec(field);
  const countWord = countWords[counted?.[1] ?? ''];
  if (countWord !== undefined) return countWord[language].replace('{}', counted?.[2] ?? '');
  const lists = Object.values(ledgerLists).toSorted((left, right) => Number(right.name.startsWith(objectType)) - Number(left.name.startsWith(objectType)));
  for (const list of lists) {
    const found = list.fields.find((candidate) => candidate.key === field);
    if (found !== undefined) return found[language];
  }
  return otherFieldWords[field]?.[language] ?? field;
}
