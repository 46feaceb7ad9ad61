import type { Rational } from '@tiaoli/base';
import { negate } from '@tiaoli/base';
import type { Behaviour, Region, ResultDifference } from '@tiaoli/diff';
import { isSame } from '@tiaoli/diff';
import { expect, test } from 'vitest';
import { behaviourOf, openText } from './open-pair.ts';
import { rewrites } from './rewrites.ts';

// A policy compared with itself, and two policies from either side.

test('a policy is the same as itself, by the form alone', async () => {
  for (const { before } of rewrites) {
    const program = await openText(before);
    const { results, isComplete, unlike, onlyBefore, onlyAfter } = behaviourOf(program, program);
    expect([isComplete, ...unlike, ...onlyBefore, ...onlyAfter]).toEqual([true]);
    expect(results.filter(({ state }) => state !== 'same-form')).toEqual([]);
  }
});

/** In which rewrite, what becomes what. */
const edits: readonly (readonly [name: string, from: string, to: string])[] = [
  ['a parameter with another name', '65%', '66%'],
  ['a table with another name', '二级：500元', '二级：500.01元'],
  ['slots in another order', '每年 500元', '每年 501元'],
  ['slots in another order', '限额 每年 10万元', '限额 每次 10万元'],
  ['a cell for each member, and 其余', '低保：80%', '低保：未见 "没有见到"'],
  ['a case for each, and 其余', '其余 { 比例 60% }', '其余 不适用'],
  [
    'a band of a year cut in two',
    '不超过3万元：60%；超过3万元',
    '不超过3.01万元：60%；超过3.01万元',
  ],
  ['a band of a year cut in two', '年内累计', ''],
  ['an adjustment, and cases', '当 退休', '当 退休 或 急诊'],
  ['applies where, and where not', '急诊 且 退休', '急诊 或 退休'],
  ['a rate by cases, and by 当', '费用 取整 四舍五入到分', '费用 取整 舍去到分'],
  ['cases that ask in another order', '其余：60%', ''],
  ['statements in another order', '基数 余额', '基数 余额 除 自费'],
  [
    'an amount by the steps of an age',
    '不超过17：100元；超过17至59',
    '不超过18：100元；超过18至59',
  ],
  ['a condition of dates, from the other end', '不满 2024-07-01', '不超过 2024-07-01'],
];

test.each(edits)('%s: %s becomes %s, and back', async (name, from, to) => {
  const text = rewrites.find((each) => each.name === name)?.before ?? '';
  expect(text).toContain(from);
  const before = await openText(text);
  const after = await openText(text.replace(from, to));
  const [there, back] = [behaviourOf(before, after), behaviourOf(after, before)];
  expect(outlineOf(there, (low, high) => [low, high])).toEqual(
    outlineOf(back, (low, high) => [high && negate(high), low && negate(low)]),
  );
  expect([there.onlyBefore, there.onlyAfter]).toEqual([back.onlyAfter, back.onlyBefore]);
  expect(there.isComplete).toBe(back.isComplete);
  expect(there.results.every(({ state }) => isSame(state))).toBe(false);
});

type Ends = readonly [Rational | undefined, Rational | undefined];
type Turn = (...ends: Ends) => Ends;

/** What is said of each result and part, its bounds turned; in an order that hangs on neither side. */
function outlineOf({ results }: Behaviour, turn: Turn): readonly string[] {
  const said = (each: ResultDifference | Region): string =>
    [each.state, ...turn(each.low, each.high).map(printed)].join(' ');
  return results
    .flatMap((result) => [
      `${result.name} ${result.kind} ${said(result)}`,
      ...result.regions.map(
        (region) => `${result.name} ${result.kind} ${factsOf(region)} ${said(region)}`,
      ),
    ])
    .toSorted();
}

function factsOf({ facts }: Region): string {
  return [...facts]
    .map(([id, values]) => `${id}=${values.map(String).toSorted().join()}`)
    .toSorted()
    .join('&');
}

function printed(value: Rational | undefined): string {
  return value ? `${value.numerator}/${value.denominator}` : '?';
}
