import type { Import } from '@loanbook/contract/features/imports.ts';
import { writeXlsx } from 'hucre/xlsx';
import type { TestUser } from './app-fixture.ts';
import { multipartBody, type TestFile } from './multipart-body.ts';

/** Headings of the sheet a small lender keeps. */
export const ledgerHeadings = ['序号', '借款人', '身份证号', '联系电话', '合同编号', '借据号', '放款金额(元)', '年利率(%)', '期限(月)', '放款日期', '到期日期', '还款方式', '担保方式', '贷款余额(元)', '逾期天数', '客户经理'];

type Row = readonly (string | number)[];

/** A workbook of one sheet as of 2026-02-28. */
export async function ledgerFile(rows: readonly Row[], headings: Row = ledgerHeadings, sheetName = '贷款台账'): Promise<TestFile> {
  const bytes = await writeXlsx({ sheets: [{ name: sheetName, rows: [[`青禾小额贷款有限公司${sheetName}`], ['截止日期：2026-02-28'], [...headings], ...rows.map((row) => [...row])] }] });
  return { name: '台账.xlsx', bytes: Buffer.from(bytes) };
}

/** Uploads and waits until the files are read. */
export async function uploadFiles(user: TestUser, files: readonly TestFile[]): Promise<Import> {
  const { body, contentType } = multipartBody(files);
  const started = await user.send('POST', '/api/imports', body, { 'content-type': contentType });
  if (started.status !== 200) throw new Error(started.text);
  return settledImport(user, started.body.id, ['reading']);
}

/** Commits and waits for the end, good or bad. */
export async function commitImport(user: TestUser, importId: string): Promise<Import> {
  const reply = await user.send('POST', `/api/imports/${importId}/commit`, {});
  if (reply.status !== 200) throw new Error(reply.text);
  return settledImport(user, importId, ['committing']);
}

/** The import once it is in none of the passing states. */
export async function settledImport(user: TestUser, importId: string, passing: readonly string[]): Promise<Import> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const reply = await user.send('GET', `/api/imports/${importId}`);
    if (reply.status !== 200) throw new Error(reply.text);
    if (!passing.includes(reply.body.state)) return reply.body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the import did not come to an end');
}

interface RowChange {
  readonly balance?: number;
  readonly overdueDays?: number;
  readonly manager?: string;
  readonly mobile?: string;
}

/** A line of 120 000 lent on 2025-09-15 for a year; the ID number is made from the loan's number, so that one name is one person. */
export function ledgerRow(name: string, receiptNo: string, { balance = 70_000, overdueDays = 0, manager = '', mobile = '' }: RowChange = {}): Row {
  return [1, name, residentIdOf(receiptNo), mobile, `HT-${receiptNo}`, receiptNo, 120_000, 12, 12, '2025-09-15', '2026-09-15', '等额本金', '信用', balance, overdueDays, manager];
}

/** An invented number with the right check character. */
function residentIdOf(text: string): string {
  const sequence = [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 900, 7) + 100;
  const body = `11010519491231${sequence}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return `${body}${'10X98765432'[sum % 11] ?? ''}`;
}

interface Sheet {
  readonly name: string;
  readonly rows: Row[];
}

export function receiptsSheet(rows: readonly Row[]): Sheet {
  return { name: '还款台账', rows: [['还款台账'], ['借据号', '借款人', '还款日期', '还款金额(元)', '流水号'], ...rows.map((row) => [...row])] };
}

/** A ledger as of a day, with other sheets behind it. */
export async function ledgerWorkbook(asOf: string, rows: readonly Row[], ...others: readonly Sheet[]): Promise<TestFile> {
  const loans = { name: '贷款台账', rows: [['青禾小额贷款有限公司贷款台账'], [`截止日期：${asOf}`], [...ledgerHeadings], ...rows.map((row) => [...row])] };
  const bytes = await writeXlsx({ sheets: [loans, ...others].map((sheet) => ({ name: sheet.name, rows: sheet.rows.map((row) => [...row]) })) });
  return { name: '台账.xlsx', bytes: Buffer.from(bytes) };
}

/** Uploads, reads and commits. */
export async function importAll(user: TestUser, file: TestFile): Promise<Import> {
  const ready = await uploadFiles(user, [file]);
  if (ready.state !== 'ready') throw new Error(JSON.stringify(ready.failure));
  return commitImport(user, ready.id);
}
