import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../test/app-fixture.ts';

let webFolder: string;
let world: TestApp;
beforeAll(async () => {
  webFolder = mkdtempSync(path.join(os.tmpdir(), 'loanbook-web-'));
  mkdirSync(path.join(webFolder, 'assets'));
  writeFileSync(path.join(webFolder, 'index.html'), '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><script type="module" src="/assets/main-1a2b.js" nonce="__CSP_NONCE__"></script>');
  writeFileSync(path.join(webFolder, 'assets/main-1a2b.js'), 'export {};');
  writeFileSync(path.join(webFolder, 'favicon.svg'), '<svg/>');
  world = await startTestApp({ webFolder, requestsPerMinute: 40 });
});
afterAll(async () => {
  await world.stop();
  rmSync(webFolder, { recursive: true });
});

function get(url: string) {
  return world.anonymous.send('GET', url);
}

test('every address of the browser gets the page, with a nonce of its own', async () => {
  const nonces = new Set<string>();
  for (const url of ['/', '/index.html', '/loans/1', '/setup']) {
    const page = await get(url);
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' } });
    const nonce = /nonce="([^"]+)"/.exec(page.text)?.[1] ?? '';
    expect(page.text).not.toContain('__CSP_NONCE__');
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(4);
});

test('hashed files are kept for ever, others are asked for again', async () => {
  expect((await get('/assets/main-1a2b.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await get('/favicon.svg')).headers['cache-control']).toBe('no-cache');
});

test('an asset or an operation that does not exist is no page', async () => {
  for (const url of ['/assets/old-9f.js', '/api/none']) expect(await get(url)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect((await world.anonymous.send('POST', '/loans')).status).toBe(404);
});

test('no address leads out of the folder', async () => {
  writeFileSync(path.join(webFolder, '.secret'), 'secret');
  for (const url of ['/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%2f..%2fpackage.json', '/.secret']) {
    const reply = await get(url);
    expect(reply.text).not.toMatch(/root:|"name"|^secret/);
  }
});

test('too many requests from one address are refused for a while', async () => {
  let refused = 0;
  for (let request = 0; request < 60; request += 1) if ((await get('/api/setup')).status === 429) refused += 1;
  expect(refused).toBeGreaterThan(0);
  expect(await get('/api/setup')).toMatchObject({ status: 429, body: { code: 'too_many_requests', isRetryable: true } });
});
