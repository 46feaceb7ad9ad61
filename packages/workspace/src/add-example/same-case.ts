import { printRational } from '@tiaoli/base';
import type { Facts, Spell, Value } from '@tiaoli/interpreter';
import { isNumber, isSet } from '@tiaoli/interpreter';
import type { Declaration } from '@tiaoli/ir';
import { ofKind } from '@tiaoli/settlement';

/**
 * True when both say the same of a claim, by the names of the inputs: documents may declare one name each.
 *
 * @param written  as an example gives it; names that it has and `given` has not count as a difference too
 */
export function sameCase(
  given: Facts,
  written: Facts,
  declarations: readonly Declaration[],
): boolean {
  const names = new Map(ofKind(declarations, 'input').map(({ id, name }) => [id, name]));
  return textOf(given, names) === textOf(written, names);
}

type Names = ReadonlyMap<string, string>;

function textOf({ inputs, spells, children }: Facts, names: Names): string {
  const own = new Map<string, string>();
  // Absent (无) is what an example does not give.
  for (const [id, value] of inputs) if (value !== null) put(own, names.get(id), print(value));
  for (const [id, byDay] of spells ?? []) put(own, names.get(id), printSpells(byDay));
  const below = [...children]
    .filter(([, records]) => records.length > 0)
    .map(([entity, records]) => [entity, records.map((record) => textOf(record, names))]);
  return JSON.stringify([[...own].sort(), below.sort()]);
}

function put(texts: Map<string, string>, name: string | undefined, text: string): void {
  if (name !== undefined) texts.set(name, text);
}

/** One spell for all days is a value without days. */
function printSpells(spells: readonly Spell[]): string {
  return spells
    .map(({ validity: { from, to }, value }) => {
      const days = from === undefined && to === undefined ? '' : ` ${from ?? ''}..${to ?? ''}`;
      return `${print(value)}${days}`;
    })
    .join(';');
}

function print(value: Value): string {
  if (isNumber(value)) return printRational(value);
  return isSet(value) ? `{${[...value].sort().join(',')}}` : JSON.stringify(value);
}
