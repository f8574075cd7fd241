import type { LedgerReading } from '@loanbook/ledger-reader/ledger-reading.ts';
import { changedFieldText, keptText } from '@loanbook/contract/import-change-texts.ts';
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

/** What became of things the book had before; nothing for a first import. */
function againLines({ again }: ImportReport): string[] {
  if (!again) return [];
  const kept = again.kept.slice(0, 20).flatMap((row) => row.fields.flatMap((field) => {
    const text = changedFieldText(row.table, field, 'zh');
    return field.kept === null ? [] : [`  ${row.number ?? row.name}: ${text.name} ${text.book} / ${text.file} ${keptText(field.kept, 'zh')} ${keptText(field.kept, 'en')}`];
  }));
  return [
    `更新 updated: 客户 customers ${again.customersChanged} · 贷款 loans ${again.loansChanged}（没有变化 unchanged ${again.loansUnchanged}）· 补登还款 repayments ${again.repaymentsAdded}`,
    ...(again.keptCount === 0 ? [] : [`与账本不同，以账本为准 the book stands: ${again.keptCount}`, ...kept]),
    ...(again.missingCount === 0 ? [] : [`台账里没有的贷款 loans not in the ledger: ${again.missingCount}`]),
  ];
}

function writtenLines(report: ImportReport): string[] {
  return [
    `写入 written: 新客户 customers ${report.customersCreated}（已有 matched ${report.customersMatched}）· 贷款 loans ${report.loansCreated}（已有 skipped ${report.loansSkipped}）· 还款 repayments ${report.repaymentsWritten}`,
    ...againLines(report),
    ...report.ties.map((tie) => `  ${tieLabels[tie.key] ?? tie.key}: ${tie.paper} ${tie.isEqual ? '✓ 相符 ties' : `≠ ${tie.book} 不符 differs`}`),
    ...report.adjustments.map((line) => `  ${line.receiptNo}（${line.source.sheet} ${line.source.row}）: ${adjustmentTexts[line.reason]} ${line.difference}`),
    ...(report.leftOut.length === 0 ? [] : [`未写入 left out: ${report.leftOut.length}`, ...report.leftOut.slice(0, 20).map((line) => `  ${line.source.file} ${line.source.sheet} ${line.source.row}: ${line.table} ${line.reason}`)]),
  ];
}
