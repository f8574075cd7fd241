import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const places: Readonly<Record<string, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge', '/snap/bin/chromium'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
};

type Environment = Readonly<Record<string, string | undefined>>;

/** An installed Chromium, Chrome or Edge: the one LOANBOOK_BROWSER names, else the first of the usual places, or null. */
export function findBrowser(environment: Environment = process.env): string | null {
  const named = environment['LOANBOOK_BROWSER'];
  if (named) return canRun(named) ? named : null;
  return browserPlaces(process.platform, environment).find(canRun) ?? null;
}

/** Where browsers usually are, best first. */
export function browserPlaces(platform: string, environment: Environment): string[] {
  const usual = places[platform] ?? [];
  if (platform !== 'win32') return [...usual];
  const roots = [environment['ProgramFiles'], environment['ProgramFiles(x86)'], environment['LOCALAPPDATA']].filter((root) => root !== undefined);
  return usual.flatMap((place) => roots.map((root) => path.win32.join(root, place)));
}

/** The flags for tests: no window, no traffic of its own; root has no sandbox to enter. */
export function browserFlags(): string[] {
  const flags = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
