import type { LocalText } from '@tiaoli/base';
import type { Action } from './permits.ts';

const deeds: Readonly<Record<Action, LocalText>> = {
  'read-published': { zh: '查看已发布的文件', en: 'see published documents' },
  'add-document': { zh: '新建文件', en: 'add a document' },
  'publish-version': { zh: '发布版本', en: 'publish a version' },
  'repeal-document': { zh: '废止文件', en: 'repeal a document' },
  'read-draft': { zh: '查看草稿', en: 'see a draft' },
  'create-draft': { zh: '新建草稿', en: 'begin a draft' },
  'save-draft': { zh: '修改草稿', en: 'change a draft' },
  'close-draft': { zh: '结束草稿', en: 'close a draft' },
  'read-users': { zh: '查看账号', en: 'see accounts' },
  'add-user': { zh: '新建账号', en: 'add an account' },
  'grant-role': { zh: '授予角色', en: 'give a role' },
  'revoke-role': { zh: '收回角色', en: 'take a role away' },
  'add-jurisdiction': { zh: '新建地区', en: 'add a jurisdiction' },
  'read-audit': { zh: '查看审计记录', en: 'see the audit trail' },
};

/** The action in words that follow “您的角色不能” and “you may not”. */
export function deedOf(action: Action): LocalText {
  return deeds[action];
}
