import type { Program } from '@tiaoli/ir';

/**
 * The second program under the ids of the first, where the two are of different documents: what has one kind and one name
 * on both sides is one thing. Nothing is renamed that the first side has under its own id, or that two things could be.
 */
export function alignIds(before: Program, after: Program): Program {
  const names = renamedIds(idsByName(before), idsByName(after));
  return names.size === 0 ? after : (rename(after, names) as Program);
}

type IdsByName = ReadonlyMap<string, readonly string[]>;

/** `declared layer 门诊统筹` → its ids; computed values and accumulators beside declarations. */
function idsByName({ declarations, definitions, accumulators }: Program): IdsByName {
  const all = [
    ...declarations.map(({ kind, name, id }) => [`declared ${kind} ${name}`, id] as const),
    ...definitions.map(({ name, entity, id }) => [`defined ${entity} ${name}`, id] as const),
    ...accumulators.map(({ name, id }) => [`held ${name}`, id] as const),
  ];
  const found = new Map<string, string[]>();
  for (const [name, id] of all) {
    const ids = found.get(name);
    if (!ids) found.set(name, [id]);
    else if (!ids.includes(id)) ids.push(id);
  }
  return found;
}

function renamedIds(before: IdsByName, after: IdsByName): ReadonlyMap<string, string> {
  const taken = new Set([...after.values()].flat());
  return new Map(
    [...after].flatMap(([name, ids]) => {
      const [own, ...others] = ids;
      const [same, ...rest] = before.get(name) ?? [];
      const isPlain = own !== undefined && others.length === 0 && rest.length === 0;
      if (!isPlain || same === undefined || same === own || taken.has(same)) return [];
      return [[own, same] as const];
    }),
  );
}

/** Values that people write are left as they are: no text of a policy is an id. */
function rename(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each) => rename(each, names));
  if (typeof value !== 'object' || value === null) return value;
  const isWritten = 'kind' in value && value.kind === 'literal';
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      names.get(key) ?? key,
      isWritten && key === 'value' ? each : rename(each, names),
    ]),
  );
}
