import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { overflowOf, signIn, startJourney, type Journey, type Visit } from './journey.ts';

const paths = ['/', '/customers', '/customers/new', '/loans', '/loans/new', '/repayments', '/repayments/batch', '/overdue', '/due', '/classes', '/imports', '/people', '/settings', '/backup', '/audit', '/help'];

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney(['--demo']);
});
afterAll(() => journey.stop());

async function visitSignedIn(look: { isPhone: boolean; isDark: boolean }): Promise<Visit> {
  const visit = await journey.visit(look);
  await signIn(visit.page, 'demo', 'loanbook demo book');
  await visit.page.getByRole('heading', { name: '工作台' }).waitFor();
  return visit;
}

/** A page has arrived when nothing is being loaded any more. */
async function open(visit: Visit, address: string): Promise<void> {
  await visit.page.goto(address);
  await visit.page.getByRole('main').waitFor();
  await visit.page.waitForLoadState('networkidle');
}

test.each([
  { name: 'desk, light', isPhone: false, isDark: false },
  { name: 'desk, dark', isPhone: false, isDark: true },
  { name: 'phone, light', isPhone: true, isDark: false },
  { name: 'phone, dark', isPhone: true, isDark: true },
])('every page fits, breaks no rule of access and runs without a fault ($name)', async (look) => {
  const visit = await visitSignedIn(look);
  const found: string[] = [];
  for (const address of paths) {
    await open(visit, address);
    const overflow = await overflowOf(visit.page);
    if (overflow > 0) found.push(`${address}: ${overflow} px wider than the screen`);
    found.push(...(await accessibilityFaults(visit.page)).map((fault) => `${address}: ${fault}`));
    found.push(...visit.faults.splice(0).map((fault) => `${address}: ${fault}`));
  }
  await visit.context.close();
  expect(found).toEqual([]);
}, 240_000);

test('a loan, its borrower and a receipt are one press away from the lists', async () => {
  const visit = await visitSignedIn({ isPhone: false, isDark: false });
  for (const [list, heading] of [['/loans', /J20/], ['/customers', /./]] as const) {
    await open(visit, list);
    await visit.page.getByRole('gridcell').first().dblclick();
    await visit.page.waitForURL(new RegExp(`${list}/[0-9a-f-]{36}`));
    await visit.page.getByRole('heading', { level: 1 }).filter({ hasText: heading }).waitFor();
  }
  expect(visit.faults).toEqual([]);
  await visit.context.close();
});
