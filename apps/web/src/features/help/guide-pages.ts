import { links } from '../../platform/links.ts';

/** The guide's pages in reading order; each is `docs/guide/<language>/<name>.md`. */
export const guidePageNames = [
  'first-ten-minutes', 'dashboard', 'importing', 'customers', 'lending', 'receipts', 'overdue', 'lists',
  'people', 'settings', 'backup', 'running', 'command-line', 'glossary', 'questions',
] as const;
export type GuidePageName = (typeof guidePageNames)[number];

/** Which page of the guide explains an address of the application; a new address does not compile without one. */
const guidePageOfLink: Readonly<Record<Exclude<keyof typeof links, 'help' | 'helpPage'>, GuidePageName>> = {
  dashboard: 'dashboard',
  customers: 'customers', newCustomer: 'customers', customer: 'customers',
  loans: 'lending', newLoan: 'lending', loan: 'lending',
  repayments: 'receipts', batchRepayments: 'receipts',
  overdue: 'overdue', classes: 'overdue', due: 'overdue',
  imports: 'importing', import: 'importing',
  people: 'people', settings: 'settings', backup: 'backup', audit: 'settings',
  signIn: 'people', setup: 'first-ten-minutes', password: 'people',
};

const guidePageByPath: ReadonlyMap<string, GuidePageName> = new Map(Object.entries(guidePageOfLink).flatMap(([key, page]) => {
  const path = Object.entries(links).find(([link]) => link === key)?.[1];
  return path === undefined ? [] : [[path, page] as const];
}));

/** The guide page for a route such as `/loans/$loanId`; null for the guide itself and for addresses that do not exist. */
export function guidePageFor(routePath: string): GuidePageName | null {
  return guidePageByPath.get(routePath) ?? null;
}

export function isGuidePageName(name: string): name is GuidePageName {
  return guidePageNames.some((known) => known === name);
}
