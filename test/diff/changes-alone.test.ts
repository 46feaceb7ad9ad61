import { parseDate, rational } from '@tiaoli/base';
import { changesAlone } from '@tiaoli/diff';
import type { Facts, Outcome, Value } from '@tiaoli/interpreter';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { bindSides } from '@tiaoli/workspace';
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
