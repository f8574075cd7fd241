import type { FieldChange, keptReasons, ObjectChange } from './features/import-change-rows.ts';
import { choiceLabel } from './choices.ts';
import { customerFields } from './fields/customer-fields.ts';
import { loanFields } from './fields/loan-fields.ts';

type Language = 'zh' | 'en';

const keptTexts: Readonly<Record<(typeof keptReasons)[number], Readonly<Record<Language, string>>>> = {
  edited_in_book: { zh: '账本里由人改过，以账本为准', en: 'Changed by a person in the book; the book stands' },
  posted_in_book: { zh: '账本里已有之后的登记，以账本为准', en: 'The book has later entries; the book stands' },
  adjusted_in_book: { zh: '余额已在账本里调整过，以账本为准', en: 'The balance was adjusted in the book; the book stands' },
  other_id_number: { zh: '证件号码不同，请核对是不是同一个人；账本没有改', en: 'Another ID number: check whether this is the same person; the book was not changed' },
  other_borrower: { zh: '同一借据号在账本里是另一位借款人，这一行没有写入', en: 'In the book this number is another borrower’s loan; the line was not written' },
  void_in_book: { zh: '账本里这笔贷款已作废，没有恢复', en: 'The loan is void in the book and stays so' },
  receipt_reversed: { zh: '这笔还款在账本里已冲正，没有再登记', en: 'This receipt was reversed in the book and was not posted again' },
  receipt_refused: { zh: '这笔还款登记不进去，请核对后手工登记', en: 'This receipt could not be posted; check it and enter it by hand' },
  terms_differ: { zh: '合同条件不同，以账本为准', en: 'The terms differ; the book stands' },
  balance_differs: { zh: '与账本按收款算出的不同，以账本为准', en: 'Differs from what the book works out from its receipts; the book stands' },
};

/** Why the book's word stands, in one sentence. */
export function keptText(reason: (typeof keptReasons)[number], language: Language): string {
  return keptTexts[reason][language];
}

const otherNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  asOf: { zh: '接管日期', en: 'Taken over as of' },
  repayment: { zh: '还款', en: 'Repayment' },
};

/** A changed field's name and both values as people read them: codes become words, nothing becomes a dash. */
export function changedFieldText(table: ObjectChange['table'], { key, book, file }: FieldChange, language: Language): { readonly name: string; readonly book: string; readonly file: string } {
  const field = (table === 'customer' ? customerFields : loanFields).find((one) => one.key === key);
  const shown = (value: string | null): string => (value === null || value === '' ? '—' : field?.choices === undefined ? value : choiceLabel(field.choices, value, language));
  return { name: field?.[language] ?? otherNames[key]?.[language] ?? key, book: shown(book), file: shown(file) };
}
