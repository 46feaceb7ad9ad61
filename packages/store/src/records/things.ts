/** What is looked for and not found, in the words of a message. */
export const things = {
  jurisdiction: { zh: '地区', en: 'jurisdiction' },
  user: { zh: '账号', en: 'account' },
  document: { zh: '文件', en: 'document' },
  draft: { zh: '草稿', en: 'draft' },
  version: { zh: '版本', en: 'version' },
} as const;
