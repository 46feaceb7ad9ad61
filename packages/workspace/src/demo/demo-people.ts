import type { Role } from '../permissions/permits.ts';

/** Somebody who can be tried: an office, and what one may do there. */
export interface DemoPerson {
  readonly login: string;
  readonly name: string;
  /** Name of the place. */
  readonly place: string;
  readonly role: Exclude<Role, 'operator'>;
}

const titles: readonly (readonly [DemoPerson['role'], string, string])[] = [
  ['drafter', '起草', 'drafter'],
  ['proposer', '提案', 'proposer'],
  ['reviewer', '审核', 'reviewer'],
  ['publisher', '发布', 'publisher'],
  ['analyst', '测算', 'analyst'],
  ['auditor', '审计', 'auditor'],
  ['administrator', '管理', 'administrator'],
];

const offices: readonly (readonly [string, string])[] = [
  ['山东省', 'shandong'],
  ['淄博市', 'zibo'],
  ['泰安市', 'taian'],
  ['太原市', 'taiyuan'],
];

/** One person for each role in a province and in three cities: `shandong-reviewer`. */
export const demoPeople: readonly DemoPerson[] = offices.flatMap(([place, code]) =>
  titles.map(([role, title, word]) => ({
    ...{ place, role },
    login: `${code}-${word}`,
    name: `${place}${title}（演示）`,
  })),
);
