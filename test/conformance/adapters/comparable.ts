import { printRational } from '@tiaoli/base';
import type { ExactOutcome } from '@tiaoli/compiler';
import type { Outcome, State, Value } from '@tiaoli/interpreter';

/** Outcomes by definition as texts, so that two sides can be compared and read; those of `only`, if given. */
export function printOutcomes(
  outcomes: ReadonlyMap<string, Outcome | ExactOutcome>,
  only?: ReadonlyMap<string, unknown>,
): Readonly<Record<string, string>> {
  const wanted = [...outcomes].filter(([id]) => only?.has(id) ?? true);
  return Object.fromEntries(wanted.map(([id, outcome]) => [id, printStatus(outcome)]));
}

function printStatus(outcome: Outcome | ExactOutcome): string {
  if (outcome.status === 'value') return printValue(outcome.value);
  return outcome.status === 'missing' ? '待补充' : '不适用';
}

/** A value as text; members of a set in order. */
export function printValue(value: Value): string {
  if (typeof value !== 'object') return String(value);
  if ('numerator' in value) return printRational(value);
  return `{${[...value].sort().join('、')}}`;
}

/** The state as texts. What was never written and what is zero read the same, so zeros are left out. */
export function printState(state: State): Readonly<Record<string, string>> {
  const entries = [...state].flatMap(([name, values]) =>
    [...values].flatMap(([key, { instance, value }]) => {
      const text = printValue(value);
      return text === '0' ? [] : [[`${name}[${key}] ${instance}`, text] as const];
    }),
  );
  return Object.fromEntries(entries.sort());
}
