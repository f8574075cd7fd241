import { expect, test } from 'vitest';
import { browserFlags, browserPlaces, findBrowser } from './browser-finder.ts';

test('the browser that is named wins, and is not replaced by another when it is missing', () => {
  expect(findBrowser({ LOANBOOK_BROWSER: process.execPath })).toBe(process.execPath);
  expect(findBrowser({ LOANBOOK_BROWSER: '/nowhere/chrome' })).toBeNull();
});

test.each([
  ['linux', {}, '/usr/bin/chromium'],
  ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['win32', { ProgramFiles: 'C:\\Program Files' }, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
])('on %s the usual places come in order', (platform, environment, first) => {
  expect(browserPlaces(platform, environment)[0]).toBe(first);
});

test('an unknown system has no usual places', () => {
  expect(browserPlaces('plan9', {})).toEqual([]);
});

test('only root goes without the sandbox', () => {
  expect(browserFlags().includes('--no-sandbox')).toBe(process.getuid?.() === 0);
});
