/** A problem's name and what a person can do about it, in one language. */
export interface ProblemKindText {
  readonly name: string;
  readonly advice: string;
}

interface KindRow {
  readonly zh: ProblemKindText;
  readonly en: ProblemKindText;
}

function kind(zhName: string, zhAdvice: string, enName: string, enAdvice: string): KindRow {
  return { zh: { name: zhName, advice: zhAdvice }, en: { name: enName, advice: enAdvice } };
}

/** What each kind of problem is called and what a person can do about it. */
const kinds: Readonly<Record<string, KindRow>> = {
  invalid_id: kind('证件号码有误', '对照证件原件更正；客户已导入，号码留待补充。', 'Invalid ID number', 'Compare with the document; the customer is imported and the number can be completed.'),
  unrecoverable_number: kind('数字位数丢失', '表格软件已丢失末尾数字，请在原文件中以文本重新填写。', 'Digits were lost', 'The spreadsheet has dropped digits; enter the number again as text.'),
  masked_value: kind('号码被遮盖', '请补充完整号码。', 'Masked value', 'Enter the full number.'),
  invalid_phone: kind('电话号码有误', '请核对后补充。', 'Invalid phone number', 'Check and complete it.'),
  missing_value: kind('缺少必填内容', '请在原文件或导入后的记录中补充。', 'Missing value', 'Complete it in the file or in the imported record.'),
  impossible_date: kind('日期不存在', '请改为真实日期后重新导入，或在记录中补充。', 'Impossible date', 'Correct the date and import again, or complete the record.'),
  ambiguous_date: kind('日期有歧义', '请写成 YYYY-MM-DD。', 'Ambiguous date', 'Write it as YYYY-MM-DD.'),
  future_date: kind('日期在将来', '请核对是否笔误。', 'Date in the future', 'Check for a slip of the pen.'),
  date_order: kind('日期先后颠倒', '请核对放款日与到期日。', 'Dates out of order', 'Check the dates of lending and maturity.'),
  unreadable_amount: kind('金额无法识别', '请改为数字金额。', 'Unreadable amount', 'Enter the amount as a number.'),
  conflicting_values: kind('前后不一致', '请核对哪一处正确。', 'Conflicting values', 'Find out which one is right.'),
  inconsistent_balance: kind('余额不平', '请核对放款、已还与余额；已按台账所载余额导入。', 'Balance does not add up', 'Check lent, repaid and balance; the stated balance was imported.'),
  overpayment: kind('还款超过应还', '请核对是否多收或重复登记。', 'Overpayment', 'Check for a double entry.'),
  broken_formula: kind('公式出错', '请修复公式或填写数值。', 'Broken formula', 'Repair the formula or enter a value.'),
  total_mismatch: kind('合计不符', '请核对合计行；以逐笔数据为准。', 'Total does not tie', 'Check the total row; the single lines count.'),
  rate_over_cap: kind('利率超过上限', '请核对利率及单位（年/月/日）。', 'Rate above the cap', 'Check the rate and its unit (year, month, day).'),
  duplicate: kind('重复', '重复的行只导入一次，请核对。', 'Duplicate', 'A repeated line is imported once; please check.'),
  same_name: kind('同名不同人', '已作为两位客户导入，请核对证件。', 'Same name, different people', 'Imported as two customers; check their documents.'),
  ambiguous_customer: kind('无法确定客户', '请注明客户编号或证件号码。', 'Customer is ambiguous', 'State the customer number or ID number.'),
  unknown_customer: kind('客户不存在', '请在客户台账中补充该客户。', 'Unknown customer', 'Add the customer to the customer ledger.'),
  unknown_loan: kind('贷款不存在', '请核对借据号；该还款未导入。', 'Unknown loan', 'Check the receipt number; this repayment is not imported.'),
  schema_mismatch: kind('表格结构无法识别', '请在“列对应”中指定各列含义。', 'Layout not recognised', 'Say what each column means in the mapping.'),
};

export function problemKindText(code: string, language: 'zh' | 'en'): ProblemKindText {
  return kinds[code]?.[language] ?? { name: code, advice: '' };
}
