import type { Fact, FactValue, Part, Subject } from './structure.ts';

/** Equal for one declaration on both sides. */
export function subjectKey({ kind, name, document }: Subject): string {
  return JSON.stringify([document ?? '', kind, name]);
}

/** Unique within an item. */
export function partKey({ field, steps }: Part): string {
  return JSON.stringify([field, steps]);
}

/** Whether two facts say the same; how a formula is written does not matter. */
export function saysTheSame(left: FactValue, right: FactValue): boolean {
  return valueKey(left) === valueKey(right);
}

export function valueKey(value: FactValue): string {
  return value.kind === 'formula' ? `formula ${value.canonical}` : JSON.stringify(value);
}

/** The facts of an item by what they are about. */
export function factsByPart(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  return new Map(facts.map((fact) => [partKey(fact.part), fact]));
}
