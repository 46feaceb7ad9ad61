import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDate } from '@tiaoli/base';
import type { SimulationResult, StudyRequest } from '@tiaoli/simulation';
import { movableValues, runStudy, simulate, studyWork } from '@tiaoli/simulation';
import type { Policies } from '@tiaoli/workspace';
import { openSettler, readJson, resolveReference, settleCase } from '@tiaoli/workspace';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pairs, policiesWith } from '../diff/changes-by-hand.ts';
import { ownPolicies, rulesBefore, SEED, scenarioOf, smallPopulation } from './run-fixture.ts';

// What a run is asked beyond two versions, on a small population.

let place: string;
let policies: Policies;
let illness: SimulationResult;

const [outpatientPair, illnessPair] = pairs;
const accounts = `城市,年收入,年初结余
济南市,100000,200000
青岛市,0,0
`;

const asked = {
  sweeps: ['大病起付=10000..16000/2000'],
  solve: { parameter: '大病起付=9000..20000/100', target: 'ratio=5%' },
  accounts: { text: accounts, file: 'accounts.csv' },
};

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'tiaoli-study-'));
  policies = await ownPolicies();
  await smallPopulation(join(place, 'people'));
  illness = await study(illnessPair, { whatIf: asked });
}, 300_000);

afterAll(() => rm(place, { recursive: true, force: true }));

type Pair = (typeof pairs)[number] | undefined;

function requestOf(pair: Pair, more: Partial<StudyRequest> = {}): StudyRequest {
  const [old, now] = pair?.days ?? [];
  return {
    population: join(place, 'people'),
    baseline: scenarioOf(policies, `${pair?.id}@${old}`),
    reforms: [scenarioOf(policies, `${pair?.id}@${now}`)],
    before: rulesBefore(policies),
    ...more,
  };
}

async function study(pair: Pair, more: Partial<StudyRequest> = {}, workers = 1) {
  const done = await runStudy(requestOf(pair, more), { workers });
  if (done.kind !== 'done') throw new Error(JSON.stringify(done));
  return done.result;
}

function fen(text: string | undefined): number {
  return Math.round(Number(text) * 100);
}

test(`each bar is a run of the document in which that change was made by hand (seed ${SEED})`, async () => {
  for (const pair of [outpatientPair, illnessPair]) {
    const { reforms } = pair === illnessPair ? illness : await study(pair);
    const { bars = [], interaction, total } = reforms[0]?.byChange ?? {};
    const byHand = Object.entries(pair?.bars ?? {});
    expect(bars).toHaveLength(byHand.length);
    const edited = await Promise.all(
      byHand.map(([, edits]) => policiesWith(pair?.path ?? '', edits)),
    );
    const documents = edited.map((each) => scenarioOf(each, `${pair?.id}@${pair?.days[0]}`));
    const done = await simulate({ ...requestOf(pair), reforms: documents }, { workers: 1 });
    if (done.kind !== 'done') throw new Error(JSON.stringify(done));
    byHand.forEach(([name], at) => {
      const bar = bars.find((each) => each.name.zh.includes(name));
      const alone = done.result.reforms[at]?.verdict;
      expect(bar?.fund, name).toEqual(alone?.fund.change);
      expect(bar?.person, name).toEqual(alone?.person.change);
    });
    const sum = bars.reduce((all, bar) => all + fen(bar.fund.value), 0);
    expect(sum + fen(interaction?.value)).toBe(fen(total?.value));
    expect(total).toEqual(reforms[0]?.verdict.fund.change);
  }
});

test('a sweep holds both versions, and falls as the deductible rises', () => {
  const [sweep] = illness.reforms[0]?.sweeps ?? [];
  expect(sweep?.points.map(({ value }) => value)).toEqual([
    ...['10000.00', '12000.00', '14000.00', '16000.00'],
  ]);
  const proposed = sweep?.points.find(({ isProposed }) => isProposed);
  const before = sweep?.points.find(({ isBaseline }) => isBaseline);
  expect(proposed?.value).toBe('14000.00');
  expect(before?.value).toBe('10000.00');
  const funds = sweep?.points.map(({ fund }) => fen(fund.value)) ?? [];
  expect(funds).toEqual(funds.toSorted((left, right) => right - left));
  expect(new Set(funds).size).toBe(funds.length);
});

test('the value that comes nearest to a ratio', async () => {
  const [solution] = illness.reforms[0]?.solutions ?? [];
  expect(solution?.outcome).toBe('found');
  const value = Number(solution?.nearest?.value);
  const whatIf = { sweeps: [`大病起付=${value - 100}..${value + 100}/100`] };
  const [sweep] = (await study(illnessPair, { whatIf })).reforms[0]?.sweeps ?? [];
  const ratios = sweep?.points.map((point) => point.ratios.find(({ kind }) => kind === 'actual'));
  const [below = 0, at = 0, above = 0] = ratios?.map((ratio) => ratio?.value ?? 0) ?? [];
  expect(Math.abs(at - 0.05)).toBeLessThanOrEqual(Math.abs(below - 0.05));
  expect(Math.abs(at - 0.05)).toBeLessThanOrEqual(Math.abs(above - 0.05));
  expect(solution?.nearest?.ratios.find(({ kind }) => kind === 'actual')?.value).toBe(at);
});

test('the numbers that may be moved, and how much there is to do', () => {
  const reform = scenarioOf(policies, `${illnessPair?.id}@${illnessPair?.days[1]}`);
  const values = reform.edited ? movableValues(reform.edited) : [];
  expect(values.find(({ name }) => name === '大病起付')).toEqual({
    ...{ name: '大病起付', unit: 'money', current: '14000' },
    range: { low: '9000', high: '19000', step: '1000' },
  });
  for (const { name, range } of values) {
    const sweeps = [`${name}=${range.low}..${range.high}/${range.step}`];
    expect(studyWork(requestOf(illnessPair, { whatIf: { sweeps } })).kind, name).toBe('work');
  }
  const changes = illness.reforms[0]?.byChange?.bars.length ?? 0;
  const work = studyWork(requestOf(illnessPair, { whatIf: { sweeps: asked.sweeps } }));
  expect(work).toEqual({ kind: 'work', scans: 1, programs: 2 + changes + 4 });
  const all = studyWork(requestOf(illnessPair, { whatIf: { ...asked, sensitivity: true } }));
  expect(all).toMatchObject({ scans: 1 + 6 + 3 });
  expect(studyWork(requestOf(illnessPair, { whatIf: { sweeps: ['无=1..2/1'] } })).kind).toBe(
    'refused',
  );
});

test('accounts of the cities that have some: balance, months', () => {
  const cities = illness.reforms[0]?.cities ?? [];
  const city = cities.find((each) => each.city === '济南市');
  const { balance } = city ?? {};
  for (const side of ['baseline', 'reform'] as const) {
    const left = fen('100000') - fen(city?.fund[side].value);
    expect(fen(balance?.before[side].value)).toBe(left);
    const reserve = fen('200000') + left + fen(balance?.adjustment[side].value);
    const months = (12 * reserve) / fen(city?.fund[side].value);
    expect(balance?.reserveMonths[side]).toBeCloseTo(Math.trunc(months * 100) / 100, 5);
  }
  expect(fen(balance?.before.change.value)).toBe(-fen(city?.fund.change.value));
  expect(cities.filter((each) => each.balance).length).toBeLessThanOrEqual(2);
});

test('what must not be overlooked: groups that lose, a city below zero, the person who loses most', () => {
  const [reform] = illness.reforms;
  const flags = reform?.verdict.flags ?? [];
  const losing = (reform?.groups ?? [])
    .filter(({ by }) => by === 'category' || by === 'income')
    .flatMap(({ rows }) => rows)
    .filter(
      (row) => row.kind === 'shown' && Number(row.worse.value) >= Number(row.persons.value) / 20,
    )
    .map(({ name }) => name);
  const of = (kind: string): readonly string[] =>
    flags.filter((flag) => flag.kind === kind).map(({ name }) => name);
  expect(of('group-loses')).toEqual(losing);
  // It receives nothing, and pays.
  expect(of('city-deficit')).toContain('青岛市');
  const most = reform?.cases.find(({ kind }) => kind === 'loss');
  expect(flags.at(-1)).toEqual({
    kind: 'person-loses-most',
    name: most?.name,
    amount: ((fen(most?.reform) - fen(most?.baseline)) / 100).toFixed(2),
  });
});

test('whoever is shown bears what the case settles to, on both sides', () => {
  const cases = illness.reforms[0]?.cases ?? [];
  expect(cases.filter(({ kind }) => kind === 'typical').length).toBeGreaterThan(0);
  const losses = cases.filter(({ kind }) => kind === 'loss');
  const lost = losses.map(({ baseline, reform }) => fen(reform) - fen(baseline));
  expect(lost).toEqual(lost.toSorted((left, right) => right - left));
  expect(losses.every(({ layers }) => layers.length > 0)).toBe(true);
  for (const { case: encoded, baseline, reform, layers } of [
    ...cases.slice(0, 8),
    ...losses.slice(0, 4),
  ]) {
    expect(yearOf(encoded, illnessPair?.days[0], '个人负担')).toBe(fen(baseline));
    expect(yearOf(encoded, illnessPair?.days[1], '个人负担')).toBe(fen(reform));
    for (const { layer, ...paid } of layers) {
      expect(yearOf(encoded, illnessPair?.days[0], layer), layer).toBe(fen(paid.baseline));
      expect(yearOf(encoded, illnessPair?.days[1], layer), layer).toBe(fen(paid.reform));
    }
  }
});

/** Fen of an amount in the year, as `calc --on` settles the claims. */
function yearOf(encoded: unknown, day = '', name: string): number {
  const reference = resolveReference(policies, illnessPair?.id ?? '').reference;
  const on = parseDate(day);
  if (!reference || on === undefined) throw new Error('no such document');
  const { settler } = openSettler(policies, reference, { on });
  const [node] = readJson('case.json', JSON.stringify(encoded)).values;
  if (!settler || !node) throw new Error('no case');
  const settled = settleCase(settler, node, { language: 'zh' });
  if (settled.kind !== 'settled') throw new Error(JSON.stringify(settled));
  const { result } = settled;
  return result.claims.reduce((sum, claim) => {
    const value = claim.outputs[name]?.value;
    return sum + fen(typeof value === 'string' ? value : undefined);
  }, 0);
}

test('nothing changed: proved, and how many claims the change had to do with', async () => {
  const edits = [['自 2019-01-01 = 1万元', '自 2019-01-01 = 10000元']] as const;
  const edited = await policiesWith(illnessPair?.path ?? '', edits);
  const same = scenarioOf(edited, `${illnessPair?.id}@2019-01-01`);
  const alone = await policiesWith(illnessPair?.path ?? '', []);
  const baseline = scenarioOf(alone, `${illnessPair?.id}@2019-01-01`);
  const result = await study(illnessPair, { baseline, reforms: [same] });
  expect(result.reforms[0]?.nothingChanged).toEqual({ isProved: true, reach: [] });
  // A cap that nobody of a small population comes near.
  const cap = [['自 2019-01-01 = 40万元', '自 2019-01-01 = 50万元']] as const;
  const capped = await policiesWith(illnessPair?.path ?? '', cap);
  const higher = scenarioOf(capped, `${illnessPair?.id}@2019-01-01`);
  const [reform] = (await study(illnessPair, { baseline, reforms: [higher] })).reforms;
  expect(reform?.nothingChanged?.isProved).toBe(false);
  expect(reform?.nothingChanged?.reach[0]?.claims).toBeGreaterThan(1000);
});

test('the same bars and people with two processes', async () => {
  const [other] = (await study(illnessPair, {}, 2)).reforms;
  expect(other?.byChange).toEqual(illness.reforms[0]?.byChange);
  expect(other?.cases).toEqual(illness.reforms[0]?.cases);
});

test('accounts of a city that the population does not have are refused before any claim is run', async () => {
  const buckets: number[] = [];
  const text = '城市,年收入,年初结余\n太原市,1,1\n济南市,1,1\n';
  const refused = await runStudy(
    requestOf(illnessPair, { whatIf: { accounts: { text, file: 'a.csv' } } }),
    { workers: 1, onProgress: (done) => buckets.push(done) },
  );
  if (refused.kind !== 'refused') throw new Error(refused.kind);
  expect(refused.diagnostics.map(({ code }) => code)).toEqual(['whatif-cities']);
  expect(refused.diagnostics[0]?.message.zh).toContain('太原市');
  expect(refused.diagnostics[0]?.message.zh).not.toContain('济南市');
  expect(buckets).toEqual([]);
});

test.each([
  [{ sweeps: ['起付=1..2/1'] }, 'whatif-grid'],
  [{ sweeps: ['大病比例=1%..2%/1%'] }, 'whatif-grid'],
  [{ solve: { parameter: '大病起付', target: 'deficit=0' } }, 'whatif-target'],
  [{ accounts: { text: '城市,年收入\n济南市,1', file: 'a.csv' } }, 'whatif-accounts'],
])('%j is refused: %s', async (whatIf, code) => {
  const refused = await runStudy(requestOf(illnessPair, { whatIf }), { workers: 1 });
  expect(refused.kind === 'refused' && refused.diagnostics.map((each) => each.code)).toEqual([
    code,
  ]);
});
