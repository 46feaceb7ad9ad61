import { message, reporterOf } from '@tiaoli/base';

/** What keeps the store from being opened. */
export const storeMessages = {
  'store-in-use': message<{ readonly folder: string; readonly owner?: string }>({
    severity: 'error',
    message: ({ folder, owner }) => ({
      zh: `数据文件夹 ${folder} 正由另一个程序使用${owner === undefined ? '' : `（进程 ${owner}）`}。`,
      en: `The data folder ${folder} is in use by another program${owner === undefined ? '' : ` (process ${owner})`}.`,
    }),
    hint: () => ({
      zh: '先停下那个程序；或用 --data 换一个文件夹；要多个程序同时写入，请用 PostgreSQL 服务器并设置 DATABASE_URL。',
      en: 'Stop that program first, or take another folder with --data; for several programs that write at once, use a PostgreSQL server and set DATABASE_URL.',
    }),
    explanation: {
      zh: '内嵌数据库同一时间只能由一个程序打开：两个程序同时写，会悄悄丢失已经保存的内容。锁由操作系统持有，程序一结束（包括意外中断）就自动释放，不需要手工删除任何文件。',
      en: 'Only one program at a time may open the embedded database: of two that write, one would silently lose what it has saved. The lock is held by the operating system and goes away with the program, however it ends; there is no file to delete by hand.',
    },
  }),
  'store-not-opened': message<{ readonly place: string; readonly reason: string }>({
    severity: 'error',
    message: ({ place, reason }) => ({
      zh: `打不开数据库 ${place}：${reason}`,
      en: `The database ${place} cannot be opened: ${reason}`,
    }),
    hint: () => ({
      zh: '检查文件夹的权限和磁盘空间；用服务器时，检查 DATABASE_URL、网络和账号。',
      en: 'Check the rights and the space of the folder; with a server, check DATABASE_URL, the network and the account.',
    }),
    explanation: {
      zh: '数据没有被改动。原因是数据库或操作系统给出的原文。',
      en: 'No data was changed. The reason is in the words of the database or the operating system.',
    },
  }),
  'store-is-newer': message<{ readonly migration: string }>({
    severity: 'error',
    message: ({ migration }) => ({
      zh: `数据由更新版本的条例保存（含有本版本不认识的升级 ${migration}）。`,
      en: `The data was saved by a newer Tiaoli (it has the migration ${migration}, which this one does not know).`,
    }),
    hint: () => ({
      zh: '用那个新版本打开，或从升级前的备份恢复。',
      en: 'Open it with that newer version, or restore a backup from before.',
    }),
    explanation: {
      zh: '旧版本不认识新的表结构，打开会损坏数据，所以拒绝打开。',
      en: 'An older version does not know the newer tables and would damage the data; so it does not open them.',
    },
  }),
  'store-migration-differs': message<{ readonly migration: string }>({
    severity: 'error',
    message: ({ migration }) => ({
      zh: `数据库里的升级 ${migration} 与本版本所带的不同。`,
      en: `The migration ${migration} of the database is not the one that this version brings.`,
    }),
    hint: () => ({
      zh: '装回原来的版本；如是自行改过的程序，撤销对 migration.sql 的改动。',
      en: 'Install the former version again; in a program of your own making, undo the change of migration.sql.',
    }),
    explanation: {
      zh: '升级一经发布就不再改动。内容不同说明数据库和程序不是一套，继续会损坏数据。',
      en: 'A migration never changes once it is released. A different one shows that database and program do not belong together.',
    },
  }),
  'store-migration-failed': message<{ readonly migration: string; readonly reason: string }>({
    severity: 'error',
    message: ({ migration, reason }) => ({
      zh: `数据库升级 ${migration} 没有完成：${reason}`,
      en: `The migration ${migration} of the database failed: ${reason}`,
    }),
    hint: () => ({
      zh: '数据保持升级前的样子，可继续用原来的版本；排除原因后再打开，会重新升级。',
      en: 'The data is as it was before, and the former version still works; open again when the cause is gone, and it is tried anew.',
    }),
    explanation: {
      zh: '所有待做的升级在一个事务里完成：要么全部做完，要么一项都不做。',
      en: 'All migrations that are due run in one transaction: all of them are done, or none.',
    },
  }),
};

export const report = reporterOf(storeMessages);
