import type { Version } from './model.ts';

/** The version of `day`: one without an end lasts until the next one of its key begins. */
export function versionAt<Value>(
  versions: readonly Version<Value>[],
  day: number,
): Value | undefined {
  const begun = versions.filter(({ from }) => from === undefined || from <= day);
  const latest = begun.reduce<Version<Value> | undefined>((found, each) => {
    if (!found) return each;
    return (each.from ?? -Infinity) >= (found.from ?? -Infinity) ? each : found;
  }, undefined);
  if (!latest || (latest.to !== undefined && latest.to < day)) return undefined;
  return latest.value;
}

/** Of each key what is in force on `day`, in the written order of the keys. */
export function inForce<Value>(
  versions: readonly Version<Value>[],
  keyOf: (value: Value) => string,
  day: number,
): readonly Value[] {
  const groups = Map.groupBy(versions, ({ value }) => keyOf(value));
  return [...groups.values()].flatMap((group) => {
    const value = versionAt(group, day);
    return value === undefined ? [] : [value];
  });
}
