import type { Rational } from '@tiaoli/base';
import { compare, printDate, rational } from '@tiaoli/base';
import type { Outcome, Value } from '@tiaoli/interpreter';
import { isNumber } from '@tiaoli/interpreter';
import type { Definition, Expr, Program, ValueType } from '@tiaoli/ir';
import { isNumeric, literal, numberLiteral } from '@tiaoli/ir';
import type { Claim, Reading, Side } from '@tiaoli/regions';
import { boundsOf, findWitness, openSession, sideOf } from '@tiaoli/regions';
import { expect, test } from 'vitest';
import { enumerate, valuesUpTo } from './enumerate.ts';
import { openSmall } from './open-small.ts';
import type { SmallPolicy } from './small-policies.ts';
import { smallPolicies, usual } from './small-policies.ts';

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

/** The domain of the enumeration, where it is smaller than the declared one. */
function domainOf(program: Program, policy: SmallPolicy, side: Side): readonly Claim[] {
  const read = (value: Reading['value']): Reading => ({ side, value });
  const held = program.accumulators.flatMap((each): Claim[] => {
    const most = valuesUpTo(policy.state?.[each.name] ?? 0, each.denominator).at(-1);
    const top = read(numberLiteral(each.type, most && isNumber(most) ? most : 0));
    const bottom = read(numberLiteral(each.type, 0));
    const own = read({ kind: 'accumulator', accumulator: each.id });
    return [
      { kind: 'exceeds', left: top, right: own, by: 0n },
      { kind: 'exceeds', left: own, right: bottom, by: 0n },
    ];
  });
  const fixed = program.declarations.flatMap((each): Claim[] => {
    if (each.kind !== 'input') return [];
    const values = policy.facts[each.name] ?? [usual[each.name] ?? null];
    if (values.length > mostNamed) return [];
    const of = read({ kind: 'input', input: each.id });
    return [{ kind: 'any', parts: values.map((value) => isValue(each.type, of, value, read)) }];
  });
  return [...held, ...fixed];
}

/** Facts with more values than this have all that are declared. */
const mostNamed = 6;

function isValue(
  type: ValueType,
  of: Reading,
  value: Value | null,
  read: (value: Expr) => Reading,
): Claim {
  if (value === null) return { kind: 'absent', of };
  const same = isNumber(value)
    ? numberLiteral(type, value)
    : literal(type, typeof value === 'object' ? [...value] : value);
  const written = type.kind === 'date' && isNumber(value) ? literal(type, dateOf(value)) : same;
  return { kind: 'same', left: of, right: read(written) };
}

function dateOf({ numerator }: Rational): string {
  return printDate(Number(numerator));
}

test('there are enough small policies', () => {
  expect(smallPolicies.length).toBeGreaterThanOrEqual(20);
});
