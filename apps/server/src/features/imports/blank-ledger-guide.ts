type Language = 'zh' | 'en';

/** The first sheet: how the workbook is filled. Its name and its lines keep the reader from taking it for a ledger. */
export const blankGuide: Readonly<Record<Language, { readonly name: string; readonly lines: readonly string[] }>> = {
  zh: {
    name: '填写说明',
    lines: [
      'Loanbook 空白台账：怎样填写',
      '先填客户台账和放款台账，再填还款台账；逾期台账可以不填，放款台账里写了逾期天数就够了。',
      '一行一笔，不要合并单元格，不要在中间插入小计。用不到的列可以空着，也可以删掉整列；工作表用不到就删掉。',
      '标题上标 * 的列必须填写。鼠标停在标题上，会看到这一列写什么。',
      '金额以元为单位。证件号码、手机号、账号、编号各列已设为文本，可以直接输入或粘贴（粘贴时选“只粘贴文本”）。',
      '放款台账的贷款余额是截止日还没有还的本金。截止日期写在放款台账最上面一行，请务必填写：逾期天数从这一天接着算。',
      '填好后在 Loanbook 的“导入”里上传整本文件。写入之前会先给您看读到了什么，不会直接改动账本。',
      '“填写示例”里的人和公司都是虚构的，导入时会自动跳过这张表。',
    ],
  },
  en: {
    name: 'How to fill in',
    lines: [
      'Loanbook blank ledger: how to fill it in',
      'Fill in customers and loans first, then repayments. The overdue sheet may stay empty where the loans state their days past due.',
      'One line each, no merged cells, no subtotals in between. Columns and sheets you do not need can stay empty or be deleted.',
      'Columns marked * are required. Rest the pointer on a heading to see what belongs there.',
      'Amounts are in yuan. ID numbers, phones, accounts and numbers are text columns: type or paste them as they are (paste as text).',
      'The outstanding amount of a loan is its unpaid principal on the as-of date. Write the date into the first row of the loans: days past due go on from that day.',
      'Upload the whole file under Import in Loanbook. You see what was read before anything is written.',
      'People and companies on the sample sheet are invented; the import leaves that sheet out.',
    ],
  },
};

/** Rows of the sample sheet, by field key; people, companies and numbers are invented. */
export const blankSample: Readonly<Record<Language, { readonly name: string; readonly rows: readonly Readonly<Record<string, string | number>>[] }>> = {
  zh: {
    name: '填写示例',
    rows: [
      { receiptNo: 'JJ2026001', contractNo: 'HT2026001', customerName: '甲立春', customerIdNumber: '11010519491231002X', product: '农户经营贷', principal: 50_000, annualRatePct: 12, termMonths: 12, disbursedOn: '2026-01-15', maturesOn: '2027-01-15', method: '等额本息', guarantee: '保证', guarantors: '乙雨水', purpose: '购买种苗', outstandingPrincipal: 46_058.8, overdueDays: 0, manager: '王小满' },
      { receiptNo: 'JJ2026002', contractNo: 'HT2026002', customerName: '某某食品有限公司', product: '流动资金贷', principal: 300_000, annualRatePct: 9.6, termMonths: 6, disbursedOn: '2025-09-10', maturesOn: '2026-03-10', method: '先息后本', guarantee: '抵押', collateral: '厂房一处', outstandingPrincipal: 300_000, overdueDays: 5, manager: '王小满' },
    ],
  },
  en: {
    name: 'Template sample',
    rows: [
      { receiptNo: 'JJ2026001', contractNo: 'HT2026001', customerName: 'Jia Lichun', customerIdNumber: '11010519491231002X', product: 'Farm loan', principal: 50_000, annualRatePct: 12, termMonths: 12, disbursedOn: '2026-01-15', maturesOn: '2027-01-15', method: 'Equal installments', guarantee: 'Guarantee', guarantors: 'Yi Yushui', purpose: 'Seedlings', outstandingPrincipal: 46_058.8, overdueDays: 0, manager: 'Wang Xiaoman' },
      { receiptNo: 'JJ2026002', contractNo: 'HT2026002', customerName: 'Some Foods Ltd', product: 'Working capital', principal: 300_000, annualRatePct: 9.6, termMonths: 6, disbursedOn: '2025-09-10', maturesOn: '2026-03-10', method: 'Interest first', guarantee: 'Mortgage', collateral: 'One workshop', outstandingPrincipal: 300_000, overdueDays: 5, manager: 'Wang Xiaoman' },
    ],
  },
};
