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
  'propose-draft': { zh: '提交提案', en: 'lay a draft before the office that decides' },
  'read-proposal': { zh: '查看提案', en: 'see a proposal' },
  'examine-proposal': { zh: '查看送审的提案', en: 'see a proposal that is laid before an office' },
  'withdraw-proposal': { zh: '撤回提案', en: 'withdraw a proposal' },
  'check-proposal': { zh: '检查提案', en: 'check a proposal' },
  'comment-proposal': { zh: '对提案提意见', en: 'comment on a proposal' },
  'begin-review': { zh: '受理提案', en: 'take up a proposal' },
  'assign-review': { zh: '分派提案', en: 'assign a proposal' },
  'send-back-proposal': { zh: '退回提案', en: 'send a proposal back' },
  'accept-undecided': { zh: '接受未定区域', en: 'accept a region that is undecided' },
  'confirm-grade': { zh: '确认 D 级取值', en: 'confirm a value of grade D' },
  'approve-proposal': { zh: '批准提案', en: 'approve a proposal' },
  'publish-proposal': { zh: '发布提案', en: 'publish a proposal' },
  'read-job': { zh: '查看任务', en: 'see a job' },
  'cancel-job': { zh: '取消任务', en: 'cancel a job' },
  'read-dataset': { zh: '查看数据集', en: 'see a dataset' },
  'register-dataset': { zh: '登记数据集', en: 'register a dataset' },
  'delete-dataset': { zh: '删除数据集', en: 'delete a dataset' },
  'run-simulation': { zh: '运行测算', en: 'run a simulation' },
  'read-run': { zh: '查看测算结果', en: 'see what came of a run' },
  'read-case': { zh: '打开保存的案例', en: 'open a stored case' },
  'keep-case': { zh: '保存案例', en: 'store a case' },
  'delete-case': { zh: '删除案例', en: 'delete a case' },
  'read-users': { zh: '查看账号', en: 'see accounts' },
  'add-user': { zh: '新建账号', en: 'add an account' },
  'disable-user': { zh: '停用或启用账号', en: 'disable or enable an account' },
  'reset-password': {
    zh: '给该账号重设密码的链接',
    en: 'issue a link that sets the password of this account',
  },
  'manage-tokens': { zh: '管理该账号的令牌', en: 'manage the tokens of this account' },
  'grant-role': { zh: '授予角色', en: 'give a role' },
  'revoke-role': { zh: '收回角色', en: 'take a role away' },
  'add-jurisdiction': { zh: '新建地区', en: 'add a jurisdiction' },
  'read-audit': { zh: '查看审计记录', en: 'see the audit trail' },
};

/** The action in words that follow “您的角色不能” and “you may not”. */
export function deedOf(action: Action): LocalText {
  return deeds[action];
}
