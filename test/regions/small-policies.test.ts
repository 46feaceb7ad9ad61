import { compare, rational } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/interpreter';
import { isNumber } from '@tiaoli/interpreter';
import type { Definition, Program } from '@tiaoli/ir';
import { isNumeric } from '@tiaoli/ir';
import type { Claim, Reading } from '@tiaoli/regions';
import { boundsOf, findWitness, openSession, sideOf } from '@tiaoli/regions';
import { expect, test } from 'vitest';
import { domainOf } from './domain-of.ts';
import { enumerate } from './enumerate.ts';
import { openSmall } from './open-small.ts';
import type { SmallPolicy } from './small-policies.ts';
import { smallPolicies } from './small-policies.ts';

// Small domains, tried completely: what the engine says is compared with what the interpreter gives everywhere.

test.each(smallPolicies.map((policy) => [policy.name, policy] as const))(
  '%s',
  async (_, policy) => {
    const program = await openSmall(policy);
    const truths = new Map(program.definitions.map((each) => [each.id, emptyTruth()]));
    for (const outcomes of enumerate(policy, program)) {
      for (const [id, truth] of truths) note(truth, outcomes.get(id));
    }
    const wrong = program.definitions.flatMap((definition) =>
      differences(program, policy, definition, truths.get(definition.id) ?? emptyTruth()),
    );
    expect(wrong).toEqual([]);
  },
);

interface Truth {
  causes: Set<string>;
  absent: boolean;
  yes: boolean;
  no: boolean;
  values: Set<string>;
  low?: bigint;
  high?: bigint;
}

const unit = 10_000n;

function emptyTruth(): Truth {
  return { causes: new Set(), absent: false, yes: false, no: false, values: new Set() };
}

function note(truth: Truth, outcome: Outcome | undefined): void {
  if (outcome?.status === 'missing')
    for (const { cause } of outcome.causes) truth.causes.add(cause);
  if (outcome?.status === 'not-applicable') truth.absent = true;
  if (outcome?.status !== 'value') return;
  if (outcome.value === true) truth.yes = true;
  if (outcome.value === false) truth.no = true;
  if (!isNumber(outcome.value)) return;
  const scaled = (outcome.value.numerator * unit) / outcome.value.denominator;
  if (truth.low === undefined || scaled < truth.low) truth.low = scaled;
  if (truth.high === undefined || scaled > truth.high) truth.high = scaled;
}

/** What the engine says otherwise than the enumeration, in words for whoever reads the failure. */
function differences(
  program: Program,
  policy: SmallPolicy,
  definition: Definition,
  truth: Truth,
): readonly string[] {
  const side = sideOf(program);
  const session = openSession(program);
  const of: Reading = { side, value: { kind: 'definition', definition: definition.id } };
  const given = domainOf(program, policy, side);
  const wrong: string[] = [];
  const ask = (name: string, claim: Claim, expected: boolean): void => {
    const answer = findWitness(session, { kind: 'all', parts: [claim, ...given] });
    const isRight = answer.kind === (expected ? 'found' : 'never');
    const isSilent = answer.kind === 'undecided' && isOutside(answer.reasons);
    if (!isRight && !isSilent) {
      wrong.push(`${definition.name} ${name}: ${answer.kind}, though ${expected}`);
    }
  };
  for (const cause of ['gap', 'conflict', 'not-seen'] as const) {
    ask(cause, { kind: 'missing', of, cause }, truth.causes.has(cause));
  }
  ask('absent', { kind: 'absent', of }, truth.absent);
  if (definition.type.kind === 'boolean') {
    ask('holds', { kind: 'holds', of }, truth.yes);
    const fails: Claim = { kind: 'not', part: { kind: 'holds', of } };
    ask('fails', { kind: 'all', parts: [{ kind: 'valued', of }, fails] }, truth.no);
  }
  if (!isNumeric(definition.type)) return wrong;
  const bounds = boundsOf(session, { left: of }, { kind: 'all', parts: given });
  if (bounds.kind !== 'bounds') {
    if (bounds.kind === 'never' && truth.low === undefined) return wrong;
    return [...wrong, `${definition.name} bounds: ${bounds.kind}`];
  }
  const ends = [
    ['low', bounds.low, truth.low, -1],
    ['high', bounds.high, truth.high, 1],
  ] as const;
  for (const [name, end, exact, sign] of ends) {
    const value = rational(exact ?? 0n, unit);
    const reached = end.attained?.value;
    const isSound = !end.proved || compare(end.proved, value) * sign >= 0;
    const isHonest = reached !== undefined && compare(reached, value) * sign <= 0;
    const isExact = reached && end.proved && compare(reached, end.proved) === 0;
    const claimed = isExact ? compare(reached, value) === 0 : isOutside(end.reasons);
    if (exact === undefined || !isSound || !isHonest || !claimed) {
      wrong.push(
        `${definition.name} ${name}: ${JSON.stringify([end.proved, reached, end.reasons], print)} against ${exact}/${unit}`,
      );
    }
  }
  return wrong;
}

/** A ratio of two amounts is outside the fragment: it may be left undecided, and nothing else may. */
function isOutside(reasons: readonly string[]): boolean {
  return reasons.length > 0 && reasons.every((reason) => reason === 'quotient');
}

function print(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

test('there are enough small policies', () => {
  expect(smallPolicies.length).toBeGreaterThanOrEqual(20);
});
