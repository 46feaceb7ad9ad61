import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, subtract } from '@tiaoli/base';
import type { Behaviour, Region, ResultDifference } from '@tiaoli/diff';
import type { Facts, Outcome, State } from '@tiaoli/interpreter';
import {
  emptyState,
  interpretStep,
  isNumber,
  isSameValue,
  valueOfLiteral,
} from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { isOneOf } from '@tiaoli/regions';
import { compareBehaviours, linkPolicies } from '@tiaoli/workspace';
import { expect, test } from 'vitest';
import { policyFiles } from '../regions/policy-files.ts';
import { chanceOf, randomCases } from '../regions/random-cases.ts';

// Years of random claims near every number that the text names: nothing that is said of a region is ever broken.

const root = join(import.meta.dirname, '../../policies');
const seed = 20_240_701;
const attempts = 3600;
const claimsOfAYear = 6;

const policies = await linkPolicies(
  policyFiles(root).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
);

test.each([
  ['taiyuan.employee-outpatient@2023-01-01', 'taiyuan.employee-outpatient@2024-07-01'],
  ['qinghai.resident@2017-01-01', 'qinghai.resident@2023-06-01'],
])(`%s and %s, seed ${seed}`, { timeout: 300_000 }, (old, now) => {
  const behaviour = compared(old, now);
  const wrong = new Set<string>();
  let settled = 0;
  let changed = 0;
  for (const { facts, state } of someClaims(behaviour.before)) {
    const [left, right] = [behaviour.before, behaviour.after].map((program) =>
      interpretStep(program, state, facts),
    );
    if (!left || !right) continue;
    settled += 1;
    for (const result of behaviour.results) {
      if (result.kind === 'state') continue;
      const id = idOf(result, behaviour.before);
      const pair = [left.outcomes.get(id), right.outcomes.get(id)] as const;
      if (!isAlike(...pair)) changed += 1;
      const regions = result.regions.filter((region) => holds(region, facts, behaviour.before));
      if (!regions.some((region) => isTrueOf(region, pair))) {
        wrong.add(`${result.name}: ${regions.map(({ state: each }) => each).join()}`);
      }
    }
  }
  expect([...wrong]).toEqual([]);
  expect(settled).toBeGreaterThan(500);
  expect(changed).toBeGreaterThan(50);
});

function compared(old: string, now: string): Behaviour {
  const run = compareBehaviours({ policies, reference: old }, { policies, reference: now });
  for (;;) {
    const step = run.next();
    if (!step.done) continue;
    if (!step.value.comparison) throw new Error('nothing was compared');
    return step.value.comparison.behaviour;
  }
}

/** Claims one after the other, each from the state that the ones before it have left under the earlier rule. */
function* someClaims(
  program: Program,
): Generator<{ readonly facts: Facts; readonly state: State }> {
  let state = emptyState;
  let count = 0;
  for (const { facts } of randomCases(program, chanceOf(seed), attempts)) {
    yield { facts, state };
    count += 1;
    state = count % claimsOfAYear === 0 ? emptyState : interpretStep(program, state, facts).state;
  }
}

function idOf({ name }: ResultDifference, { definitions }: Program): string {
  const found = definitions.find((each) => each.name === name && each.visibility === 'result');
  if (!found) throw new Error(`no result ${name}`);
  return found.id;
}

function holds({ facts: told }: Region, { inputs }: Facts, program: Program): boolean {
  return [...told].every(([id, values]) => {
    const declared = program.declarations.find((each) => each.kind === 'input' && each.id === id);
    const usual =
      declared?.kind === 'input' && declared.default?.kind === 'literal'
        ? valueOfLiteral(declared.default)
        : undefined;
    const value = inputs.get(id) ?? usual;
    return value !== undefined && isOneOf(value, values);
  });
}

function isAlike(left: Outcome | undefined, right: Outcome | undefined): boolean {
  if (left?.status === 'value' && right?.status === 'value') {
    return isSameValue(left.value, right.value);
  }
  return left?.status === right?.status;
}

function isTrueOf(
  { state, low, high }: Region,
  [left, right]: readonly [Outcome | undefined, Outcome | undefined],
): boolean {
  if (state === 'same-form' || state === 'same-proved') return isAlike(left, right);
  if (left?.status !== right?.status) return state === 'applicability' || state === 'one-sided';
  if (left?.status !== 'value' || right?.status !== 'value') return true;
  if (!isNumber(left.value) || !isNumber(right.value)) return true;
  const difference = subtract(right.value, left.value);
  return (!low || compare(low, difference) <= 0) && (!high || compare(high, difference) >= 0);
}
