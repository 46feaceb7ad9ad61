import type { LocalText } from '@tiaoli/base';
import { message } from '@tiaoli/base';

/** What keeps something that was asked of the store from being done; nothing of it is kept then. */
export const recordMessages = {
  'record-not-found': message<{ readonly what: LocalText }>({
    severity: 'error',
    message: ({ what }) => ({
      zh: `没有这份${what.zh}，或您无权查看。`,
      en: `There is no such ${what.en}, or it is not yours to see.`,
    }),
    hint: () => ({
      zh: '核对链接；别的单位的草稿和提案只有该单位能看。',
      en: 'Check the link; drafts and proposals of another office are seen by that office alone.',
    }),
    explanation: {
      zh: '无权查看的内容一律按“没有”回答，以免透露它是否存在。',
      en: 'What one may not see is answered as if it were not there, so that nobody learns whether it is.',
    },
  }),
  'not-permitted': message<{ readonly deed: LocalText }>({
    severity: 'error',
    message: ({ deed }) => ({
      zh: `您的角色不能${deed.zh}。`,
      en: `Your roles do not allow you to ${deed.en}.`,
    }),
    hint: () => ({
      zh: '请有相应角色的同事办理，或请管理员授予角色。',
      en: 'Ask a colleague who has the role, or an administrator to give it to you.',
    }),
    explanation: {
      zh: '谁能做什么由角色、所在地区和对象的状态决定；没有列出的一律不允许。',
      en: 'Roles, the place that they are for, and the state of the thing decide who may do what; what is not listed is not allowed.',
    },
  }),
  'unknown-actor': message({
    severity: 'error',
    message: () => ({ zh: '账号不存在或已停用。', en: 'The account is unknown or disabled.' }),
    hint: () => ({ zh: '重新登录，或联系管理员。', en: 'Sign in again, or ask an administrator.' }),
    explanation: {
      zh: '每次操作都重新核对账号和角色，停用或收回立即生效。',
      en: 'Account and roles are looked at anew for each deed, so that taking them away works at once.',
    },
  }),
  'store-busy': message({
    severity: 'error',
    message: () => ({
      zh: '同时改动的人太多，这一次没有保存。',
      en: 'Too many people change this at once; nothing was saved this time.',
    }),
    hint: () => ({ zh: '稍候再试；内容没有丢失。', en: 'Try again in a moment; nothing is lost.' }),
    explanation: {
      zh: '发布等操作按“如同只有一人操作”的方式进行，冲突时自动重试几次；仍不成功就如实告知，不留下一半。',
      en: 'Publishing works as if nobody else were at work and is tried again a few times; where that fails it says so and leaves nothing half done.',
    },
  }),
  'store-full': message({
    severity: 'error',
    message: () => ({
      zh: '磁盘快满了，这一次没有保存。',
      en: 'The disk is almost full; nothing was saved this time.',
    }),
    hint: () => ({
      zh: '页面上的内容先不要关；请管理员腾出数据文件夹所在的磁盘空间，然后再保存一次。',
      en: 'Leave the page open; ask an administrator to free space on the disk of the data folder, and save once more.',
    }),
    explanation: {
      zh: '内嵌数据库写到一半时磁盘写满，整个程序会停住，所以在剩余空间不足 64 MB 时就不再开始。已经保存的内容都在。',
      en: 'Where the disk becomes full in the midst of what the embedded database writes, the whole program stops; so nothing is begun with less than 64 MB left. What was saved is there.',
    },
  }),
  'store-unavailable': message<{ readonly reason: string }>({
    severity: 'error',
    message: ({ reason }) => ({
      zh: `数据库中断，这一次是否保存不能确定：${reason}`,
      en: `The database broke off, and it is not certain whether this was saved: ${reason}`,
    }),
    hint: () => ({
      zh: '重新打开看一看，没有保存就再试一次；仍不行请联系管理员检查数据库和磁盘空间。',
      en: 'Open it again to see, and try once more if it was not; else ask an administrator to look at the database and the disk.',
    }),
    explanation: {
      zh: '要么全部保存，要么一点没有保存，不会只存一半；但应答在路上丢失时，无法知道是哪一种。原因是数据库给出的原文。',
      en: 'Either all of it is saved or nothing, never a half; but which of them cannot be known where the answer was lost on its way. The reason is in the words of the database.',
    },
  }),
  'already-there': message({
    severity: 'error',
    message: () => ({
      zh: '已经有同名的记录，这一次没有保存。',
      en: 'There is one of that name already; nothing was saved this time.',
    }),
    hint: () => ({
      zh: '换一个名称，或直接用已有的。',
      en: 'Take another name, or the one there is.',
    }),
    explanation: {
      zh: '登录名、标识和同一上级下的地区名须唯一，链接和引用才不会指错。',
      en: 'Login names, ids of documents, and the places below one place are unique, so that links and references mean one thing.',
    },
  }),
  'draft-closed': message({
    severity: 'error',
    message: () => ({
      zh: '草稿已经结束，不能再改。',
      en: 'The draft is closed and cannot be changed any more.',
    }),
    hint: () => ({
      zh: '以它的文本新建一份草稿。',
      en: 'Begin a new draft with its text.',
    }),
    explanation: {
      zh: '已发布或已放弃的草稿留作记录，每次保存的文本都能查到。',
      en: 'A draft that was published or given up stays as a record, with the text of every save.',
    },
  }),
  'not-a-day': message<{ readonly text: string }>({
    severity: 'error',
    message: ({ text }) => ({ zh: `「${text}」不是日期。`, en: `"${text}" is no date.` }),
    hint: () => ({ zh: '写成 2027-01-01 的样子。', en: 'Write it like 2027-01-01.' }),
    explanation: {
      zh: '施行日期和废止日期是日历上的一天，写作 YYYY-MM-DD。',
      en: 'Days of coming into force and of repeal are days of the calendar, written YYYY-MM-DD.',
    },
  }),
  'reason-missing': message({
    severity: 'error',
    message: () => ({ zh: '没有写明废止的依据。', en: 'The reason for the repeal is missing.' }),
    hint: () => ({
      zh: '写明依据的文件或决定。',
      en: 'Name the document or the decision that it rests on.',
    }),
    explanation: {
      zh: '废止会停止待遇，依据要随审计记录长期保存。',
      en: 'A repeal ends what people are paid; what it rests on is kept in the audit trail.',
    },
  }),
  'token-refused': message({
    severity: 'error',
    message: () => ({
      zh: '令牌要有名称，最多 100 个字。',
      en: 'A token has a name of at most 100 characters.',
    }),
    hint: () => ({
      zh: '写明用途，如“月度测算脚本”。',
      en: 'Say what it is for, such as "monthly run".',
    }),
    explanation: {
      zh: '持有令牌的程序可以做本人能做的一切，所以令牌以用途命名，便于收回。',
      en: 'Whoever holds a token may do what the person may; so it is named, to be found and taken back.',
    },
  }),
  'nothing-to-publish': message({
    severity: 'error',
    message: () => ({ zh: '文本里没有文件，不能发布。', en: 'The text holds no document.' }),
    hint: () => ({
      zh: '从“文件「名称」 { 标识 …； 层级 …； 施行 自 …； }”写起。',
      en: 'Begin with: document "name" { id …; level …; in force from …; }.',
    }),
    explanation: {
      zh: '一个版本是一份有名称、层级和施行日期的文件。',
      en: 'A version is a document with a name, a level and a day on which it begins.',
    },
  }),
};
