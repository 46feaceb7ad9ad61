import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDate, rational } from '@tiaoli/base';
import type { ChangeAlone } from '@tiaoli/diff';
import { changesAlone, changeText } from '@tiaoli/diff';
import type { Facts, Outcome, Value } from '@tiaoli/interpreter';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { bindSides, linkPolicies } from '@tiaoli/workspace';
import { expect, test } from 'vitest';
import type { Chance } from '../regions/random-cases.ts';
import { chanceOf } from '../regions/random-cases.ts';

// Each change alone does what the document does in which that change alone was made by hand.

const root = join(import.meta.dirname, '../../policies');
const seed = 20_260_701;

type Edit = readonly [from: string, to: string];

const taiyuan = 'shanxi/taiyuan/employee-outpatient.tiaoli';
const shandong = 'shandong/resident-critical-illness.tiaoli';

/** By the words of the first change of a bar: the edits by hand, on the rules of the earlier day. */
const pairs: readonly {
  readonly path: string;
  readonly id: string;
  readonly days: readonly [string, string];
  readonly bars: Readonly<Record<string, readonly Edit[]>>;
}[] = [
  {
    path: taiyuan,
    id: 'taiyuan.employee-outpatient',
    days: ['2023-01-01', '2024-07-01'],
    bars: {
      '起付，年内合计不超过：新增 300元': [
        [
          '起付 自 2023-01-01 每就诊 起付标准 等级 B 转述；',
          '起付 自 2023-01-01 每就诊 起付标准 等级 B 转述 { 年内合计 不超过 300元 }',
        ],
      ],
      '限额：1800元 → 2500元（+700元，+38.9%）': [
        ['限额 自 2023-01-01 每年 1800元', '限额 自 2023-01-01 每年 2500元'],
      ],
      '调整「退休限额」：200元 → 500元（+300元，+150%）': [
        ['自 2023-01-01 限额 提高 200元', '自 2023-01-01 限额 提高 500元'],
      ],
      '三类：60% → 65%（提高5个百分点）': [
        ['三类：60%；', '三类：65%；'],
        ['二类：55%；', '二类：60%；'],
        ['一类：50%；', '一类：55%；'],
      ],
    },
  },
  {
    path: shandong,
    id: 'shandong.resident-critical-illness',
    days: ['2019-01-01', '2023-01-01'],
    bars: {
      '取值：10000元 → 14000元（+4000元，+40%）': [
        ['自 2019-01-01 = 1万元', '自 2019-01-01 = 14000元'],
      ],
      '超过100000元，不超过300000元：删去 75%': [
        [
          '表 倾斜比例：比例 按 分段 绝对额 自 2023-01-01',
          '表 倾斜比例：比例 按 分段 绝对额 自 2019-01-01',
        ],
        [
          '表 倾斜比例：比例 按 分段 绝对额 自 2019-01-01',
          '表 倾斜比例：比例 按 分段 绝对额 自 2018-01-01',
        ],
      ],
    },
  },
  {
    path: shandong,
    id: 'shandong.resident-critical-illness',
    days: ['2017-01-01', '2019-01-01'],
    bars: {
      '取值：12000元 → 10000元（−2000元，−16.7%）': [
        ['自 2017-01-01 = 12000元', '自 2017-01-01 = 1万元'],
      ],
      '不超过100000元：50% → 60%（提高10个百分点）': [
        ['不超过10万元：50%；', '不超过10万元：60%；'],
        ['超过10万元至20万元：60%；', '超过10万元至20万元：65%；'],
      ],
      '超过100000元，不超过200000元：删去 65%': [
        [
          '表 倾斜比例：比例 按 分段 绝对额 自 2019-01-01',
          '表 倾斜比例：比例 按 分段 绝对额 自 2016-12-31',
        ],
        [
          '表 倾斜比例：比例 按 分段 绝对额 自 2017-01-01',
          '表 倾斜比例：比例 按 分段 绝对额 自 2016-01-01',
        ],
      ],
      '取值：300000元 → 400000元（+100000元，+33.3%）': [
        ['自 2017-01-01 = 30万元', '自 2017-01-01 = 40万元'],
      ],
      '情形「倾斜」，限额，期间：删去 每年': [
        ['限额 自 2017-01-01 至 2018-12-31 每年 50万元 等级 C 转述 等级 B 转述；', ''],
        ['限额 自 2019-01-01 不设 等级 C 转述；', '限额 自 2017-01-01 不设 等级 C 转述；'],
      ],
    },
  },
];

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

function nameOf({ changes: [first] }: ChangeAlone): string {
  return first ? changeText(first).zh : '';
}

async function policiesWith(path: string, edits: readonly Edit[]) {
  const sources = ['national/common.tiaoli', path].map((each) => {
    const source = readFileSync(join(root, each), 'utf8');
    return { path: each, text: each === path ? edits.reduce(edit, source) : source };
  });
  return linkPolicies(sources);
}

function edit(text: string, [from, to]: Edit): string {
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`nothing says ${from}`);
  return text.slice(0, at) + to + text.slice(at + from.length);
}

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
