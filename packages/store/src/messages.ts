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
  'store-not-there': message<{ readonly place: string }>({
    severity: 'error',
    message: ({ place }) => ({
      zh: `「${place}」没有条例的数据。`,
      en: `There is no data of Tiaoli at "${place}".`,
    }),
    hint: () => ({
      zh: '核对 --data 的文件夹，或 DATABASE_URL 里数据库的名称；要恢复备份，用 tiaoli restore。',
      en: 'Check the folder of --data, or the name of the database in DATABASE_URL; to bring back a backup, use tiaoli restore.',
    }),
    explanation: {
      zh: '核对、备份和管理账号都针对已有的数据。名称写错时如果就地新建一个空库，会让人误以为“一切完好”。',
      en: 'To verify, back up or manage accounts is about data that is there. A slip in the name must not make a new, empty store of which all is said to be well.',
    },
  }),
  'store-not-empty': message<{ readonly place: string }>({
    severity: 'error',
    message: ({ place }) => ({
      zh: `「${place}」里已经有数据，没有恢复，原有数据没有改动。`,
      en: `"${place}" holds data already; nothing was restored, and what is there is unchanged.`,
    }),
    hint: () => ({
      zh: '恢复到一个新的文件夹（--data）或新建的空数据库，核对无误后再换用。',
      en: 'Restore to a new folder (--data) or a newly made empty database, look at it, and use it instead then.',
    }),
    explanation: {
      zh: '恢复从不覆盖：覆盖掉的草稿和审计记录再也找不回来。',
      en: 'A restore never replaces anything: drafts and audit events that were replaced could not be had back.',
    },
  }),
  'backup-there': message<{ readonly file: string }>({
    severity: 'error',
    message: ({ file }) => ({
      zh: `文件「${file}」已经存在，没有备份。`,
      en: `The file "${file}" is there already; no backup was made.`,
    }),
    hint: () => ({
      zh: '换一个文件名，例如带上日期。',
      en: 'Take another name, such as one with the date.',
    }),
    explanation: {
      zh: '备份从不覆盖已有的文件，免得旧的好备份被新的坏备份替换。',
      en: 'A backup never replaces a file, so that no good old one is lost to a bad new one.',
    },
  }),
  'backup-not-written': message<{ readonly file: string; readonly reason: string }>({
    severity: 'error',
    message: ({ file, reason }) => ({
      zh: `备份没有写成「${file}」：${reason}`,
      en: `The backup "${file}" was not written: ${reason}`,
    }),
    hint: () => ({
      zh: '检查文件夹是否存在、能否写入、空间够不够，以及数据库是否正常，然后再备份一次。',
      en: 'Check that the folder is there, may be written and has space, and that the database is well; then try again.',
    }),
    explanation: {
      zh: '没有写完的备份不会留下文件，所以存在的备份文件都是完整的。原因是系统给出的原文。',
      en: 'Nothing is left of a backup that was not finished, so every file there is is whole. The reason is in the words of the system.',
    },
  }),
  'backup-not-read': message<{ readonly file: string; readonly reason: string }>({
    severity: 'error',
    message: ({ file, reason }) => ({
      zh: `读不了备份「${file}」：${reason}`,
      en: `The backup "${file}" cannot be read: ${reason}`,
    }),
    hint: () => ({
      zh: '核对文件名和权限；若文件损坏或不是条例的备份，换另一份备份。',
      en: 'Check its name and your rights; if it is damaged or no backup of Tiaoli, take another one.',
    }),
    explanation: {
      zh: '备份是压缩的文本文件，由 tiaoli backup 写成。读不了时不会动任何数据。',
      en: 'A backup is a packed text that tiaoli backup writes. Where it cannot be read no data is touched.',
    },
  }),
  'backup-damaged': message<{ readonly file: string }>({
    severity: 'error',
    message: ({ file }) => ({
      zh: `备份「${file}」不完整或被改动过：内容与其中记下的校验值不符。`,
      en: `The backup "${file}" was cut off or altered: it is not what the hash in it says.`,
    }),
    hint: () => ({
      zh: '换另一份备份，或从原处重新复制这个文件。',
      en: 'Take another backup, or copy the file once more from where it came.',
    }),
    explanation: {
      zh: '备份的最后一行是前面全部内容的 SHA-256，恢复之前先整份核对，不符就不恢复。',
      en: 'The last line of a backup is the SHA-256 of all before it; it is looked at before anything is restored.',
    },
  }),
  'restore-broken-off': message<{ readonly place: string; readonly reason: string }>({
    severity: 'error',
    message: ({ place, reason }) => ({
      zh: `恢复到「${place}」中断，没有恢复任何内容：${reason}`,
      en: `Restoring to "${place}" broke off, and nothing was restored: ${reason}`,
    }),
    hint: () => ({
      zh: '检查磁盘空间和数据库，然后对同一个空库再恢复一次。',
      en: 'Check the space of the disk and the database, and restore to the same empty store once more.',
    }),
    explanation: {
      zh: '全部内容在一个事务里写入：要么全部恢复，要么一行不留。原因是数据库给出的原文。',
      en: 'Everything is written in one transaction: all of it, or not a row. The reason is in the words of the database.',
    },
  }),
  'restore-differs': message<{ readonly file: string }>({
    severity: 'error',
    message: ({ file }) => ({
      zh: `写入后再读出的内容与备份「${file}」不同，已全部撤回。`,
      en: `What was read after writing is not what the backup "${file}" says; all of it was taken back.`,
    }),
    hint: () => ({
      zh: '确认恢复时没有人改动备份文件，再试一次；仍不行请连同备份报告。',
      en: 'See that nobody changes the file meanwhile and try again; else report it with the backup.',
    }),
    explanation: {
      zh: '恢复的最后一步是把数据库整个再读一遍，与备份的校验值比较，逐行相同才算恢复。',
      en: 'At its end a restore reads the whole database again and holds it against the hash of the backup: it counts only where every row is the same.',
    },
  }),
};

export const report = reporterOf(storeMessages);
