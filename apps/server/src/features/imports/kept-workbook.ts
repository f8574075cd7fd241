import type { FieldChange, ObjectChange } from '@loanbook/contract/features/import-change-rows.ts';
import { changedFieldText, keptText } from '@loanbook/contract/import-change-texts.ts';
import { writeXlsx } from 'hucre/xlsx';

const headers = {
  zh: ['编号', '名称', '项目', '账本', '台账', '说明', '文件', '工作表', '行'],
  en: ['Number', 'Name', 'Item', 'Book', 'Ledger', 'What it means', 'File', 'Sheet', 'Row'],
};
const widths = [20, 16, 14, 22, 22, 46, 24, 16, 8];
const missing = { zh: '账本里还有余额，这份台账里没有这笔', en: 'Still owed in the book, not in this ledger' };

/** Where the book's word stood against the ledger's, and loans the ledger no longer has, line by line. Every cell is text. */
export async function writeKeptWorkbook(rows: readonly ObjectChange[], language: 'zh' | 'en'): Promise<Buffer> {
  const lines = rows.flatMap((row) => row.fields.filter(({ kept }) => kept !== null || row.state === 'missing').map((field) => line(row, field, language)));
  const bytes = await writeXlsx({
    sheets: [{
      name: language === 'zh' ? '与账本不同' : 'Differences', columns: headers[language].map((_, index) => ({ width: widths[index] ?? 20 })),
      rows: [headers[language], ...lines], freezePane: { rows: 1 }, autoFilter: { range: `A1:I${lines.length + 1}` },
    }],
  });
  return Buffer.from(bytes);
}

function line(row: ObjectChange, field: FieldChange, language: 'zh' | 'en'): string[] {
  const text = changedFieldText(row.table, field, language);
  return [row.number ?? '', row.name, text.name, text.book, text.file, field.kept === null ? missing[language] : keptText(field.kept, language), row.source?.file ?? '', row.source?.sheet ?? '', row.source === null ? '' : String(row.source.row)];
}
