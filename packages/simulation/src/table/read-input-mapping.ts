import type { LocalText } from '@tiaoli/base';
import { tables } from './columns.ts';
import type { InputMapping } from './input-mapping.ts';

export type ReadMapping =
  | { readonly mapping: readonly InputMapping[]; readonly fault?: undefined }
  | { readonly mapping?: undefined; readonly fault: LocalText };

/**
 * Inputs and their columns, as somebody wrote them down: a list of `{input, table, column, members?}`, where `members`
 * says the policy's word for each of the column's, and `null` that the policy knows no such claim.
 */
export function readInputMapping(text: string): ReadMapping {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: { zh: '不是 JSON', en: 'it is no JSON' } };
  }
  if (!Array.isArray(value)) return { fault: { zh: '应是一个列表', en: 'it is no list' } };
  const faults = value.map((each: unknown) => faultOf(each));
  const [fault] = faults.filter((each) => each !== undefined);
  return fault ? { fault } : { mapping: (value as readonly InputMapping[]).map(known) };
}

/** What was looked at, and nothing else that stands there. */
function known({ input, table, column, members }: InputMapping): InputMapping {
  return { input, table, column, ...(members && { members }) };
}

function faultOf(value: unknown): LocalText | undefined {
  if (typeof value !== 'object' || value === null) {
    return { zh: '每一项应是一个对象', en: 'every entry must be an object' };
  }
  const {
    input,
    table,
    column,
    members = {},
  } = value as Partial<Record<keyof InputMapping, unknown>>;
  if (typeof input !== 'string') return { zh: '缺 input', en: 'an entry has no input' };
  const columns = table === 'persons' || table === 'claims' ? tables[table] : undefined;
  const found = columns?.find(({ name }) => name === column);
  if (!found) {
    return { zh: `${input}：没有这个表或这一列`, en: `${input}: there is no such table or column` };
  }
  if (found.optional) {
    return { zh: `${input}：这一列可能是空的`, en: `${input}: cells of this column may be empty` };
  }
  const words = Object.entries(members as Record<string, unknown>);
  const isRight = words.every(([, word]) => word === null || typeof word === 'string');
  return isRight ? undefined : { zh: `${input}：members 有误`, en: `${input}: wrong members` };
}
