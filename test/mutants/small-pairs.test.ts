import { dayNumber, rational } from '@tiaoli/base';
import type { Facts, Value } from '@tiaoli/interpreter';
import { noReference } from '@tiaoli/ir';
import { linkPolicies } from '@tiaoli/workspace';
import { expect, test } from 'vitest';
import type { ShrunkenPolicy } from '../golden/shrunken-policies.ts';
import { shrunkenPolicies } from '../golden/shrunken-policies.ts';
import { mutantsOf } from './edit-text.ts';
import { judgeAll } from './judge.ts';
import { compareMutant } from './mutant-bench.ts';
import { pickByLot } from './pick-by-lot.ts';

// Policies of a few fen, each with some of its edits: every person, every claim, every state that two claims leave, so
// every sequence of three claims, against what is said of every part of the domain.

const seed = 20_260_703;
const path = 'policies/small.tiaoli';
const edits = 4;
const mostClaims = 3;
const day = dayNumber({ year: 2024, month: 3, day: 1 });

let differing = 0;

test.each(shrunkenPolicies)('$name: nothing that is said is broken', async (policy) => {
  const trials = await trialsOf(policy);
  expect(trials.flatMap(({ broken }) => broken)).toEqual([]);
  differing += trials.filter(({ changed }) => changed > 0).length;
});

test('of these pairs twenty differ at least', () => {
  expect(differing).toBeGreaterThanOrEqual(20);
});

async function trialsOf({ text }: ShrunkenPolicy) {
  const policies = await linkPolicies([{ path, text }]);
  const chosen = pickByLot(mutantsOf(policies.language, { path, text }), seed, edits);
  const trials = [];
  for (const mutant of chosen) {
    const compared = await compareMutant(policies, mutant);
    if (compared.kind !== 'compared') continue;
    const options = { reference: noReference, mostClaims };
    trials.push(judgeAll(compared.behaviour, persons, options));
  }
  return trials;
}

const persons: readonly (readonly Facts[])[] = ['一', '二', '三'].flatMap((level) =>
  [0, 1, 2, 3].map((age) =>
    [0, 1, 2, 3, 4, 5].flatMap((cost) =>
      [0, 1, 2].map((own) => claimOf({ level, age, cost, own })),
    ),
  ),
);

interface SmallClaim {
  readonly level: string;
  readonly age: number;
  readonly cost: number;
  readonly own: number;
}

function claimOf({ level, age, cost, own }: SmallClaim): Facts {
  const inputs = new Map<string, Value>([
    ['test.small/参保人.等级', level],
    ['test.small/参保人.年龄', rational(age)],
    ['test.small/结算.费用', rational(cost)],
    ['test.small/结算.自费', rational(own)],
    ['test.small/结算.结算日期', rational(day)],
    ['on', rational(day)],
  ]);
  return { inputs, children: new Map() };
}
