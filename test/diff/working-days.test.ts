import { parseDate, rational } from '@tiaoli/base';
import { chineseWorkingDays } from '@tiaoli/calendar';
import type { Behaviour, Region } from '@tiaoli/diff';
import type { Outcome } from '@tiaoli/interpreter';
import { emptyState, interpretStep, isNumber } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { expect, test } from 'vitest';
import { chanceOf } from '../regions/random-cases.ts';
import { behaviourOf } from './open-pair.ts';
import { policyOf } from './time-limit-policy.ts';

// By hand, from the notices of the State Council. The day of acceptance is not counted; what is compared is 3 working days
// with 1.
//
// | accepted         | 1 working day            | 3 working days                                  | earlier by |
// |------------------|--------------------------|-------------------------------------------------|------------|
// | 2024-06-17, Mon  | Tue 18                   | Tue, Wed, Thu 20                                | 2          |
// | 2024-06-20, Thu  | Fri 21                   | Fri, Mon, Tue 25                                | 4          |
// | 2024-09-27, Fri  | Sun 09-29, worked        | 29, Mon 30, holiday 1 to 7, Tue 10-08           | 9          |
// | 2024-09-30, Mon  | Tue 10-08                | 8, 9, Thu 10-10                                 | 2          |
// | 2024-10-10, Thu  | Fri 11                   | Fri, Sat 12 worked, Mon 14                      | 3          |
// | 2023-01-20, Fri  | Sat 01-28, worked        | 28, Sun 29 worked, Mon 30                       | 2          |
// | 2020-01-21, Tue  | Wed 22                   | 22, 23, holiday until 02-02, Mon 02-03          | 12         |
// | 2003-12-31, Wed  | Fri 2004-01-02           | Fri 2, Mon 5, Tue 6: the first announced year   | 4          |
// | 2026-12-21, Mon  | Tue 22                   | 22, 23, 24: the last announced day              | 2          |
const byHand: readonly (readonly [accepted: string, earlierBy: bigint])[] = [
  ['2024-06-17', 2n],
  ['2024-06-20', 4n],
  ['2024-09-27', 9n],
  ['2024-09-30', 2n],
  ['2024-10-10', 3n],
  ['2023-01-20', 2n],
  ['2020-01-21', 12n],
  ['2003-12-31', 4n],
  ['2026-12-21', 2n],
];

const calendar = { workingDays: chineseWorkingDays };

async function compared(before: string, after: string): Promise<Behaviour> {
  return behaviourOf(await policyOf(before), await policyOf(after), calendar);
}

function regionsOf({ results }: Behaviour): readonly Region[] {
  return results.flatMap(({ name, regions }) => (name === '期限' ? regions : []));
}

function statesOf(behaviour: Behaviour): readonly string[] {
  return regionsOf(behaviour).map(({ state }) => state);
}

test.each(byHand)('accepted on %s: earlier by %s days', async (accepted, earlierBy) => {
  const on = `当 受理日期 = ${accepted}`;
  const regions = regionsOf(
    await compared(`受理日期 + 3个工作日 ${on}`, `受理日期 + 1个工作日 ${on}`),
  );
  const gap = rational(-earlierBy);
  expect(regions).toMatchObject([{ state: 'changed-exact', low: gap, high: gap }]);
});

// 2026-12-24 is the last announced day: from 22 December on three working days are not announced, from the 24th on none.
test.each([
  ['2026-12-22', ['same-proved', 'one-sided']],
  ['2026-12-23', ['same-proved', 'one-sided']],
  ['2026-12-24', ['same-proved']],
  ['2003-12-30', ['same-proved']],
])('accepted on %s: told as %s', async (accepted, states) => {
  const on = `当 受理日期 = ${accepted}`;
  const behaviour = await compared(`受理日期 + 3个工作日 ${on}`, `受理日期 + 1个工作日 ${on}`);
  expect(statesOf(behaviour)).toEqual(states);
  expect(behaviour.isComplete).toBe(states.length === 1);
  expect(behaviour.assumptions.at(-1)?.zh).toContain('数到没有公布的日子就待补充');
});

/** The interpreter on every day from before the first announced year until after the last one. */
const everyDay = { from: '2003-12-01', to: '2027-01-31' } as const;

interface Truth {
  readonly low: bigint;
  readonly high: bigint;
  /** Days on which one side alone has a value. */
  readonly oneSided: number;
}

function truthOf(before: Program, after: Program): Truth {
  const gaps: bigint[] = [];
  let oneSided = 0;
  for (let day = dayOf(everyDay.from); day <= dayOf(everyDay.to); day += 1) {
    const [old, now] = [before, after].map((program) => dueOn(program, day));
    if (old !== undefined && now !== undefined) gaps.push(now - old);
    else if (old !== now) oneSided += 1;
  }
  const ordered = gaps.toSorted((left, right) => Number(left - right));
  const [low, high] = [ordered[0], ordered.at(-1)];
  if (low === undefined || high === undefined) throw new Error('no day has a value on both sides');
  return { low, high, oneSided };
}

function dayOf(date: string): number {
  const day = parseDate(date);
  if (day === undefined) throw new Error(`no date: ${date}`);
  return day;
}

function dueOn(program: Program, day: number): bigint | undefined {
  const accepted = program.declarations.find(({ name }) => name === '受理日期');
  const inputs = new Map(accepted ? [[accepted.id, rational(BigInt(day))]] : []);
  const facts = { inputs, children: new Map() };
  const { outcomes } = interpretStep(program, emptyState, facts, { reference: calendar });
  const due = program.definitions.find(({ name }) => name === '期限');
  return due && dayIn(outcomes.get(due.id));
}

function dayIn(outcome: Outcome | undefined): bigint | undefined {
  if (outcome?.status !== 'value' || !isNumber(outcome.value)) return undefined;
  return outcome.value.numerator;
}

const seed = 20_261_122;
const chance = chanceOf(seed);
const randomPairs = Array.from({ length: 6 }, () => {
  const [one, other] = [chance(60) - 15, chance(60) - 15];
  return [one, one === other ? other + 1 : other] as const;
});

function shiftBy(count: number): string {
  return count < 0 ? `受理日期 − ${-count}个工作日` : `受理日期 + ${count}个工作日`;
}

// Zhucheng's totals, the province's transfer, one day less, at once, some at random; and in larger terms: one after the
// other, behind months, before months, against calendar days.
test.each([
  ...[[580, 253], [45, 15], [15, 14], [30, 0], ...randomPairs].map(([one = 0, other = 0]) => [
    shiftBy(one),
    shiftBy(other),
  ]),
  ['受理日期 + 2个工作日 + 3个工作日', '受理日期 + 4个工作日'],
  ['受理日期 + 1个月 + 5个工作日', '受理日期 + 1个月 + 3个工作日'],
  ['受理日期 + 5个工作日 + 12个月', '受理日期 + 3个工作日 + 12个月'],
  ['受理日期 + 15个工作日', '受理日期 + 21天'],
])(`%s and %s on every day, seed ${seed}`, async (one, other) => {
  const [before, after] = [await policyOf(one), await policyOf(other)];
  const truth = truthOf(before, after);
  const told = regionsOf(behaviourOf(before, after, calendar));
  const mirrored = regionsOf(behaviourOf(after, before, calendar));
  const [low, high] = [rational(truth.low), rational(truth.high)];
  const oneSided = truth.oneSided > 0 ? [{ state: 'one-sided' }] : [];
  expect(told).toMatchObject([{ state: 'changed-exact', low, high }, ...oneSided]);
  expect(mirrored).toMatchObject([
    { state: 'changed-exact', low: rational(-truth.high), high: rational(-truth.low) },
    ...oneSided,
  ]);
  // Every case that is shown is one that the interpreter settles so.
  for (const { examples, state } of [...told, ...mirrored]) {
    expect(examples.length).toBeGreaterThan(0);
    for (const { before: old, after: now } of examples) {
      const isBoth = dayIn(old) !== undefined && dayIn(now) !== undefined;
      expect([state, isBoth]).toEqual([state, state === 'changed-exact']);
    }
  }
});

test('the same days, counted otherwise, are the same', async () => {
  const behaviour = await compared('受理日期 + 2个工作日 + 3个工作日', '受理日期 + 5个工作日');
  expect(statesOf(behaviour)).toEqual(['same-proved']);
  expect(behaviour.isComplete).toBe(true);
});

test('days that a table says are compared row by row', async () => {
  const regions = regionsOf(await compared('受理日期 + 工作日数(天数)', '受理日期 + 3个工作日'));
  const told = regions.map(({ facts, state, low }) => [...facts.values(), state, low?.numerator]);
  expect(told).toEqual([
    [['甲'], 'same-form', undefined],
    [['乙'], 'changed-exact', -12n],
    [['乙'], 'one-sided', undefined],
    [['丙'], 'changed-exact', -19n],
    [['丙'], 'one-sided', undefined],
  ]);
});

test('a condition on working days is decided', async () => {
  const within = '定义 一周之内：布尔 = 期限 不超过 受理日期 + 7天；\n';
  const [before, after] = [
    await policyOf('受理日期 + 3个工作日', within),
    await policyOf('受理日期 + 1个工作日', within),
  ];
  const { results } = behaviourOf(before, after, calendar);
  const regions = results.find(({ name }) => name === '一周之内')?.regions ?? [];
  expect(regions.map(({ state }) => state)).toEqual(['changed-exact', 'one-sided']);
});

test.each([
  ['a number of days that is any', '受理日期 + 工作日数(宽限)', calendar],
  ['no calendar', '受理日期 + 5个工作日', {}],
])('%s stays undecided, and says why', async (_, limit, options) => {
  const [before, after] = [await policyOf(limit), await policyOf('受理日期 + 3个工作日')];
  const [main] = regionsOf(behaviourOf(before, after, options));
  expect(main).toMatchObject({ state: 'undecided', examples: [] });
  expect(main?.reasons).toContain('working-days');
});
