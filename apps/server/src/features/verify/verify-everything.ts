import type { VerifyReport } from '@loanbook/contract/features/verify.ts';
import pg from 'pg';
import type { CommandIo } from '../../cli/json-command.ts';
import type { AppContext } from '../../platform/app-context.ts';
import { institutionsForSignIn } from '../../platform/database.ts';
import type { DatabaseContext } from '../../platform/host/with-database.ts';
import { verifyBook } from './verify-book.ts';
import type { LoansVerified } from './verify-loans.ts';

const progressEveryMs = 1_000;
const shownDeviations = 20;

export interface EverythingVerified {
  /** One JSON object at the end instead of lines for a person; progress stays on the error channel. */
  readonly isJson?: boolean;
  /** Where an interrupted run had come to, as its progress line said it. */
  readonly after?: ResumePoint;
  readonly now?: () => Date;
}

/** The institution by its place in the order of their founding, and the last loan verified there. */
export interface ResumePoint {
  readonly institutionNumber: number;
  readonly loanId: string;
}

/** Verifies every institution of a database and prints what was found in both languages. True when all is sound. */
export async function verifyEverything(database: Pick<DatabaseContext, 'appUrl' | 'masterKey' | 'dataFolder'>, io: Pick<CommandIo, 'print' | 'printError'>, how: EverythingVerified = {}): Promise<boolean> {
  const appPool = new pg.Pool({ connectionString: database.appUrl, max: 4 });
  // Without a listener the loss of one idle connection would end the process.
  appPool.on('error', () => undefined);
  try {
    const app: AppContext = { appPool, masterKey: database.masterKey, dataFolder: database.dataFolder, webFolder: '', now: how.now ?? (() => new Date()), baseUrl: 'http://localhost' };
    const institutions = await institutionsForSignIn(app);
    if (institutions.length === 0 && !how.isJson) io.print('还没有机构，没有可核对的账本。 No institution yet: there is no book to verify.');
    const reports: (VerifyReport & { readonly institution: string })[] = [];
    for (const [index, { institutionId, name }] of institutions.entries()) {
      if (how.after && index + 1 < how.after.institutionNumber) continue;
      const afterLoanId = how.after?.institutionNumber === index + 1 ? how.after.loanId : undefined;
      const onProgress = progressPrinter(io, index + 1);
      const report = await verifyBook(app, { institutionId, personId: null, name: 'Loanbook' }, { onProgress, ...(afterLoanId === undefined ? {} : { afterLoanId }) });
      reports.push({ institution: name, ...report });
      if (!how.isJson) printReport(name, report, io);
    }
    const isSound = reports.every((report) => report.isSound);
    if (how.isJson) io.print(JSON.stringify({ isSound, institutions: reports }));
    return isSound;
  } finally {
    await appPool.end();
  }
}

function progressPrinter(io: Pick<CommandIo, 'printError'>, institutionNumber: number): (progress: LoansVerified) => void {
  let printedAt = Date.now();
  return ({ done, total, resumeAfter }) => {
    if (Date.now() - printedAt < progressEveryMs) return;
    printedAt = Date.now();
    io.printError(`已核对 ${done} / ${total} 笔贷款… ${done} of ${total} loans verified…  (--after ${institutionNumber}/${resumeAfter})`);
  };
}

function printReport(institution: string, report: VerifyReport, io: Pick<CommandIo, 'print'>): void {
  io.print(`${institution}`);
  for (const check of report.checks) {
    io.print(`  ${check.isSound ? '✓' : '✗'} ${check.zh}（${check.checked}） · ${check.en} (${check.checked})`);
    for (const deviation of check.deviations.slice(0, shownDeviations)) io.print(`      ${deviation}`);
    if (check.deviations.length > shownDeviations) io.print(`      … +${check.deviations.length - shownDeviations}`);
  }
  const deviating = report.checks.filter((check) => !check.isSound).length;
  io.print(report.isSound
    ? `  账本无误：核对了 ${report.loansChecked} 笔贷款。 The book is sound: ${report.loansChecked} loans verified.`
    : `  账本有误：${deviating} 项不符。请先备份，再联系支持。 The book deviates in ${deviating} checks. Make a backup, then contact support.`);
}
