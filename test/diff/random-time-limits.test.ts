import { compare, parseDate, printDate, rational, subtract } from '@tiaoli/base';
import { chineseWorkingDays } from '@tiaoli/calendar';
import type { Region } from '@tiaoli/diff';
import type { Facts, Outcome, Value } from '@tiaoli/interpreter';
import { emptyState, interpretStep, isNumber, isSameValue } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { expect, test } from 'vitest';
import { proved, verdictOf } from '../certificate/prove-pair.ts';
import { chanceOf } from '../regions/random-cases.ts';
import { behaviourOf } from './open-pair.ts';
import { policyOf } from './time-limit-policy.ts';

// Random rules of days, months and working days, by category and by date: every day of the announced calendar and some
// around it is settled on both sides, and no word of the comparison is broken by it.

const seed = 20_261_123;
const rules = 4;
const calendar = { workingDays: chineseWorkingDays };
const chance = chanceOf(seed);

function pick<T>(all: readonly [T, ...T[]]): T {
  return all[chance(all.length)] ?? all[0];
}

function someDay(): string {
  const steps = Array.from({ length: pick([0, 0, 1, 1, 2]) }, () => {
    const unit = pick(['个工作日', '个工作日', '天', '个月']);
    return `${pick(['+', '+', '−'])} ${1 + chance(unit === '个月' ? 3 : 30)}${unit}`;
  });
  return ['受理日期', `+ ${1 + chance(40)}个工作日`, ...steps].join(' ');
}

function someRule(): string {
  const since = `受理日期 不低于 ${2004 + chance(23)}-0${1 + chance(9)}-1${chance(10)}`;
  const cases = (when: string, otherwise: string) =>
    `{ 情形「一」：${when}：${someDay()}；其余：${otherwise} }`;
  return pick([
    () => `= ${someDay()}`,
    () => cases('类别 = 甲', someDay()),
    () => cases(since, someDay()),
    () => cases(since, '不适用'),
  ])();
}

const pairs = Array.from({ length: rules }, () => [someRule(), someRule()] as const);

test.each(pairs)(`%s and %s, seed ${seed}`, async (one, other) => {
  const [old, now] = await Promise.all(
    [one, other].map((rule) => policyOf('受理日期', `定义 办结：日期 ${rule};\n`)),
  );
  if (!old || !now) throw new Error('a comparison has two sides');
  const behaviour = behaviourOf(old, now, calendar);
  const { before, after } = behaviour;
  const regions = behaviour.results.find(({ name }) => name === '办结')?.regions ?? [];
  const wrong: string[] = [];
  for (const { category, day, facts } of everyCase(before)) {
    const [left, right] = [before, after].map((program) => limitIn(program, facts));
    if (!left || !right) throw new Error('the limit is settled');
    const here = regions.filter((region) => isAbout(region, category));
    if (here.some((region) => isTrueOf(region, left, right))) continue;
    wrong.push(`${category} ${printDate(day)} ${here.map(({ state }) => state)}`);
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(regions.flatMap(({ reasons }) => reasons)).toEqual([]);
  const verdict = verdictOf(proved(behaviour, chineseWorkingDays), chineseWorkingDays);
  expect(verdict).toMatchObject({ kind: 'accepted' });
});

interface Case {
  readonly category: string;
  readonly day: number;
  readonly facts: Facts;
}

/** Each day by one category, and the next by another. */
function everyCase({ declarations }: Program): readonly Case[] {
  const idOf = (name: string): string =>
    declarations.find((each) => each.kind === 'input' && each.name === name)?.id ?? '';
  const [accepted, kind] = [idOf('受理日期'), idOf('类别')];
  const first = parseDate('2003-11-01') ?? 0;
  const last = parseDate('2027-02-28') ?? 0;
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const [day, category] = [first + at, at % 2 === 0 ? '甲' : '乙'];
    const inputs = new Map<string, Value>([
      [accepted, rational(BigInt(day))],
      [kind, category],
    ]);
    return { category, day, facts: { inputs, children: new Map() } };
  });
}

function limitIn(program: Program, facts: Facts): Outcome {
  const { outcomes } = interpretStep(program, emptyState, facts, { reference: calendar });
  const limit = program.definitions.find(({ name }) => name === '办结');
  const outcome = limit && outcomes.get(limit.id);
  const isComplete = outcome?.status !== 'missing' || outcome.fields.length === 0;
  if (!outcome || !isComplete) throw new Error('a fact is not given');
  return outcome;
}

/** The category is the one fact by which a part can be told from the rest. */
function isAbout({ facts }: Region, category: string): boolean {
  return [...facts.values()].every((values) => values.includes(category));
}

function isTrueOf({ state, low, high }: Region, left: Outcome, right: Outcome): boolean {
  if (left.status !== right.status) {
    const isMissing = [left, right].some(({ status }) => status === 'missing');
    return state === (isMissing ? 'one-sided' : 'applicability') || state === 'undecided';
  }
  if (left.status !== 'value' || right.status !== 'value') return true;
  if (!isNumber(left.value) || !isNumber(right.value)) return false;
  if (state.startsWith('same')) return isSameValue(left.value, right.value);
  if (state === 'applicability' || state === 'one-sided') return false;
  const difference = subtract(right.value, left.value);
  return (!low || compare(low, difference) <= 0) && (!high || compare(high, difference) >= 0);
}
