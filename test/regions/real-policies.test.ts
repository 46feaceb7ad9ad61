import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, dayNumber, subtract } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { Outcome } from '@tiaoli/interpreter';
import { interpretStep, isNumber, isSameValue } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { isNumeric } from '@tiaoli/ir';
import type { Comparison, Reading } from '@tiaoli/regions';
import { boundsOf, compareReadings, openSession, sideOf } from '@tiaoli/regions';
import { linkPolicies } from '@tiaoli/workspace';
import { expect, test } from 'vitest';
import { policyFiles } from './policy-files.ts';
import { chanceOf, randomCases } from './random-cases.ts';

// Real policies: random cases near every number that the text names never leave what the engine has proved.

const root = join(import.meta.dirname, '../../policies');
const seed = 20_231_201;
const many = 400;
const limits = { splits: 150, pivots: 20_000 };

async function program(path: string, edit = (text: string): string => text): Promise<Program> {
  const sources = policyFiles(root).map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return { path: file, text: file === path ? edit(text) : text };
  });
  const { module } = (await linkPolicies(sources)).lower(path);
  const day = dayNumber({ year: 2025, month: 12, day: 1 });
  const dates = module ? governingDates(module).map((date) => [date, day] as const) : [];
  const bound = module && bind(module, { dates: Object.fromEntries(dates) }).program;
  if (!bound) throw new Error(`${path} does not compile`);
  return bound;
}

test.each([
  ['shanxi/taiyuan/resident-inpatient-2023.tiaoli'],
  ['shandong/zibo/assistance.tiaoli'],
  ['shandong/resident-critical-illness.tiaoli'],
])(`bounds of %s, seed ${seed}`, async (path) => {
  const policy = await program(path);
  const session = openSession(policy);
  const side = sideOf(policy);
  const asked = policy.definitions.filter(
    ({ type, visibility }) => visibility === 'result' && isNumeric(type),
  );
  const proved = new Map(
    asked.map(({ id }) => {
      const left: Reading = { side, value: { kind: 'definition', definition: id } };
      return [id, boundsOf(session, { left }, undefined, { limits })] as const;
    }),
  );
  const wrong: string[] = [];
  const cases = [...randomCases(policy, chanceOf(seed), many)];
  expect(cases.length).toBeGreaterThan(many / 20);
  for (const { facts, state } of cases) {
    const { outcomes } = interpretStep(policy, state, facts);
    for (const [id, bounds] of proved) {
      const outcome = outcomes.get(id);
      if (outcome?.status !== 'value' || !isNumber(outcome.value)) continue;
      const isWithin =
        bounds.kind === 'bounds' &&
        (!bounds.low.proved || compare(bounds.low.proved, outcome.value) <= 0) &&
        (!bounds.high.proved || compare(bounds.high.proved, outcome.value) >= 0);
      if (!isWithin) wrong.push(`${id} ${bounds.kind} ${outcome.value.numerator}`);
    }
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['shanxi/taiyuan/resident-inpatient-2023.tiaoli', '75%', '76%'],
  ['shandong/zibo/assistance.tiaoli', '重点救助限额 = 3万元', '重点救助限额 = 29000元'],
  [
    'shandong/resident-critical-illness.tiaoli',
    '自 2023-01-01 = 14000元',
    '自 2023-01-01 = 13999元',
  ],
  ['shandong/resident-critical-illness.tiaoli', '自 2019-01-01 = 40万元', '自 2019-01-01 = 41万元'],
])(`%s with %s as %s, seed ${seed}`, async (path, from, to) => {
  const before = await program(path);
  const after = await program(path, (text) => {
    if (!text.includes(from)) throw new Error(`no ${from} in ${path}`);
    return text.replaceAll(from, to);
  });
  const session = openSession(before, after);
  const [left, right] = [sideOf(before, 'before'), sideOf(after, 'after')];
  const compared = new Map(
    before.definitions.flatMap(({ id, visibility }) => {
      if (visibility !== 'result') return [];
      const value: Reading['value'] = { kind: 'definition', definition: id };
      const found = compareReadings(
        session,
        { side: left, value },
        { side: right, value },
        { limits },
      );
      return [[id, found.comparison] as const];
    }),
  );
  const wrong: string[] = [];
  for (const { facts, state } of randomCases(before, chanceOf(seed), many)) {
    const old = interpretStep(before, state, facts).outcomes;
    const changed = interpretStep(after, state, facts).outcomes;
    for (const [id, comparison] of compared) {
      if (!isTrueOf(comparison, old.get(id), changed.get(id)))
        wrong.push(`${id} ${comparison.kind}`);
    }
  }
  expect([...new Set(wrong)]).toEqual([]);
  expect([...compared.values()].some(({ kind }) => kind.startsWith('changed'))).toBe(true);
});

/** The comparison is true of one case. */
function isTrueOf(
  comparison: Comparison,
  before: Outcome | undefined,
  after: Outcome | undefined,
): boolean {
  if (before?.status !== 'value' || after?.status !== 'value') {
    return comparison.kind !== 'same-form' || before?.status === after?.status;
  }
  switch (comparison.kind) {
    case 'same-form':
    case 'same-proved':
      return isSameValue(before.value, after.value);
    case 'rounding':
    case 'changed-exact':
    case 'changed-bounded': {
      if (!isNumber(before.value) || !isNumber(after.value)) return false;
      const difference = subtract(after.value, before.value);
      const { low, high } = comparison;
      return (
        (!low.proved || compare(low.proved, difference) <= 0) &&
        (!high.proved || compare(high.proved, difference) >= 0)
      );
    }
    case 'changed':
    case 'undecided':
      return true;
  }
}
