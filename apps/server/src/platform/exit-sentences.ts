/**
 * Every sentence with which the program refuses to start or stops by itself, and its exit code.
 * The order is the order of precedence at start-up. Shape: code → { exitCode, chinese, english }.
 */
export interface ExitDetails {
  readonly path?: string;
  readonly port?: number;
  readonly pid?: number;
  readonly reason?: string;
  readonly sql?: string;
}

interface ExitSentence {
  readonly exitCode: number;
  readonly chinese: (details: ExitDetails) => string;
  readonly english: (details: ExitDetails) => string;
}

export const exitSentences = {
  'bad-setting': {
    exitCode: 10,
    chinese: ({ reason }) => `设置有误：${reason}`,
    english: ({ reason }) => `A setting is wrong: ${reason}`,
  },
  'no-right': {
    exitCode: 11,
    chinese: ({ path, reason }) => `没有权限使用 ${path}（${reason}）。请换一个文件夹（LOANBOOK_DATA），或把它的所有者改为当前用户。`,
    english: ({ path, reason }) => `No right to use ${path} (${reason}). Choose another folder (LOANBOOK_DATA) or make the current user its owner.`,
  },
  'disk-full': {
    exitCode: 12,
    chinese: ({ path }) => `磁盘已满，无法写入 ${path}。请腾出空间后再启动；已确认的数据没有丢失。`,
    english: ({ path }) => `The disk is full: ${path} cannot be written. Free some space and start again; nothing acknowledged is lost.`,
  },
  'second-start': {
    exitCode: 13,
    chinese: ({ path, pid, reason }) => `数据文件夹 ${path} 正在被另一个 Loanbook 使用（进程 ${pid}${reason ? `，${reason}` : ''}）。请先停止它，或用 LOANBOOK_DATA 指定另一个文件夹。`,
    english: ({ path, pid, reason }) => `The data folder ${path} is in use by another Loanbook (process ${pid}${reason ? `, ${reason}` : ''}). Stop it first, or name another folder with LOANBOOK_DATA.`,
  },
  'busy-port': {
    exitCode: 14,
    chinese: ({ port }) => `端口 ${port} 已被其他程序占用。请关闭那个程序，或换一个端口：npm start -- --port ${(port ?? 8080) + 1}`,
    english: ({ port }) => `Port ${port} is in use by another program. Close it, or choose another port: npm start -- --port ${(port ?? 8080) + 1}`,
  },
  'bad-address': {
    exitCode: 15,
    chinese: ({ reason }) => `无法在该地址监听：${reason}。请检查 HOST 和 PORT。`,
    english: ({ reason }) => `Cannot listen on this address: ${reason}. Check HOST and PORT.`,
  },
  'no-database-program': {
    exitCode: 16,
    chinese: ({ reason }) => `没有适合本机的内置 PostgreSQL（${reason}）。请重新执行 npm ci（不要加 --omit=optional），或用 DATABASE_URL 指向一台 PostgreSQL 15 以上的服务器。`,
    english: ({ reason }) => `There is no embedded PostgreSQL for this machine (${reason}). Run npm ci again (without --omit=optional), or point DATABASE_URL at a PostgreSQL server, version 15 or newer.`,
  },
  'no-database-user': {
    exitCode: 17,
    chinese: () => '以 root 运行时，内置 PostgreSQL 需要一个普通用户（postgres 或 nobody），本机没有。请用普通用户运行 npm start。',
    english: () => 'When run as root the embedded PostgreSQL needs an unprivileged user (postgres or nobody), and this machine has none. Run npm start as an ordinary user.',
  },
  'database-broken': {
    exitCode: 18,
    chinese: ({ path, reason }) => `数据库文件夹 ${path} 已损坏或不完整：${reason}。请保留它，然后从备份恢复到一个新的数据文件夹。`,
    english: ({ path, reason }) => `The database folder ${path} is damaged or incomplete: ${reason}. Keep it, and restore a backup into a new data folder.`,
  },
  'database-not-started': {
    exitCode: 19,
    chinese: ({ path, reason }) => `内置 PostgreSQL 没有启动：${reason}。详情见 ${path}`,
    english: ({ path, reason }) => `The embedded PostgreSQL did not start: ${reason}. Details in ${path}`,
  },
  'database-unreachable': {
    exitCode: 20,
    chinese: ({ reason }) => `无法连接 DATABASE_URL 指向的数据库：${reason}`,
    english: ({ reason }) => `Cannot connect to the database named by DATABASE_URL: ${reason}`,
  },
  'database-too-old': {
    exitCode: 21,
    chinese: ({ reason }) => `PostgreSQL 版本太旧（${reason}），需要 15 或更新的版本。`,
    english: ({ reason }) => `PostgreSQL is too old (${reason}); version 15 or newer is needed.`,
  },
  'database-role-missing': {
    exitCode: 22,
    chinese: ({ sql }) => `当前数据库用户不能建立运行角色。请数据库管理员执行一次：\n${sql}`,
    english: ({ sql }) => `This database user may not set up the role the server runs as. Ask the database administrator to run once:\n${sql}`,
  },
  'schema-newer': {
    exitCode: 23,
    chinese: ({ reason }) => `数据库由更新版本的 Loanbook 升级过（${reason}）。请使用那个版本的程序。`,
    english: ({ reason }) => `The database was upgraded by a newer Loanbook (${reason}). Use that version of the program.`,
  },
  'migration-changed': {
    exitCode: 24,
    chinese: ({ reason }) => `已执行过的数据库升级脚本被改动：${reason}。请恢复原文件，改动写成新的脚本。`,
    english: ({ reason }) => `A migration that has already run was changed: ${reason}. Restore the file and write the change as a new one.`,
  },
  'migration-failed': {
    exitCode: 25,
    chinese: ({ reason }) => `数据库升级失败，已退回升级前的状态：${reason}`,
    english: ({ reason }) => `The database upgrade failed and was rolled back: ${reason}`,
  },
  'unsafe-database': {
    exitCode: 26,
    chinese: ({ reason }) => `数据库的设置不安全，拒绝启动：${reason}`,
    english: ({ reason }) => `The database is set up unsafely; refusing to start: ${reason}`,
  },
  'bad-master-key': {
    exitCode: 27,
    chinese: ({ reason }) => `主密钥不可用：${reason}。没有它就读不出加密的数据，请找回原来的密钥。`,
    english: ({ reason }) => `The master key cannot be used: ${reason}. Encrypted data cannot be read without it; find the original key.`,
  },
  'database-lost': {
    exitCode: 28,
    chinese: ({ reason }) => `内置 PostgreSQL 停止了，重启也没有成功：${reason}。再次执行 npm start 会自动恢复。`,
    english: ({ reason }) => `The embedded PostgreSQL stopped and could not be restarted: ${reason}. npm start will recover by itself.`,
  },
  'demo-refused': {
    exitCode: 29,
    chinese: ({ path }) => `数据文件夹 ${path} 里已有数据，不能再放入演示账本。请用 LOANBOOK_DATA 指定一个空文件夹。`,
    english: ({ path }) => `The data folder ${path} already holds data, so the demo book is refused. Name an empty folder with LOANBOOK_DATA.`,
  },
  'not-ready': {
    exitCode: 30,
    chinese: ({ reason }) => `这一部分还没有完成：${reason}`,
    english: ({ reason }) => `This part is not finished yet: ${reason}`,
  },
  unexpected: {
    exitCode: 1,
    chinese: ({ reason }) => `出现意外错误：${reason}`,
    english: ({ reason }) => `Unexpected error: ${reason}`,
  },
} as const satisfies Record<string, ExitSentence>;

export type ExitCode = keyof typeof exitSentences;
