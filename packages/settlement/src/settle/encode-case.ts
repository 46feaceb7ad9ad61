import type { Facts, State, Value } from '@tiaoli/interpreter';
import { emptyState } from '@tiaoli/interpreter';
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
  return { ...encodeClaims([facts], vocabulary), ...encodeStored(state, vocabulary) };
}

/** Claims of a person one after the other, from the first on. */
export function encodeClaims(claims: readonly Facts[], vocabulary: Vocabulary): EncodedCase {
  const { event, above } = vocabulary;
  const records = above.map((entity) => [
    keysOf(entity)[0] ?? entity.name,
    Object.assign({}, ...claims.map((facts) => fieldsOf(facts, entity.id, vocabulary))),
  ]);
  const encoded = claims.map((facts, at) => ({
    id: `${at + 1}`,
    ...fieldsOf(facts, event.id, vocabulary),
  }));
  const stored = encodeStored(emptyState, vocabulary);
  return { ...Object.fromEntries(records), claims: encoded, ...stored };
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
