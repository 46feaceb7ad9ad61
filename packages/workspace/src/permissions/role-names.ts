import type { LocalText } from '@tiaoli/base';
import type { Role } from './permits.ts';

const names: Readonly<Record<Role, LocalText>> = {
  drafter: { zh: '起草', en: 'drafter' },
  proposer: { zh: '提案', en: 'proposer' },
  reviewer: { zh: '审核', en: 'reviewer' },
  publisher: { zh: '发布', en: 'publisher' },
  analyst: { zh: '测算', en: 'analyst' },
  auditor: { zh: '审计', en: 'auditor' },
  administrator: { zh: '管理员', en: 'administrator' },
  operator: { zh: '运行人员', en: 'operator' },
};

/** What people call a role. */
export function roleName(role: Role): LocalText {
  return names[role];
}
