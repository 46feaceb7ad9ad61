import { parseDate, rational } from '@tiaoli/base';
import { changesAlone, subjectOf } from '@tiaoli/diff';
import type { Facts, Outcome, Value } from '@tiaoli/interpreter';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { bindSides, listVersions } from '@tiaoli/workspace';
import { realPolicies } from '@tiaoli/workspace/testing';
import { expect, test } from 'vitest';
import type { Chance } from '../regions/random-cases.ts';
import { chanceOf } from '../regions/random-cases.ts';
import { nameOf, pairs, policiesWith } from './changes-by-hand.ts';

// Each change alone does what the document does in which that change alone was made by hand.

const seed = 20_260_701;

test.each(pairs)(`$id of $days, seed ${seed}`, async ({ path, id, days, bars }) => {
  const real = await policiesWith(path, []);
  const [old, now] = days.map((day) => ({ policies: real, reference: `${id}@${day}` }));
  if (!old || !now) throw new Error('a pair has two sides');
  const { sides } = bindSides(old, now);
  const alone = sides && changesAlone(sides.edited.before, sides.edited.after);
  expect(alone?.map(nameOf).toSorted()).toEqual(Object.keys(bars).toSorted());
  for (const bar of alone ?? []) {
    const edited = await policiesWith(path, bars[nameOf(bar)] ?? []);
    const reference = `${id}@${days[0]}`;
    const byHand = bindSides({ policies: edited, reference }, { policies: edited, reference });
    const program = byHand.sides?.before;
    if (!program || !sides) throw new Error(`${nameOf(bar)} by hand does not compile`);
    const told = outcomesOf(bar.program);
    expect(told, nameOf(bar)).toEqual(outcomesOf(program));
    expect(told, nameOf(bar)).not.toEqual(outcomesOf(sides.before));
  }
});

test('a new adjustment and the parameter that it needs are one change', async () => {
  const path = 'shanxi/taiyuan/employee-outpatient.tiaoli';
  const reference = 'taiyuan.employee-outpatient@2023-01-01';
  const drafted = await policiesWith(path, [
    ['  层 门诊统筹 别名', '  参数 在职加成：比例 { 自 2023-01-01 = 3% }\n\n  层 门诊统筹 别名'],
    ['    限额 自 2023-01-01 每年 1800元', '    限额 自 2023-01-01 每年 1900元'],
    [
      '    限额 自 2024-07-01',
      '    调整「在职」 比例 提高 在职加成 当 在职状态 = 在职；\n    限额 自 2024-07-01',
    ],
  ]);
  const old = { policies: await policiesWith(path, []), reference };
  const { sides } = bindSides(old, { policies: drafted, reference });
  const alone = sides && changesAlone(sides.edited.before, sides.edited.after);
  const subjects = alone?.map(({ changes }) => [
    ...new Set(changes.map((change) => subjectOf(change).name)),
  ]);
  expect(subjects).toEqual([['门诊统筹'], ['门诊统筹', '在职加成']]);
  expect(alone?.map(({ changes }) => changes.length)).toEqual([1, 4]);
});

test('every version of every document can be taken apart', async () => {
  const policies = await realPolicies();
  const versions = listVersions(policies).filter((each) => each.versions.length > 1);
  const pairsOfAll = versions.flatMap(({ versions: own }) =>
    own.slice(1).map((now, at) => [own[at]?.ref ?? '', now.ref] as const),
  );
  expect(pairsOfAll.length).toBeGreaterThan(15);
  for (const [old, now] of pairsOfAll) {
    const { sides } = bindSides({ policies, reference: old }, { policies, reference: now });
    if (!sides) throw new Error(`${old} and ${now} are not compared`);
    const alone = changesAlone(sides.edited.before, sides.edited.after);
    expect(alone, `${old} and ${now}`).toBeDefined();
    const told = alone?.flatMap(({ changes }) => changes) ?? [];
    expect(new Set(told).size, `${old} and ${now}`).toBe(told.length);
  }
});

/** Results of the claims of a year of some people, by name. */
function outcomesOf(program: Program): readonly (readonly string[])[] {
  const results = program.definitions.filter(({ visibility }) => visibility === 'result');
  const chance = chanceOf(seed);
  return Array.from({ length: 12 }).flatMap((_, person) => {
    let state = emptyState;
    return Array.from({ length: 20 }).map((_claim, claim) => {
      const facts = factsOf(program, randomClaim(person, claim, chance));
      const step = interpretStep(program, state, facts);
      state = step.state;
      return results.map((each) => `${each.name} ${text(step.outcomes.get(each.id))}`);
    });
  });
}

/** Small bills and, of every fourth person, large ones. */
function randomClaim(
  person: number,
  claim: number,
  chance: Chance,
): Readonly<Record<string, Value>> {
  const most = person % 4 === 3 ? 10_000_000 : 60_000;
  return {
    险种: '职工',
    在职状态: person % 2 === 0 ? '在职' : '退休',
    人员类别: new Set(person % 3 === 0 ? ['低保对象'] : []),
    结算日期: rational(BigInt(parseDate('2023-03-01') ?? 0)),
    就医类别: '门诊',
    就诊号: `${claim}`,
    收费类别: ['三类', '二类', '一类'][chance(3)] ?? '',
    甲类费用: rational(BigInt(chance(most))),
    大病合规自付: rational(BigInt(chance(most))),
  };
}

function factsOf({ declarations }: Program, given: Readonly<Record<string, Value>>): Facts {
  const inputs = declarations.flatMap((each): readonly (readonly [string, Value])[] => {
    const value = each.kind === 'input' ? given[each.name] : undefined;
    return value === undefined ? [] : [[each.id, value]];
  });
  const entities = declarations.filter(({ kind }) => kind === 'entity');
  return { inputs: new Map(inputs), children: new Map(entities.map(({ id }) => [id, []])) };
}

function text(outcome: Outcome | undefined): string {
  return outcome?.status === 'value'
    ? JSON.stringify(outcome.value, (_, value: unknown) =>
        typeof value === 'bigint' ? `${value}` : value instanceof Set ? [...value] : value,
      )
    : `${outcome?.status}`;
}
