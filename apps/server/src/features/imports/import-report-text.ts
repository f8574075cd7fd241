import type { LedgerReading } from '@loanbook/ledger-reader/ledger-reading.ts';
import { problemKindText } from '@loanbook/contract/problem-kinds.ts';
import type { ImportReport } from './import-report.ts';

const tieLabels: Readonly<Record<string, string>> = { loans: '贷款笔数 loans', principal: '放款金额 principal', outstanding: '贷款余额 outstanding', repayments: '还款笔数 repayments', repaid: '还款金额 repaid' };

const adjustmentTexts = { balance_computed: '余额按还款推算 balance worked out', negative_balance: '负余额按零计 negative balance taken as zero' };

/** What the command line prints: what was read, the problems by kind, and, once written, whether the book ties to the paper. */
export function reportText(reading: LedgerReading, report: ImportReport | null): string {
  const { totals } = reading;
  const lines = [
    `截止日期 as of: ${reading.asOf ?? '—'}`,
    `读到 read: 客户 customers ${reading.customers.length} · 贷款 loans ${totals.loans} · 还款 repayments ${reading.repayments.length}`,
    `合计 totals: 放款 principal ${totals.principal} · 余额 outstanding ${totals.outstanding} · 已还 repaid ${totals.repaid}`,
    ...problemLines(reading),
    ...(report === null ? [] : writtenLines(report)),
  ];
  return lines.join('\n');
}

function problemLines(reading: LedgerReading): string[] {
  const counts = new Map<string, number>();
  for (const problem of reading.problems) counts.set(problem.kind, (counts.get(problem.kind) ?? 0) + 1);
  if (counts.size === 0) return ['没有发现问题。 No problems.'];
  return ['问题 problems:', ...[...counts].toSorted((left, right) => right[1] - left[1]).map(([kind, count]) => `  ${String(count).padStart(5)}  ${problemKindText(kind, 'zh').name} ${problemKindText(kind, 'en').name}`)];
}

function writtenLines(report: ImportReport): string[] {
  return [
    `写入 written: 新客户 customers ${report.customersCreated}（已有 matched ${report.customersMatched}）· 贷款 loans ${report.loansCreated}（已有 skipped ${report.loansSkipped}）· 还款 repayments ${report.repaymentsWritten}`,
    ...report.ties.map((tie) => `  ${tieLabels[tie.key] ?? tie.key}: ${tie.paper} ${tie.isEqual ? '✓ 相符 ties' : `≠ ${tie.book} 不符 differs`}`),
    ...report.adjustments.map((line) => `  ${line.receiptNo}（${line.source.sheet} ${line.source.row}）: ${adjustmentTexts[line.reason]} ${line.difference}`),
    ...(report.leftOut.length === 0 ? [] : [`未写入 left out: ${report.leftOut.length}`, ...report.leftOut.slice(0, 20).map((line) => `  ${line.source.file} ${line.source.sheet} ${line.source.row}: ${line.table} ${line.reason}`)]),
  ];
}
