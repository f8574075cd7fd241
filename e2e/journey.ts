import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from '../apps/server/src/platform/host/browser-finder.ts';
import { spawnServer, waitUntilUp, type ServerProcess } from '../apps/server/test/server-process.ts';

export const deskSize = { width: 1440, height: 900 };
export const phoneSize = { width: 390, height: 844 };

/** The real program on a data folder of its own, and a browser to use it with. */
export interface Journey {
  readonly server: ServerProcess;
  readonly browser: Browser;
  /** A fresh browser profile; whatever goes wrong in its pages is collected in `faults`. */
  visit(options?: { readonly isPhone?: boolean; readonly isDark?: boolean }): Promise<Visit>;
  stop(): Promise<void>;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Script errors, console errors and breaches of the page's security policy so far. */
  readonly faults: string[];
}

export async function startJourney(options: readonly string[] = []): Promise<Journey> {
  const dataFolder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'loanbook-journey-')));
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no browser: run npm test, which finds or installs one');
  const server = await spawnServer({ dataFolder, options });
  const browser = await chromium.launch({ executablePath, args: browserFlags() });
  await waitUntilUp(server);
  return {
    server, browser,
    visit: (wanted = {}) => openVisit(browser, server.baseUrl, wanted),
    async stop() {
      await browser.close();
      server.kill('SIGINT');
      await server.ended;
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function openVisit(browser: Browser, baseURL: string, { isPhone = false, isDark = false }: { readonly isPhone?: boolean; readonly isDark?: boolean }): Promise<Visit> {
  const context = await browser.newContext({
    baseURL, viewport: isPhone ? phoneSize : deskSize, isMobile: isPhone, hasTouch: isPhone, colorScheme: isDark ? 'dark' : 'light', locale: 'zh-CN', acceptDownloads: true,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // A refused request is part of some journeys; the server's answer is what they look at.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text());
  });
  return { page, context, faults };
}

/** The first person of a new installation founds the institution through the printed link and stands on the dashboard. */
export async function foundInstitution(journey: Journey, page: Page): Promise<void> {
  await page.goto(journey.server.setupLink() ?? '');
  await page.getByLabel('机构名称').fill('石桥小额贷款有限公司');
  await page.getByLabel('您的姓名').fill('赵谷雨');
  await page.getByLabel('用户名').fill('zhao');
  await page.getByLabel('密码', { exact: true }).fill('three quiet rivers');
  await page.getByRole('button', { name: '建立机构并登录' }).click();
  await page.getByRole('heading', { name: '工作台' }).waitFor();
}

/** Signs in through the form, as a person does. */
export async function signIn(page: Page, userName: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** How much wider than the window the page is; 0 when it fits. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
