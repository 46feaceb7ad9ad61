/** What is looked for and not found, or not fit to be kept, in the words of a message. */
export const things = {
  jurisdiction: { zh: '地区', en: 'jurisdiction' },
  user: { zh: '账号', en: 'account' },
  document: { zh: '文件', en: 'document' },
  draft: { zh: '草稿', en: 'draft' },
  version: { zh: '版本', en: 'version' },
  proposal: { zh: '提案', en: 'proposal' },
  check: { zh: '检查结果', en: 'result of a check' },
  thread: { zh: '意见', en: 'thread' },
  suggestion: { zh: '修改建议', en: 'suggestion' },
  name: { zh: '名称', en: 'name' },
  login: { zh: '登录名', en: 'login name' },
  code: { zh: '标识', en: 'id' },
  title: { zh: '标题', en: 'title' },
  path: { zh: '路径', en: 'path' },
  reason: { zh: '理由', en: 'reason' },
  comment: { zh: '意见的内容', en: 'comment' },
} as const;
