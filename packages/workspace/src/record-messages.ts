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
  'store-unavailable': message<{ readonly reason: string }>({
    severity: 'error',
    message: ({ reason }) => ({
      zh: `数据库没有应答，没有保存：${reason}`,
      en: `The database does not answer, and nothing was saved: ${reason}`,
    }),
    hint: () => ({
      zh: '稍候再试；仍不行请联系管理员检查数据库和磁盘空间。',
      en: 'Try again in a moment; else ask an administrator to look at the database and the disk.',
    }),
    explanation: {
      zh: '事务没有完成，数据保持原样。原因是数据库给出的原文。',
      en: 'The transaction was not completed and the data is as before. The reason is in the words of the database.',
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
};
