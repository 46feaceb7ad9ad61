import type { ModuleIndex, Program } from '@tiaoli/ir';
import { canonicalText, sha256 } from '@tiaoli/ir';

/** The hash of what each definition computes, in which other definitions stand by their own hashes. */
export function meaningsOf(
  side: { readonly name: string; readonly program: Program; readonly index: ModuleIndex },
  unlike: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const meaningOf = (id: string): string => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const definition = side.index.definitions.get(id);
    if (!definition) throw new Error(`no such definition: ${id}`);
    const { entity, type, body } = definition;
    const own = [
      entity,
      type,
      apart(body, side.name, unlike),
      JSON.stringify(side.program.yearStart),
    ];
    const hash = sha256(canonicalText(own, meaningOf));
    found.set(id, hash);
    return hash;
  };
  // In order of evaluation, so that what is read is known already.
  for (const { id } of side.program.definitions) meaningOf(id);
  return found;
}

/** Ids of what is another thing on the other side, under names of their own. */
export function apart<T>(value: T, side: string, unlike: ReadonlySet<string>): T {
  return unlike.size === 0 ? value : (renamed(value, side, unlike) as T);
}

function renamed(value: unknown, side: string, unlike: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return unlike.has(value) ? `${side} ${value}` : value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, side, unlike));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, renamed(each, side, unlike)]),
  );
}
