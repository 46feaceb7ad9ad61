import { compare, rational, subtract } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/interpreter';
import { isNumber, isSameValue } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import type { ComparedReading, Reading } from '@tiaoli/regions';
import { compareReadings, openSession, sideOf } from '@tiaoli/regions';
import { expect, test } from 'vitest';
import { enumerate } from './enumerate.ts';
import { openSmall } from './open-small.ts';
import type { SmallPolicy } from './small-policies.ts';
import { smallPolicies } from './small-policies.ts';

// One constant of a small policy is changed; what the engine says of every result is compared with all cases. Facts
// keep their declared domains and the prior state is what a first claim has, so the enumeration is the whole domain.

const edits: readonly (readonly [policy: string, from: string, to: string])[] = [
  ['a layer with a yearly deductible and cap', '65%', '66%'],
  ['a layer with a yearly deductible and cap', '二级：0.05元', '二级：0.06元'],
  ['a layer with a yearly deductible and cap', '限额 每年 0.09元', '限额 每年 0.10元'],
  ['a layer with a yearly deductible and cap', '限额 每年 0.09元', '限额 每年 0.13元'],
  ['bands per claim', '不超过0.05元：50%', '不超过0.05元：45%'],
  ['bands per claim', '超过0.12元：80%', '超过0.12元：81%'],
  ['bands per claim', '起付 每次 0.02元', '起付 每次 0.03元'],
  ['rounded band by band', '33%', '34%'],
  ['a whole amount at the rate of its band, with a step', '50%', '49%'],
  ['rounding of what may be negative', '舍去到分', '进位到分'],
];

test.each(edits)('%s: %s becomes %s', async (name, from, to) => {
  const policy = smallPolicies.find((each) => each.name === name);
  if (!policy?.statements.includes(from)) throw new Error(`no ${from} in ${name}`);
  const edited = policy.statements.replace(from, to);
  const before = await openSmall(policy);
  const after = await openSmall({ ...policy, statements: edited });
  const truths = truthsOf({ ...policy, state: {} }, before, after);
  const session = openSession(before, after);
  const [left, right] = [sideOf(before, 'before'), sideOf(after, 'after')];
  const wrong = before.definitions.flatMap(({ id, name: shown, visibility }) => {
    if (visibility !== 'result') return [];
    const value: Reading['value'] = { kind: 'definition', definition: id };
    const compared = compareReadings(
      session,
      { side: left, value },
      { side: right, value },
      { firstClaim: true },
    );
    const truth = truths.get(id);
    return truth && isTrueOf(compared, truth) ? [] : [`${shown}: ${compared.comparison.kind}`];
  });
  expect(wrong).toEqual([]);
});

interface Truth {
  same: boolean;
  low: ReturnType<typeof rational>;
  high: ReturnType<typeof rational>;
}

function truthsOf(
  policy: SmallPolicy,
  before: Program,
  after: Program,
): ReadonlyMap<string, Truth> {
  const truths = new Map<string, Truth>();
  const others = enumerate(policy, after);
  for (const outcomes of enumerate(policy, before)) {
    const changed = others.next().value;
    for (const { id } of before.definitions) {
      const truth = truths.get(id) ?? { same: true, low: rational(1000), high: rational(-1000) };
      note(truth, outcomes.get(id), changed?.get(id));
      truths.set(id, truth);
    }
  }
  return truths;
}

function note(truth: Truth, before: Outcome | undefined, after: Outcome | undefined): void {
  if (before?.status !== 'value' || after?.status !== 'value') return;
  if (!isSameValue(before.value, after.value)) truth.same = false;
  if (!isNumber(before.value) || !isNumber(after.value)) return;
  const difference = subtract(after.value, before.value);
  if (compare(difference, truth.low) < 0) truth.low = difference;
  if (compare(difference, truth.high) > 0) truth.high = difference;
}

/** Every word of the comparison is true of the enumeration. */
function isTrueOf({ comparison }: ComparedReading, truth: Truth): boolean {
  switch (comparison.kind) {
    case 'same-form':
    case 'same-proved':
      return truth.same;
    case 'rounding':
    case 'changed-exact':
    case 'changed-bounded': {
      const { low, high } = comparison;
      const isWithin =
        (!low.proved || compare(low.proved, truth.low) <= 0) &&
        (!high.proved || compare(high.proved, truth.high) >= 0);
      const isExact =
        comparison.kind !== 'changed-exact' ||
        (low.proved !== undefined &&
          high.proved !== undefined &&
          compare(low.proved, truth.low) === 0 &&
          compare(high.proved, truth.high) === 0);
      return !truth.same && isWithin && isExact;
    }
    case 'changed':
      return !truth.same;
    case 'undecided':
      return comparison.reasons.every((reason) => reason === 'quotient');
  }
}

test('programs that declare a fact or a member differently are compared where both know it', async () => {
  const policy: SmallPolicy = {
    name: 'facts',
    statements: '定义 得：金额 = 最小(费用，0.30元)；',
    facts: {},
  };
  const before = await openSmall(policy);
  const wider = await openSmall(policy, (text) =>
    text.replace('金额 0元..0.20元', '金额 0元..0.40元'),
  );
  const other = await openSmall(policy, (text) =>
    text
      .replace('费用：金额 0元..0.20元', '费用：金额 0元..0.20元 或 无')
      .replace('最小(费用', '最小(费用 视为0'),
  );
  const definition = before.definitions.find(({ name }) => name === '得')?.id ?? '';
  const value: Reading['value'] = { kind: 'definition', definition };
  const kindOf = (after: Program): string => {
    const session = openSession(before, after);
    const [left, right] = [sideOf(before, 'before'), sideOf(after, 'after')];
    return compareReadings(session, { side: left, value }, { side: right, value }).comparison.kind;
  };
  // 0.30 yuan is out of reach for the one and not for the other: they are equal up to 0.20 yuan.
  expect(kindOf(wider)).toBe('same-form');
  expect(kindOf(other)).toBe('undecided');
});
