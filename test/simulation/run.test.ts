import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rational } from '@tiaoli/base';
import type { Program } from '@tiaoli/ir';
import type { SimulationResult } from '@tiaoli/simulation';
import { simulate } from '@tiaoli/simulation';
import type { Policies } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownPolicies, rulesBefore, SEED, scenarioOf, smallPopulation } from './run-fixture.ts';
import type { OwnFacts, Row } from './settle-slowly.ts';
import { rowsOf, settleSlowly, sumSlowly } from './settle-slowly.ts';

let place: string;
let policies: Policies;
let people: Awaited<ReturnType<typeof rowsOf>>;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'tiaoli-run-'));
  policies = await ownPolicies();
  await smallPopulation(join(place, 'people'));
  people = await rowsOf(join(place, 'people'));
}, 120_000);

afterAll(() => rm(place, { recursive: true, force: true }));

async function run(
  baseline: string,
  reforms: readonly string[],
  settings: Parameters<typeof simulate>[1] = {},
): Promise<SimulationResult> {
  const done = await simulate(
    {
      population: join(place, 'people'),
      baseline: scenarioOf(policies, baseline),
      reforms: reforms.map((each) => scenarioOf(policies, each)),
      before: rulesBefore(policies),
    },
    { workers: 1, ...settings },
  );
  if (done.kind !== 'done') throw new Error(JSON.stringify(done));
  return done.result;
}

/** Fen times ten-thousandths as the yuan that a result prints. */
function yuan(sum: bigint): string {
  const fen = (2n * sum + 10_000n) / 20_000n;
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
}

/** Of figures with up to two decimals, added exactly. */
function fen(text: string): bigint {
  const [whole = '', part = ''] = text.split('.');
  return BigInt(whole + part.padEnd(2, '0'));
}

function sumOf(texts: readonly string[]): bigint {
  return texts.reduce((sum, text) => sum + fen(text), 0n);
}

/** Each printed figure is rounded by itself, people to a tenth: a dozen of them may be out by as many halves. */
function expectNear(found: bigint, wanted: bigint, name: string): void {
  const off = found > wanted ? found - wanted : wanted - found;
  expect(Number(off), `${name}: ${found}, ${wanted}`).toBeLessThanOrEqual(60);
}

describe(`a run (seed ${SEED})`, () => {
  const illness = 'shandong.resident-critical-illness';

  it('comes to what the interpreter comes to, claim by claim, to the fen in every total', async () => {
    const [old, now] = [`${illness}@2019-01-01`, `${illness}@2023-01-01`];
    const result = await run(old, [now]);
    expect(result.identity.options.scheme).toBe('resident');
    const residents = people.filter(([first]) => first?.scheme === 'resident');
    const borne = borneOfBasic(residents);
    const own = (row: Row) => [
      [`${illness}/结算.大病合规自付`, rational(borne.get(String(row.claim_id)) ?? 0n)] as const,
    ];
    for (const [key, version] of [
      ['baseline', old],
      ['reform-1', now],
    ] as const) {
      expectSame(result.totals[key], scenarioOf(policies, version).program, residents, own);
    }
    const [reform] = result.reforms;
    expect(reform?.byLayer.map(({ layer }) => layer)).toEqual(['大病保险']);
    expect(reform?.verdict.fund.baseline.value).toBe(result.totals.baseline?.大病保险);
    expect(reform?.verdict.person.reform.value).toBe(result.totals['reform-1']?.个人负担);
  }, 120_000);

  it('comes to what the interpreter comes to under rules of many layers', async () => {
    const reference = 'shandong.simulation-reference';
    const result = await run(reference, []);
    expect(Object.keys(result.totals.baseline ?? {}).length).toBeGreaterThan(25);
    expectSame(result.totals.baseline, scenarioOf(policies, reference).program, people);
  }, 120_000);

  it('is the same, byte by byte, with two processes and with short calls, and by itself', async () => {
    const [old, ...reforms] = [2017, 2019, 2023].map((year) => `${illness}@${year}-01-01`);
    const one = await run(old ?? '', reforms);
    expect(await run(old ?? '', reforms, { workers: 2 })).toEqual(one);
    expect(await run(old ?? '', reforms, { rowsPerCall: 300 })).toEqual(one);
    const alone = await run(old ?? '', reforms.slice(1));
    const { scenario: _, ...second } = one.reforms[1] ?? {};
    expect(alone.reforms[0]).toMatchObject(second);
    expect(alone.identity.id).not.toBe(one.identity.id);
  }, 120_000);

  it('adds up: layers, groups, classes, better and worse', async () => {
    const result = await run('taiyuan.employee-outpatient@2023-01-01', [
      'taiyuan.employee-outpatient@2024-07-01',
    ]);
    expect(result.identity.options).toMatchObject({ scheme: 'employee', city: 'all' });
    const [reform] = result.reforms;
    if (!reform) throw new Error('no reform');
    const { fund, person, better, worse, same } = reform.verdict;
    expect(fen(fund.change.value) + fen(person.change.value)).toBe(0n);
    expect(sumOf(reform.byLayer.map(({ amount }) => amount.reform.value))).toBe(
      fen(fund.reform.value),
    );
    const people = fen(result.population.weighted);
    expectNear(sumOf([better.people.value, worse.people.value, same.value]), people, 'people');
    const moved = sumOf([better.amount.value, worse.amount.value]);
    expectNear(moved, -fen(person.change.value), 'moved');
    for (const { by, rows } of reform.groups) {
      const shown = rows.filter((row) => row.kind === 'shown');
      if (shown.length < rows.length) continue;
      expectNear(sumOf(shown.map((row) => row.fund.change.value)), fen(fund.change.value), by);
      expectNear(sumOf(shown.map((row) => row.persons.value)), people, by);
      for (const { name, classes, persons } of shown) {
        expectNear(sumOf(classes), fen(persons.value), name);
      }
    }
    expect(fund.change.error).toBeGreaterThan(0);
  }, 120_000);

  /** What basic insurance leaves to a person in scope, by claim; worked out another way than in the run. */
  function borneOfBasic(those: typeof people): ReadonlyMap<string, bigint> {
    const { program } = scenarioOf(policies, 'national.simulation-reference');
    const id = (name: string): string => `national.simulation-reference/${name}`;
    const parts = [
      ...['住院统筹.起付', '住院统筹.比例自付', '住院统筹.超封顶'].map(id),
      ...['慢特病统筹.比例自付', '慢特病统筹.超封顶'].map(id),
    ];
    const borne = new Map<string, bigint>();
    settleSlowly(program, those, (row, fen) => {
      borne.set(
        String(row.claim_id),
        parts.map(fen).reduce((sum, part) => sum + part, 0n),
      );
    });
    return borne;
  }

  /** Every total, but that of claims that the policy does not know is not asked for here. */
  function expectSame(
    totals: Readonly<Record<string, string>> = {},
    program: Program,
    those: typeof people,
    own?: OwnFacts,
  ): void {
    const named = Object.keys(totals)
      .filter((name) => name !== '总额')
      .map((name) => [name, idOf(program, name)] as const);
    const wanted = named.map(([, id]) => id);
    const sums = sumSlowly(program, those, wanted, own);
    for (const [name, id] of named) expect(totals[name], name).toBe(yuan(sums.get(id) ?? 0n));
  }
});

function idOf({ definitions, document }: Program, name: string): string {
  const found = definitions.filter((each) => each.name === name && each.visibility === 'result');
  return (found.find(({ id }) => id.startsWith(`${document}/`)) ?? found[0])?.id ?? name;
}
