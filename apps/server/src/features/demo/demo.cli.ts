import type { CommandIo } from '../../cli/json-command.ts';
import { withCommandApp } from '../../platform/command-app.ts';
import { institutionsForSignIn } from '../../platform/database.ts';
import { withDatabase } from '../../platform/host/with-database.ts';
import { demoSignIn, startDemo } from './start-demo.ts';

/** Fills an empty data folder with the demo book, without starting the server. */
export async function run(commandArguments: readonly string[], io: CommandIo): Promise<number> {
  if (commandArguments.length > 0) {
    io.printError('用法 Usage: npx --no loanbook demo');
    return 2;
  }
  return withDatabase((context) => withCommandApp(context, async (app) => {
    if ((await institutionsForSignIn(app)).length > 0) {
      io.printError('数据文件夹里已有账本，不能再建演示账本；请用 LOANBOOK_DATA 另指一个空文件夹。\nThe data folder holds a book already; name an empty one with LOANBOOK_DATA.');
      return 1;
    }
    await startDemo(app);
    io.print(`演示账本已建立。用户名 ${demoSignIn.userName}，密码 ${demoSignIn.password}\nThe demo book is ready. User name ${demoSignIn.userName}, password ${demoSignIn.password}`);
    return 0;
  }));
}
