import type { Facts, State, Value } from '@tiaoli/interpreter';
import type { InputDeclaration } from '@tiaoli/ir';
import { printInstance } from '../case/decode-state.ts';
import type { Vocabulary } from '../case/vocabulary.ts';
import { keysOf } from '../case/vocabulary.ts';
import type { JsonValue } from './encode-value.ts';
import { encodeValue } from './encode-value.ts';

type Fields = Record<string, JsonValue | null>;

/** A claim in the JSON form that `calc` takes: `{person, claims: [{…}], state, stateInstances}`. */
export interface EncodedCase {
  readonly claims: readonly Readonly<Fields>[];
  readonly state: Readonly<Record<string, JsonValue>>;
  readonly stateInstances: Readonly<Record<string, string>>;
  /** Records above the claim, by their keys. */
  readonly [above: string]: unknown;
}

/** One claim and the state before it, by the names of the vocabulary; facts that nobody declares are left out. */
export function encodeCase(facts: Facts, state: State, vocabulary: Vocabulary): EncodedCase {
  const { event, above } = vocabulary;
  const claim = { id: '1', ...fieldsOf(facts, event.id, vocabulary) };
  const records = above.map((entity) => [
    keysOf(entity)[0] ?? entity.name,
    fieldsOf(facts, entity.id, vocabulary),
  ]);
  return { ...Object.fromEntries(records), claims: [claim], ...encodeStored(state, vocabulary) };
}

function fieldsOf(facts: Facts, entity: string, { fields }: Vocabulary): Fields {
  const declared = new Set([...(fields.get(entity)?.values() ?? [])].flat());
  return Object.fromEntries(
    [...declared].flatMap((input): readonly (readonly [string, JsonValue | null])[] => {
      const value = givenValue(facts, input);
      if (value === undefined) return [];
      return [[input.name, value === null ? null : encodeValue(value, input.type)]];
    }),
  );
}

function givenValue({ inputs, spells }: Facts, { id }: InputDeclaration): Value | null | undefined {
  return inputs.get(id) ?? spells?.get(id)?.[0]?.value ?? (inputs.has(id) ? null : undefined);
}

function encodeStored(state: State, { accumulators }: Vocabulary) {
  const values: Record<string, JsonValue> = {};
  const instances: Record<string, string> = {};
  for (const [name, byKey] of state) {
    const accumulator = accumulators.get(name);
    if (!accumulator) continue;
    for (const [key, { value, instance }] of byKey) {
      const shown = key === '' ? name : `${name}[${key}]`;
      values[shown] = encodeValue(value, accumulator.type);
      if (accumulator.period !== 'ever') instances[shown] = printInstance(accumulator, instance);
    }
  }
  return { state: values, stateInstances: instances };
}
