import { compare, rational } from '@tiaoli/base';
import { isNumber } from '@tiaoli/interpreter';
import type { Definition, Program } from '@tiaoli/ir';
import type { Reading, RegionSession, Side } from '@tiaoli/regions';
import { boundsOf, openSession, sideOf } from '@tiaoli/regions';
import { expect, test } from 'vitest';
import { domainOf } from './domain-of.ts';
import type { SmallCase } from './enumerate.ts';
import { enumerateCases } from './enumerate.ts';
import { openSmall } from './open-small.ts';
import type { SmallPolicy } from './small-policies.ts';
import { smallPolicies } from './small-policies.ts';

// One more fen of cost, tried in every case of a small policy: by how much each amount moves, against what is proved of it.

const withCost = smallPolicies.filter(({ facts }) => (facts.费用?.length ?? 0) > 6);

test.each(withCost.map((policy) => [policy.name, policy] as const))('%s', async (_, policy) => {
  const program = await openSmall(policy);
  const cost = program.declarations.find((each) => each.kind === 'input' && each.name === '费用');
  const moves = movesOf([...enumerateCases(policy, program)], program, cost?.id ?? '');
  const side = sideOf(program);
  const more: Side = { name: 'more', program, changes: [{ input: cost?.id ?? '', add: 1n }] };
  const session = openSession(program);
  const wrong = amountsOf(program).flatMap((definition) =>
    differences(session, policy, definition, [side, more], moves.get(definition.id)),
  );
  expect(moves.size).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

function amountsOf({ definitions }: Program): readonly Definition[] {
  return definitions.filter(({ type, visibility }) => {
    return type.kind === 'money' && visibility === 'result';
  });
}

interface Ends {
  readonly low: bigint;
  readonly high: bigint;
}

/** The least and the greatest move of each amount, where both cases have a value. */
function movesOf(cases: readonly SmallCase[], program: Program, cost: string) {
  const keyOf = ({ inputs, held }: SmallCase, add: bigint): string => {
    const values = [...inputs, ...held].map(([id, value]) => {
      const isCost = id === cost && value !== null && isNumber(value);
      return [id, isCost ? { numerator: value.numerator + add, denominator: 1n } : value];
    });
    return JSON.stringify(values, print);
  };
  const byKey = new Map(cases.map((each) => [keyOf(each, 0n), each]));
  const moves = new Map<string, Ends>();
  for (const each of cases) {
    const next = byKey.get(keyOf(each, 1n));
    for (const { id } of next ? amountsOf(program) : []) {
      const [before, after] = [fenOf(each, id), next && fenOf(next, id)];
      if (before === undefined || after === undefined) continue;
      const move = after - before;
      const { low, high } = moves.get(id) ?? { low: move, high: move };
      moves.set(id, { low: lesser(move, low), high: -lesser(-move, -high) });
    }
  }
  return moves;
}

function lesser(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}

function fenOf({ outcomes }: SmallCase, id: string): bigint | undefined {
  const outcome = outcomes.get(id);
  const isFen = outcome?.status === 'value' && isNumber(outcome.value);
  return isFen && isNumber(outcome.value) ? outcome.value.numerator : undefined;
}

function print(_: string, value: unknown): unknown {
  if (value instanceof Set) return [...value];
  return typeof value === 'bigint' ? value.toString() : value;
}

/** What is proved of the moves otherwise than the enumeration shows. */
function differences(
  session: RegionSession,
  policy: SmallPolicy,
  definition: Definition,
  [side, more]: readonly [Side, Side],
  truth: Ends | undefined,
): readonly string[] {
  const of = (on: Side): Reading => ({
    side: on,
    value: { kind: 'definition', definition: definition.id },
  });
  const given = domainOf(side.program, policy, side);
  const amount = { left: of(more), right: of(side) };
  const bounds = boundsOf(session, amount, { kind: 'all', parts: given });
  if (bounds.kind === 'never') return truth ? [`${definition.name}: never`] : [];
  if (bounds.kind === 'contradicted') return [`${definition.name}: contradicted`];
  if (!truth) return [];
  const ends = [
    [bounds.low, truth.low, 1],
    [bounds.high, truth.high, -1],
  ] as const;
  return ends.flatMap(([{ proved, attained }, exact, sign]) => {
    const value = rational(exact);
    const isSound = !proved || compare(proved, value) * sign <= 0;
    const isReached = attained !== undefined && compare(attained.value, value) * sign >= 0;
    const isExact = proved !== undefined && compare(proved, value) === 0;
    if (isSound && isReached && isExact) return [];
    return [
      `${definition.name}: ${JSON.stringify([proved, attained?.value], print)}, not ${exact}`,
    ];
  });
}

test('there are enough small policies with a cost', () => {
  expect(withCost.length).toBeGreaterThanOrEqual(15);
});
