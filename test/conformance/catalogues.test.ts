import { parseDate, rational } from '@tiaoli/base';
import { bind, loadCalculator, runCalculator } from '@tiaoli/compiler';
import type { Facts, Outcome, Value } from '@tiaoli/interpreter';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import type { Policies, SourceFolder } from '@tiaoli/workspace';
import { checkPolicies, openPolicies } from '@tiaoli/workspace';
import { beforeAll, expect, test } from 'vitest';

const nation = `语言 1
文件「国」 { 标识 n； 层级 国家； 施行 自 2020-01-01； 取整 四舍五入到分 }
枚举 类别 { 甲；乙；丙 }
实体 结算 序 日 { 输入 日：日期； 输入 编码：药品目录 }
目录 药品目录 来源 "nation.csv" { 键 编码：文本； 列 类：类别； 列 限价：金额/单位 0元/单位..1万元/单位 或 不限； 生效 起日、止日 }
定义 有此：布尔 = 有 药品目录[编码]；
定义 类：类别 = 编码.类；
定义 价：金额/单位 = 编码.限价；
`;
const province = `语言 1
文件「省」 { 标识 p； 层级 省 甲省； 施行 自 2020-01-01； 依据 国； 取整 四舍五入到分 }
目录 药品目录 增加 来源 "more.csv" 自 2023-01-01；
目录 药品目录 取消 来源 "less.csv"；
`;
const city = `语言 1
文件「市」 { 标识 c； 层级 市 乙市 属 甲省； 施行 自 2020-01-01； 依据 省； 取整 四舍五入到分 }
目录 药品目录 增加 来源 "city.csv"；
`;

const files: Readonly<Record<string, string>> = {
  'nation.tiaoli': nation,
  'province.tiaoli': province,
  'city.tiaoli': city,
  'nation.csv':
    '编码,类,限价,起日,止日\nA,甲,不限,2020-01-01,2023-12-31\nA,乙,1.5,2024-01-01,\nB,丙,2,2020-01-01,\nC,甲,3,2020-01-01,',
  'more.csv': '编码,类,限价,起日,止日\nB,乙,2.25,2020-01-01,\nD,乙,4,2020-01-01,',
  'less.csv': '编码,起日,止日\nC,2022-01-01,2022-12-31\nA,2024-06-01,',
  'city.csv': '编码,类,限价,起日,止日\nA,丙,9,2024-07-01,',
};

function folderOf(names: readonly string[]): SourceFolder {
  const bytes = (path: string): Uint8Array => new TextEncoder().encode(files[path]);
  return {
    list: async () => names.filter((name) => name.endsWith('.tiaoli')),
    library: async () => [],
    read: async (path) => bytes(path),
    findBeside: async (path) => (names.includes(path) ? bytes(path) : undefined),
    write: async () => {},
  };
}

let all: Policies;
let alone: Policies;

beforeAll(async () => {
  all = await openPolicies(folderOf(Object.keys(files)));
  alone = await openPolicies(folderOf(['nation.tiaoli', 'nation.csv']));
});

test('nothing is wrong with them', () => {
  expect(checkPolicies(all).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(checkPolicies(alone).filter(({ severity }) => severity === 'error')).toEqual([]);
});

/** The outcomes of 有此, 类 and 价 by the interpreter, once the calculators agree. */
function ask(policies: Policies, path: string, key: string, date: string, place?: string) {
  const on = parseDate(date) ?? 0;
  const { module } = policies.lower(path);
  if (!module) throw new Error(`${path} is not lowered`);
  const { program } = bind(module, {
    dates: { on },
    ...(place !== undefined && { jurisdiction: place }),
  });
  if (!program) throw new Error('not bound');
  const facts: Facts = {
    inputs: new Map<string, Value>([
      ['on', rational(on)],
      ['n/结算.日', rational(on)],
      ['n/结算.编码', key],
    ]),
    children: new Map(),
  };
  const { reference } = policies;
  const { outcomes } = interpretStep(program, emptyState, facts, { reference });
  for (const traced of [false, true]) {
    const run = runCalculator(loadCalculator(program, { traced }), new Map(), facts, reference);
    for (const [id, outcome] of run.outcomes) {
      expect(statusOf(outcome), `${id} ${key} ${date}`).toEqual(statusOf(outcomes.get(id)));
    }
  }
  return ['有此', '类', '价'].map((name) => shown(outcomes.get(`n/${name}`)));
}

/** A value, or why there is none. */
function shown(outcome: Outcome | undefined): string {
  if (outcome?.status !== 'missing') return String(statusOf(outcome));
  return outcome.causes.map(({ reason }) => reason).join('；');
}

function statusOf(outcome: Pick<Outcome, 'status'> | undefined): unknown {
  return outcome?.status === 'value' && 'value' in outcome ? outcome.value : outcome?.status;
}

test.each([
  ['the row of the day', 'A', '2023-12-31', undefined, '甲'],
  ['the next row of the key', 'A', '2024-01-01', undefined, '乙'],
  ['the nation is not changed by a province', 'B', '2024-01-01', undefined, '丙'],
  ['the nation does not know what a province adds', 'D', '2024-01-01', undefined, undefined],
  ['a province replaces', 'B', '2024-01-01', '甲省', '乙'],
  ['from the day on which it does', 'B', '2022-12-31', '甲省', '丙'],
  ['a province adds', 'D', '2024-01-01', '甲省', '乙'],
  ['a province ends', 'C', '2022-06-01', '甲省', undefined],
  ['for as long as its row holds', 'C', '2023-01-01', '甲省', '甲'],
  ['a city has what its province says', 'B', '2024-01-01', '乙市', '乙'],
  ['what the province ended is ended there', 'A', '2024-06-30', '乙市', undefined],
  ['until the city has a row of its own', 'A', '2024-07-01', '乙市', '丙'],
  ['which the province does not know', 'A', '2024-07-01', '甲省', undefined],
])('%s', (_, key, date, place, expected) => {
  const [has, kind] = ask(all, 'nation.tiaoli', key, date, place);
  expect(has).toBe(expected === undefined ? 'false' : 'true');
  if (expected === undefined) expect(kind).toContain('目录「药品目录」中没有当日有效的');
  else expect(kind).toBe(expected);
});

test('the nation gives the same whichever files are there', () => {
  for (const key of ['A', 'B', 'C', 'D']) {
    for (const date of ['2022-06-01', '2023-06-01', '2024-07-01']) {
      expect(ask(all, 'nation.tiaoli', key, date)).toEqual(ask(alone, 'nation.tiaoli', key, date));
    }
  }
});

test('rows that were not read are pending, with the reason', async () => {
  const unread = await openPolicies(folderOf(['nation.tiaoli']));
  expect(checkPolicies(unread).map(({ code }) => code)).toContain('catalogue-missing');
  const found = ask(unread, 'nation.tiaoli', 'A', '2024-01-01');
  expect(found.every((each) => each.includes('没有读入'))).toBe(true);
});
