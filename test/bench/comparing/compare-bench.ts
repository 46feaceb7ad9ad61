import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseDate } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { Behaviour, DifferenceState } from '@tiaoli/diff';
import { compareBehaviour, openSlicing, sliceOf } from '@tiaoli/diff';
import type { Program } from '@tiaoli/ir';
import type { Source } from '@tiaoli/language';
import { linkPolicies } from '@tiaoli/workspace';
import { readSource } from '../checking/repeat-policies.ts';
import { cpuMillis, median } from '../measure.ts';
import type { Row } from '../row.ts';

const root = join(import.meta.dirname, '../../..');

/** Basic insurance, critical illness and assistance of Qinghai, one after the other, as a document of its own. */
const waterfall: Source = {
  path: 'policies/qinghai/waterfall.tiaoli',
  text: `语言 1

文件「三层」 {
  标识 bench.waterfall；
  层级 省 青海省；
  施行 自 2017-01-01；
  依据 qinghai.resident、qinghai.assistance；
  取整 四舍五入到分；
}

条「次序」 { 层序 总额 医疗费总额 政策内 合规费用 { 住院统筹； 大病保险； 医疗救助； 现金 其余 } }
`,
};

/** One place in one document: what stands there, and what a drafter writes instead. */
interface Edit {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** The first self-pay is a fact that is given; here it is what a rate makes of class B. */
const firstPay = (rate: string): Edit => ({
  path: 'policies/national/common.tiaoli',
  from: '先行自付：乙类自付；',
  to: `先行自付：${rate} × (乙类费用 − 乙类超限价) 取整 四舍五入到分；`,
});

const assistance: Edit = {
  path: 'policies/qinghai/assistance.tiaoli',
  from: '比例 80% 等级 C',
  to: '比例 81% 等级 C',
};

const basic: Edit = {
  path: 'policies/qinghai/resident.tiaoli',
  from: '三级：70%',
  to: '三级：71%',
};

/** Two versions of a waterfall compared in every result and accumulator, nothing fixed; and one slice of one of them. */
export async function compareRows(): Promise<readonly Row[]> {
  const asIs = await open([]);
  const local = await open([assistance]);
  const rows = [
    compareRow('compare-local', 'compare: assistance of one category 80% → 81%', [asIs, local], 2),
    compareRow(
      'compare-basic',
      'compare: basic insurance at one level 70% → 71%',
      [asIs, await open([basic])],
      10,
    ),
    compareRow(
      'compare-first-pay',
      'compare: first self-pay of class B 10% → 15%',
      [await open([firstPay('10%')]), await open([firstPay('15%')])],
      30,
    ),
  ];
  return [...rows, sliceRow(asIs, local)];
}

async function open(edits: readonly Edit[]): Promise<Program> {
  const folders = ['policies/national', 'policies/qinghai'];
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.tiaoli'))
      .map((name) => `${folder}/${name}`),
  );
  const sources = [...paths.map(readSource), waterfall].map((source) => edited(source, edits));
  const policies = await linkPolicies(sources);
  const { module } = policies.lower(waterfall.path);
  const day = parseDate('2023-06-01');
  if (!module || day === undefined) throw new Error('the waterfall does not compile');
  const dates = governingDates(module).map((date) => [date, day] as const);
  const { program } = bind(module, { dates: Object.fromEntries(dates) });
  if (!program) throw new Error('the waterfall is not in force');
  return program;
}

function edited(source: Source, edits: readonly Edit[]): Source {
  const own = edits.filter(({ path }) => path === source.path);
  const text = own.reduce((now, { from, to }) => {
    if (!now.includes(from)) throw new Error(`${source.path} does not say ${from}`);
    return now.replace(from, to);
  }, source.text);
  return { ...source, text };
}

type Pair = readonly [before: Program, after: Program];

const rounds = 3;

/** @param aim  seconds; the floor is four times as loose, for machines that are slower or busy */
function compareRow(id: string, what: string, pair: Pair, aim: number): Row {
  const times: number[] = [];
  let states = new Map<DifferenceState, number>();
  for (let round = 0; round < rounds; round += 1) {
    const before = cpuMillis();
    const { results } = compared(pair);
    times.push(cpuMillis() - before);
    states = new Map();
    for (const { state } of results) states.set(state, (states.get(state) ?? 0) + 1);
  }
  if (states.has('undecided')) throw new Error(`${id}: a result is undecided`);
  const counts = [...states].map(([state, count]) => `${count} ${state}`).join(', ');
  const limit = aim * 4000;
  return {
    id,
    what: `${what} (${counts})`,
    amount: median(times),
    floor: { of: 'amount', bound: 'at-most', limit, aim: aim * 1000 },
  };
}

function compared([before, after]: Pair): Behaviour {
  const run = compareBehaviour(before, after);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

const slices = 40;

/** What the person pays by what class A costs, everything else as in the case that the comparison found. */
function sliceRow(before: Program, after: Program): Row {
  const behaviour = compared([before, after]);
  const result = behaviour.results.find(({ name }) => name === '个人负担');
  const [example] = result?.regions.flatMap(({ examples }) => examples) ?? [];
  if (!result || !example) throw new Error('the person pays the same');
  const slicing = openSlicing(behaviour);
  const input = 'national.common/结算.甲类费用';
  const question = { ...example, input, result };
  const times: number[] = [];
  for (let at = 0; at < slices; at += 1) {
    const start = cpuMillis();
    sliceOf(slicing, question);
    times.push(cpuMillis() - start);
  }
  return {
    id: 'compare-slice',
    what: 'a slice of the share of the person by one amount',
    amount: median(times),
    floor: { of: 'amount', bound: 'at-most', limit: 80, aim: 20 },
  };
}
