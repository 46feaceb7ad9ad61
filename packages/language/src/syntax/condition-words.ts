/** How other texts compare, and what is written here; used in messages only. */
const relations: ReadonlyMap<string, string> = new Map([
  ['等于', '='],
  ['为', '='],
  ['是', '='],
  ['不等于', '≠'],
  ['不是', '≠'],
  ['不为', '≠'],
  ['非', '≠'],
  ['大于等于', '不低于'],
  ['大于或等于', '不低于'],
  ['小于等于', '不超过'],
  ['小于或等于', '不超过'],
  ['不大于', '不超过'],
  ['不多于', '不超过'],
  ['多于', '超过'],
  ['包含', '含'],
  ['包括', '含'],
  ['含有', '含'],
  ['且不', '且 非'],
  ['且非', '且 非'],
  ['或非', '或 非'],
  ['equal', '='],
  ['equals', '='],
  ['is', '='],
  ['includes', 'contains'],
  ['include', 'contains'],
  ['more', 'above'],
  ['exceeds', 'above'],
  ['exceed', 'above'],
  ['fewer', 'less than'],
]);

/** A membership that is denied: 人员类别 不含 甲 is 非 人员类别 含 甲. */
const denied: ReadonlyMap<string, string> = new Map([
  ['不包含', '非 … 含 …'],
  ['不包括', '非 … 含 …'],
  ['不含', '非 … 含 …'],
  ['不含有', '非 … 含 …'],
  ['excludes', 'not … contains …'],
]);

const joining: ReadonlySet<string> = new Set(['和', '与', '及', '以及', '并', '同时', '而且']);

/** What was meant by a word between two values. */
export type ConditionSlip =
  | { readonly kind: 'relation'; readonly meant: string }
  | { readonly kind: 'joining' };

/** What `word`, behind a value, says elsewhere; undefined when it is no word of a condition. */
export function conditionSlip(word: string): ConditionSlip | undefined {
  if (joining.has(word)) return { kind: 'joining' };
  const denial = denied.get(word);
  if (denial !== undefined) return { kind: 'relation', meant: denial };
  const meant = relations.get(word);
  return meant === undefined ? undefined : { kind: 'relation', meant };
}

/** `就医地等于跨省`, read as one name, with the relation apart: `就医地 = 跨省`. Longest word first; short ones occur in names. */
export function takeRelationApart(name: string): string | undefined {
  const found = [...relations.keys(), ...denied.keys()]
    .filter((word) => word.length > 1 && /^\p{Script=Han}+$/u.test(word))
    .sort((a, b) => b.length - a.length)
    .find((word) => name.indexOf(word) > 0);
  if (found === undefined) return undefined;
  const at = name.indexOf(found);
  const left = name.slice(0, at);
  const right = name.slice(at + found.length) || '…';
  if (denied.has(found)) return `非 ${left} 含 ${right}`;
  return `${left} ${relations.get(found)} ${right}`;
}
