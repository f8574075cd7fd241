import { existsSync, statfsSync } from 'node:fs';
import { processEnvironment, readConfig } from '../platform/config.ts';
import { prepareDataFolder } from '../platform/data-folder.ts';
import { findBrowser } from '../platform/host/browser-finder.ts';
import { readLockHolder } from '../platform/host/data-folder-lock.ts';
import { reasonOf } from '../platform/start-failure.ts';
import type { CommandIo } from './json-command.ts';

const leastFreeBytes = 1_000_000_000;

interface Finding {
  readonly isGood: boolean;
  readonly chinese: string;
  readonly english: string;
}

/** `loanbook doctor`: what a person (or the support) wants to know before anything else. Starts and changes nothing. */
export async function run(_commandArguments: readonly string[], io: CommandIo): Promise<number> {
  const findings = examine();
  for (const finding of findings) io.print(`${finding.isGood ? '✓' : '✗'} ${finding.chinese} · ${finding.english}`);
  return findings.every((finding) => finding.isGood) ? 0 : 1;
}

function examine(): Finding[] {
  const system: Finding = { isGood: true, chinese: `系统 ${process.platform}-${process.arch}，Node ${process.version}`, english: 'system and Node' };
  try {
    const config = readConfig(processEnvironment(), []);
    return [system, ...examineFolder(config.dataFolder), examineDatabase(config.databaseUrl), examineBrowser()];
  } catch (error) {
    return [system, { isGood: false, chinese: reasonOf(error), english: 'settings' }];
  }
}

function examineFolder(dataFolder: string): Finding[] {
  if (!existsSync(dataFolder)) return [{ isGood: true, chinese: `数据文件夹 ${dataFolder} 还没有建立`, english: 'the data folder does not exist yet' }];
  try {
    const folder = prepareDataFolder(dataFolder);
    const { bavail, bsize } = statfsSync(folder.root);
    const holder = readLockHolder(folder.root);
    return [
      { isGood: true, chinese: `数据文件夹 ${folder.root} 可以读写`, english: 'the data folder can be read and written' },
      { isGood: bavail * bsize >= leastFreeBytes, chinese: `剩余空间 ${Math.floor((bavail * bsize) / 1_000_000)} MB`, english: 'free space (1 000 MB advised)' },
      { isGood: true, chinese: holder ? `正在使用：进程 ${holder.pid} ${holder.note}` : '没有程序在使用', english: holder ? 'in use' : 'not in use' },
    ];
  } catch (error) {
    return [{ isGood: false, chinese: reasonOf(error), english: 'data folder' }];
  }
}

function examineDatabase(databaseUrl: string | null): Finding {
  // Host and name only: the address holds a password.
  const place = databaseUrl === null ? '内置 PostgreSQL' : `${new URL(databaseUrl).host}${new URL(databaseUrl).pathname}`;
  return { isGood: true, chinese: `数据库：${place}`, english: databaseUrl === null ? 'embedded database' : 'external database' };
}

function examineBrowser(): Finding {
  const browser = findBrowser();
  return { isGood: true, chinese: browser === null ? '没有找到浏览器（只有测试需要）' : `浏览器 ${browser}`, english: 'browser, for the tests only' };
}
