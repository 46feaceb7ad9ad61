import type { Accumulator } from '@tiaoli/ir';
import { printInstance } from '../case/decode-state.ts';
import type { JsonValue } from './encode-value.ts';
import { encodeValue } from './encode-value.ts';
import type { Settlement } from './settle-claims.ts';

export interface EncodedState {
  readonly state: Readonly<Record<string, JsonValue>>;
  readonly stateInstances: Readonly<Record<string, string>>;
}

/**
 * The accumulators after the last claim, in the form in which a later case takes them back.
 *
 * What is not known (an earlier claim lacks a fact) is left out: it must not be taken for zero or for the old value.
 */
export function encodeState({ claims, state, unknown }: Settlement): EncodedState {
  const values = new Map<string, JsonValue>();
  const instances = new Map<string, string>();
  for (const accumulator of accumulatorsOf(claims)) {
    if (unknown.has(accumulator.name)) continue;
    for (const [key, stored] of state.get(accumulator.name) ?? []) {
      const name = key === '' ? accumulator.name : `${accumulator.name}[${key}]`;
      values.set(name, encodeValue(stored.value, accumulator.type));
      if (accumulator.period !== 'ever') {
        instances.set(name, printInstance(accumulator, stored.instance));
      }
    }
  }
  return { state: Object.fromEntries(values), stateInstances: Object.fromEntries(instances) };
}

/** Of all versions that were used; by name, the newest one's. */
function accumulatorsOf(claims: Settlement['claims']): Iterable<Accumulator> {
  const byName = new Map<string, Accumulator>();
  for (const claim of claims) {
    if (claim.kind !== 'settled') continue;
    for (const accumulator of claim.program.accumulators) {
      byName.set(accumulator.name, accumulator);
    }
  }
  return byName.values();
}
