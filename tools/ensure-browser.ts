import { existsSync } from 'node:fs';
import { findBrowser } from '../apps/server/src/platform/host/browser-finder.ts';
import { runCommand } from './run-command.ts';

/** A browser for the journeys: found, or installed where that may be done (root on Debian); null after saying what to do. */
export async function ensureBrowser(): Promise<string | null> {
  const found = findBrowser();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && !process.env['LOANBOOK_BROWSER']) {
    console.log('没有找到浏览器，正在安装 Chromium 和中文字体… No browser found; installing Chromium and a Chinese font…');
    const environment = { DEBIAN_FRONTEND: 'noninteractive' };
    await runCommand('apt-get', ['update', '-q'], environment);
    await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], environment);
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  console.error('没有可用的浏览器：请安装 Chromium 或 Chrome（Debian：apt-get install chromium fonts-noto-cjk），或用 LOANBOOK_BROWSER 指定它的路径。\nNo browser: install Chromium or Chrome (Debian: apt-get install chromium fonts-noto-cjk), or give its path in LOANBOOK_BROWSER.');
  return null;
}
