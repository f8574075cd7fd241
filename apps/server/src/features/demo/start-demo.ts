import type { AppContext } from '../../platform/app-context.ts';
import { foundInstitution } from '../session/session.index.ts';
import { makeDemoBook } from './make-demo-book.ts';

/** Known to everybody who can read: the demo book holds nobody's data. */
export const demoSignIn = { userName: 'demo', password: 'loanbook demo book' };

/** Founds an institution with its first person and fills it; only for a database without any. */
export async function startDemo(app: AppContext): Promise<void> {
  const actor = await foundInstitution(app, {
    institutionName: '青禾小额贷款有限公司（演示）', timeZone: 'Asia/Shanghai', displayName: '演示经理', language: 'zh', ...demoSignIn,
  });
  await makeDemoBook(app, actor);
}
