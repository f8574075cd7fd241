import type { VerifyReport } from '@loanbook/contract/features/verify.ts';
import pg from 'pg';
import type { CommandIo } from '../../cli/json-command.ts';
import type { AppContext } from '../../platform/app-context.ts';
import { institutionsForSignIn } from '../../platform/database.ts';
import type { DatabaseContext } from '../../platform/host/with-database.ts';
import { verifyBook, type VerifyProgress } from './verify-book.ts';

const progressEveryMs = 1_000;
const shownDeviations = 20;

/** Verifies every institution of a database and prints what was found in both languages. True when all is sound. */
export async function verifyEverything(database: Pick<DatabaseContext, 'appUrl' | 'masterKey' | 'dataFolder'>, io: Pick<CommandIo, 'print' | 'printError'>, now: () => Date = () => new Date()): Promise<boolean> {
  const appPool = new pg.Pool({ connectionString: database.appUrl, max: 2 });
  try {
    const app: AppContext = { appPool, masterKey: database.masterKey, dataFolder: database.dataFolder, webFolder: '', now, baseUrl: 'http://localhost' };
    const institutions = await institutionsForSignIn(app);
    if (institutions.length === 0) io.print('还没有机构，没有可核对的账本。 No institution yet: there is no book to verify.');
    let isSound = true;
    for (const { institutionId, name } of institutions) {
      const report = await verifyBook(app, { institutionId, personId: null, name: 'Loanbook' }, progressPrinter(io));
      printReport(name, report, io);
      isSound &&= report.isSound;
    }
    return isSound;
  } finally {
    await appPool.end();
  }
}

function progressPrinter(io: Pick<CommandIo, 'printError'>): VerifyProgress {
  let printedAt = Date.now();
  return (done, total) => {
    if (Date.now() - printedAt < progressEveryMs) return;
    printedAt = Date.now();
    io.printError(`已核对 ${done} / ${total} 笔贷款… ${done} of ${total} loans verified…`);
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
