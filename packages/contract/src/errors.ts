interface ErrorRow {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 423 | 429 | 500 | 503;
  readonly zh: string;
  readonly en: string;
  readonly isRetryable?: true;
}

/**
 * Every failure a caller can be told of, in order of precedence. `{name}` is filled from the error's details: with the value
 * itself, or where detailTexts knows it as a code, with the code's text in the language asked for.
 */
export const errorTable = {
  too_many_requests: { status: 429, zh: '操作太频繁，请稍后再试。', en: 'Too many requests; try again shortly.', isRetryable: true },
  not_signed_in: { status: 401, zh: '请先登录。', en: 'Please sign in.' },
  sign_in_failed: { status: 401, zh: '用户名或密码不正确。', en: 'User name or password is wrong.' },
  account_disabled: { status: 403, zh: '该账号已停用，请联系管理员。', en: 'This account is disabled; ask your administrator.' },
  password_change_required: { status: 403, zh: '请先修改初始密码。', en: 'Change your initial password first.' },
  cross_site_request: { status: 403, zh: '请求来源不被信任，请刷新页面后重试。', en: 'The request came from an untrusted page; reload and try again.' },
  setup_link_invalid: { status: 403, zh: '初始化链接无效或已使用，请以启动窗口中最新的链接为准。', en: 'The setup link is invalid or already used; use the latest one printed at start.' },
  already_set_up: { status: 409, zh: '机构已经建立，请直接登录。', en: 'The institution exists already; please sign in.' },
  invalid_input: { status: 400, zh: '填写有误，请检查标出的内容。', en: 'Some input is not valid; see the marked fields.' },
  not_json: { status: 400, zh: '请求格式不正确。', en: 'The request is not well formed.' },
  too_large: { status: 413, zh: '内容太大：最大 {limit}。', en: 'Too large: at most {limit}.' },
  too_many_files: { status: 413, zh: '文件太多：一次最多 {limit} 个文件。', en: 'Too many files: at most {limit} at a time.' },
  not_allowed: { status: 403, zh: '您没有此操作的权限。', en: 'You do not have the right to do this.' },
  not_found: { status: 404, zh: '没有找到。', en: 'Not found.' },
  idempotency_key_missing: { status: 400, zh: '缺少幂等键，请刷新页面后重试。', en: 'The idempotency key is missing; reload and try again.' },
  idempotency_key_invalid: { status: 400, zh: '幂等键格式不正确。', en: 'The idempotency key is not valid.' },
  idempotency_key_reused: { status: 422, zh: '同一请求编号已用于另一笔内容不同的操作。', en: 'The same request number was used for a different operation.' },
  idempotency_in_flight: { status: 409, zh: '上一次相同的请求仍在处理，请稍候。', en: 'The same request is still being processed.', isRetryable: true },
  changed_meanwhile: { status: 409, zh: '{by}在{at}改动了这条记录，请核对后再保存。', en: '{by} changed this record at {at}; compare before saving.' },
  user_name_taken: { status: 409, zh: '用户名“{userName}”已被使用。', en: 'The user name “{userName}” is taken.' },
  too_many_to_print: { status: 422, zh: '一次最多打印 {most} 行，请先筛选，或者导出为 Excel。', en: 'At most {most} rows can be printed at once; filter first, or export to Excel.' },
  field_not_groupable: { status: 400, zh: '这一列不能用来分组。', en: 'The list cannot be grouped by this column.' },
  view_name_taken: { status: 409, zh: '您在这张台账上已有名为“{name}”的视图，请换个名称。', en: 'You have a view “{name}” of this list already; choose another name.' },
  too_many_views: { status: 422, zh: '每人最多保存 {most} 个视图，请先删除不用的。', en: 'Each person can keep {most} views; delete some first.' },
  view_with_personal_data: { status: 422, zh: '姓名、号码等个人信息的筛选条件不能保存到视图里，请先去掉。', en: 'A view cannot keep filters on names, numbers and other personal data; remove them first.' },
  weak_password: { status: 422, zh: '密码至少 {minimum} 个字符，且不能是常见密码。', en: 'Use at least {minimum} characters and not a common password.' },
  last_administrator: { status: 409, zh: '至少要保留一个拥有全部权限的账号。', en: 'At least one account must keep full rights.' },
  customer_id_number_taken: { status: 409, zh: '证件号码已属于客户 {customerNo}。', en: 'This ID number already belongs to customer {customerNo}.' },
  same_customer: { status: 422, zh: '这是同一位客户，请选另一位。', en: 'This is the same customer; choose another one.' },
  customer_hidden: { status: 409, zh: '其中一位客户已合并或停用，请刷新后再选。', en: 'One of the two was merged or hidden already; reload and choose again.' },
  loans_not_of_customer: { status: 409, zh: '所选贷款中有的已不属于这位客户，请刷新后再选。', en: 'Some of the loans chosen are not this customer’s any more; reload and choose again.' },
  customer_changed_since: { status: 409, zh: '{by}在合并之后改动过客户资料，不能自动撤销；请手工调整。', en: '{by} changed the customer after the merge; it cannot be undone by itself and has to be put right by hand.' },
  loans_moved_on: { status: 409, zh: '有的贷款后来又移到了别的客户名下，请先撤销那一次。', en: 'Some of the loans moved on to another customer since; undo that first.' },
  customer_no_taken: { status: 409, zh: '客户编号“{customerNo}”已被使用。', en: 'Customer number “{customerNo}” is taken.' },
  receipt_no_taken: { status: 409, zh: '借据号“{receiptNo}”已被使用。', en: 'Loan receipt number “{receiptNo}” is taken.' },
  invalid_id_number: { status: 422, zh: '证件号码不正确：{reason}。', en: 'The ID number is not valid: {reason}.' },
  rate_over_cap: { status: 422, zh: '年化利率 {rate}% 超过上限 {cap}%。', en: 'The annual rate {rate} % is above the cap {cap} %.' },
  event_before_disbursement: { status: 422, zh: '日期早于放款日 {disbursedOn}。', en: 'The date is before the disbursement on {disbursedOn}.' },
  event_in_future: { status: 422, zh: '日期晚于营业日 {businessDate}。', en: 'The date is after the business date {businessDate}.' },
  loan_not_disbursed: { status: 422, zh: '贷款尚未放款。', en: 'The loan has not been disbursed.' },
  loan_settled: { status: 422, zh: '贷款已结清，不能再登记。要更正，请先冲正结清的那一笔；另收的款请登记到别的贷款。', en: 'The loan is settled; nothing more can be posted. To correct it, reverse the entry that settled it; money received besides belongs to another loan.' },
  loan_written_off: { status: 422, zh: '贷款已核销，回收请用“核销后回收”。', en: 'The loan is written off; post a recovery instead.' },
  amount_not_positive: { status: 422, zh: '金额必须大于零。', en: 'The amount must be more than zero.' },
  amount_exceeds_payoff: { status: 422, zh: '金额超过结清应还 {payoff} 元；多收部分请确认转为暂收款。', en: 'The amount exceeds the payoff of {payoff}; confirm to keep the rest as credit.' },
  event_unknown: { status: 422, zh: '要冲正的记录不存在。', en: 'The entry to reverse does not exist.' },
  already_reversed: { status: 409, zh: '该记录已经冲正过。', en: 'This entry was reversed already.' },
  not_reversible: { status: 422, zh: '该记录不能冲正：{reason}。', en: 'This entry cannot be reversed: {reason}.' },
  later_events_depend: { status: 422, zh: '{date} 已有之后的记录，与此冲突；请先冲正后面的记录。', en: 'A later entry of {date} stands in the way; reverse later entries first.' },
  loan_not_written_off: { status: 422, zh: '贷款没有核销，收款请用“收款”。', en: 'The loan is not written off; record a repayment instead.' },
  amount_exceeds_owed: { status: 422, zh: '金额超过仍欠的 {owed} 元。', en: 'The amount exceeds the {owed} still owed.' },
  amount_exceeds_credit: { status: 422, zh: '金额超过暂收款余额 {credit} 元。', en: 'The amount exceeds the credit of {credit}.' },
  waiver_exceeds_owed: { status: 422, zh: '减免超过当日所欠的 {owed} 元。', en: 'The waiver exceeds the {owed} owed on that day.' },
  prepayment_exceeds_principal: { status: 422, zh: '提前归还的本金超过未到期本金 {principal} 元。', en: 'The early repayment exceeds the principal not yet due, {principal}.' },
  extension_after_maturity: { status: 422, zh: '贷款已于 {maturity} 到期，展期须在到期前办理。', en: 'The loan matured on {maturity}; it can only be extended before that.' },
  extension_not_later: { status: 422, zh: '展期后的到期日必须晚于 {maturity}。', en: 'The new maturity must be later than {maturity}.' },
  extension_beyond_limit: { status: 422, zh: '展期超过规定期限，最晚到 {limit}。', en: 'The extension is longer than allowed; {limit} is the latest.' },
  class_above_floor: { status: 422, zh: '分类不能优于规则下限：{floor}。', en: 'The class may not be better than the rules allow: {floor}.' },
  draw_beyond_limit: { status: 422, zh: '超过额度：合同金额 {limit} 元，还可放款 {available} 元。', en: 'Beyond the limit of {limit}: {available} may still be lent.' },
  draw_after_maturity: { status: 422, zh: '贷款于 {maturity} 到期，这一天之后不能再放款。', en: 'The loan matures on {maturity}; nothing more can be lent on this day.' },
  loan_has_receipts: { status: 422, zh: '贷款已有 {count} 条收款或核销记录（{list}），不能作废；确属登记错误的，请先逐条冲正。', en: 'The loan has {count} receipts or write-offs ({list}) and cannot be made void; reverse them first if they are mistakes.' },
  void_by_import: { status: 422, zh: '这笔贷款随导入带来了旧台账的还款，不能单独作废；请撤销那次导入。', en: 'This loan came with receipts of an old ledger and cannot be made void by itself; undo its import.' },
  refinance_is_whole: { status: 422, zh: '这条记录属于借新还旧，新旧两笔要一起撤销，请用“撤销借新还旧”。', en: 'This entry belongs to a refinancing, which is only undone on both loans together: use “Undo the refinancing”.' },
  refinance_beyond_new_loan: { status: 422, zh: '用于还旧的金额超过新贷款的金额 {principal} 元。', en: 'More is used for the old loan than the new loan lends, {principal}.' },
  own_money_missing: { status: 422, zh: '借款人还要自己付 {amount} 元，请填写收款渠道。', en: 'The borrower pays {amount} himself: say how the money came.' },
  nothing_to_undo: { status: 422, zh: '这笔贷款没有借新还旧可以撤销。', en: 'There is no refinancing on this loan to undo.' },
  terms_refused: { status: 422, zh: '按这些条件不能排出还款计划：{zh}', en: 'No plan can be made from these terms: {en}' },
  terms_not_correctable: { status: 422, zh: '只有从旧台账接管的贷款可以补全合同要素；本系统放出的贷款登记错了，请作废后重新登记。', en: 'Only a loan taken over from an old book can be completed; if a loan lent here is wrong, make it void and enter it again.' },
  principal_below_opening: { status: 422, zh: '放款金额不能小于接管时的余额 {principal} 元。', en: 'The amount lent cannot be less than the balance taken over, {principal}.' },
  lent_after_opening: { status: 422, zh: '放款日期不能晚于接管日 {date}。', en: 'The loan cannot have been lent after it was taken over on {date}.' },
  same_manager: { status: 422, zh: '选中的贷款已经都由“{manager}”管理。', en: '“{manager}” manages all of these loans already.' },
  plan_not_possible: { status: 422, zh: '按此无法排出还款计划。', en: 'No repayment plan can be made from this.' },
  nothing_owed: { status: 422, zh: '这笔贷款没有欠款，不需要结清试算单。', en: 'Nothing is owed on this loan; there is no payoff to quote.' },
  not_overdue: { status: 422, zh: '这笔贷款没有逾期，不需要通知书。', en: 'This loan is not past due; it needs no notice.' },
  nothing_to_notify: { status: 422, zh: '当前筛选下没有逾期贷款，请改变筛选后再试。', en: 'No overdue loan matches the present filters; change them and try again.' },
  too_many_notices: { status: 422, zh: '一次最多 {limit} 份通知书，请先用筛选缩小范围。', en: 'At most {limit} notices at a time; narrow the list by a filter first.' },
  obligor_rule_not_met: { status: 422, zh: '该客户没有需要按债务人规则下调的贷款。', en: 'No loan of this customer has to be lowered by the obligor rule.' },
  no_summary: { status: 422, zh: '这类记录不改变合同，没有摘要可打印。', en: 'Entries of this kind change no contract and have no summary.' },
  event_id_taken: { status: 409, zh: '该记录编号已存在。', en: 'An entry with this id exists already.' },
  file_not_marked: { status: 422, zh: '“{file}”太大或结构特殊，标注不上。请改用问题清单。', en: '“{file}” is too large or unusual to be marked. Use the list of problems instead.' },
  import_state_changed: { status: 409, zh: '该导入已处于“{state}”状态。', en: 'This import is already {state}.' },
  import_has_followers: { status: 409, zh: '这次导入之后还有 {count} 处记录或改动，请先处理它们再撤销。', en: 'Since this import {count} entries or changes were made; deal with those before undoing it.' },
  loan_not_taken_over: { status: 422, zh: '这笔贷款是在贷款台账里放款的，没有接管余额可调；请冲正或补登收款。', en: 'This loan was lent in Loanbook and has no balance taken over; reverse or add receipts instead.' },
  tie_not_possible: { status: 422, zh: '按现有收款无法使 {date} 的余额等于 {outstanding} 元，请先核对之后的收款。', en: 'With the receipts there are, the balance on {date} cannot be {outstanding}; look at those receipts first.' },
  nothing_to_import: { status: 422, zh: '文件中没有识别到客户、贷款或还款记录。', en: 'No customers, loans or repayments were recognised.' },
  cursor_invalid: { status: 400, zh: '列表位置已失效，请重新加载。', en: 'The list position is no longer valid; reload.' },
  unknown_field: { status: 400, zh: '未知字段“{field}”。', en: 'Unknown field “{field}”.' },
  field_not_sortable: { status: 400, zh: '“{field}”不支持排序。', en: '“{field}” cannot be sorted.' },
  field_not_filterable: { status: 400, zh: '“{field}”不支持这种筛选。', en: '“{field}” cannot be filtered that way.' },
  busy: { status: 503, zh: '系统繁忙，请稍后再试。', en: 'The system is busy; try again shortly.', isRetryable: true },
  internal: { status: 500, zh: '系统出错了（编号 {requestId}），数据没有改动。', en: 'Something went wrong (no. {requestId}); nothing was changed.' },
} as const satisfies Record<string, ErrorRow>;

/** Details that are codes, by the name of the detail: `failure('not_reversible', { reason: 'taken_over' })`. */
const detailTexts: Readonly<Record<string, Readonly<Record<string, { readonly zh: string; readonly en: string }>>>> = {
  reason: {
    format: { zh: '位数或字符不对', en: 'wrong length or characters' },
    region: { zh: '地区代码不存在', en: 'no such region code' },
    birth_date: { zh: '出生日期不存在', en: 'impossible birth date' },
    sequence: { zh: '顺序码不存在', en: 'impossible sequence number' },
    checksum: { zh: '校验码不符', en: 'wrong check character' },
    taken_over: { zh: '接管的历史收款以原台账为准', en: 'a receipt of the earlier ledger stays as that ledger states it' },
    never_reversed: { zh: '这一类记录不可冲正', en: 'this kind of entry is never reversed' },
    is_receipt: { zh: '收款请在收款记录上冲正', en: 'reverse a receipt where it is listed' },
    is_first_entry: { zh: '放款和接管余额不能冲正', en: 'lending and balances taken over stay' },
    later_entries_depend: { zh: '后面的记录依赖它，请先冲正后面的记录', en: 'later entries depend on it; reverse those first' },
  },
  state: {
    reading: { zh: '读取中', en: 'being read' },
    ready: { zh: '待导入', en: 'ready' },
    committing: { zh: '导入中', en: 'being imported' },
    committed: { zh: '已导入', en: 'imported' },
    failed: { zh: '失败', en: 'marked as failed' },
    cancelled: { zh: '已取消', en: 'cancelled' },
    undoing: { zh: '撤销中', en: 'being undone' },
    undone: { zh: '已撤销', en: 'undone' },
  },
};

export type ErrorCode = keyof typeof errorTable;
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** One problem of one input field; `path` is the field's key, "rows.3.amount" inside a batch. */
export interface InputProblem {
  readonly path: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Body of every reply with a status of 400 or more. */
export interface ErrorReply {
  readonly code: ErrorCode;
  readonly zh: string;
  readonly en: string;
  readonly requestId: string;
  readonly isRetryable: boolean;
  readonly details: ErrorDetails;
  readonly problems: readonly InputProblem[];
}

export function errorText(code: ErrorCode, language: 'zh' | 'en', details: ErrorDetails = {}): string {
  return errorTable[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => detailText(name, details[name], language) ?? whole);
}

function detailText(name: string, value: string | number | undefined, language: 'zh' | 'en'): string | undefined {
  return detailTexts[name]?.[String(value)]?.[language] ?? value?.toString();
}
