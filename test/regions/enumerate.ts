import { parseRational, rational } from '@tiaoli/base';
import type { Facts, Outcome, State, Value } from '@tiaoli/interpreter';
import { accumulatorPlaces, emptyState, interpretStep, withStored } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import type { SmallPolicy } from './small-policies.ts';
import { usual } from './small-policies.ts';

/** What every definition comes to, for each combination of facts and prior state of a small policy. */
export function* enumerate(
  policy: SmallPolicy,
  program: Program,
): Generator<ReadonlyMap<string, Outcome>> {
  for (const { outcomes } of enumerateCases(policy, program)) yield outcomes;
}

/** A case of a small policy: what is known of it, and what every definition comes to. */
export interface SmallCase {
  /** Facts, by the id of the input. */
  readonly inputs: ReadonlyMap<string, Value | null>;
  /** The prior state, by the id of the accumulator. */
  readonly held: ReadonlyMap<string, Value | null>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

export function* enumerateCases(policy: SmallPolicy, program: Program): Generator<SmallCase> {
  const ids = new Map(
    program.declarations.flatMap((each) =>
      each.kind === 'input' ? [[each.name, each.id] as const] : [],
    ),
  );
  const choices = [...ids].map(
    ([name, id]) => [id, policy.facts[name] ?? [usual[name] ?? null]] as const,
  );
  const held = program.accumulators.map(
    (each) => [each.id, valuesUpTo(policy.state?.[each.name] ?? 0, each.denominator)] as const,
  );
  for (const inputs of combinations(choices)) {
    const facts: Facts = { inputs, children: new Map() };
    for (const values of combinations(held)) {
      const { outcomes } = interpretStep(program, stateOf(program, facts, values), facts);
      yield { inputs, held: values, outcomes };
    }
  }
}

/** 0, 1/d, 2/d … up to `most`/d. */
export function valuesUpTo(most: number, denominator = '1'): readonly Value[] {
  const scale = parseRational(denominator)?.numerator ?? 1n;
  return Array.from({ length: most + 1 }, (_, at) => rational(BigInt(at), scale));
}

function stateOf(program: Program, facts: Facts, values: ReadonlyMap<string, Value | null>): State {
  const places = accumulatorPlaces(program, facts, new Set(values.keys()));
  const names = new Map(program.accumulators.map(({ id, name }) => [id, name]));
  return [...places].reduce((state, [id, { key, instance }]) => {
    const value = values.get(id);
    const name = names.get(id) ?? '';
    return value ? withStored(state, { name, key }, { instance, value }) : state;
  }, emptyState);
}

function* combinations(
  choices: readonly (readonly [string, readonly (Value | null)[]])[],
): Generator<ReadonlyMap<string, Value | null>> {
  const [first, ...rest] = choices;
  if (!first) {
    yield new Map();
    return;
  }
  for (const others of combinations(rest)) {
    for (const value of first[1]) yield new Map([[first[0], value], ...others]);
  }
}
