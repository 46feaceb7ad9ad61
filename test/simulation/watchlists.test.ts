import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rational } from '@tiaoli/base';
import { programOf, settableValues, sideWithValue } from '@tiaoli/diff';
import type { Scenario, StudyRequest, WatchlistChange, WhatIf } from '@tiaoli/simulation';
import { runStudy } from '@tiaoli/simulation';
import type { Policies } from '@tiaoli/workspace';
import { findWatchlists } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownPolicies, rulesBefore, SEED, scenarioOf, smallPopulation } from './run-fixture.ts';
import type { Row } from './settle-slowly.ts';
import { rowsOf, settleSlowly } from './settle-slowly.ts';

const illness = 'shandong.resident-critical-illness';
const [old, now] = [`${illness}@2019-01-01`, `${illness}@2023-01-01`];
const thresholds = ['省居民人均可支配收入=2万元', '普通监测线=60%', '边缘监测线=30%'];

let place: string;
let policies: Policies;
let people: Awaited<ReturnType<typeof rowsOf>>;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'tiaoli-lists-'));
  policies = await ownPolicies();
  await smallPopulation(join(place, 'people'), 6_000);
  people = await rowsOf(join(place, 'people'));
}, 120_000);

afterAll(() => rm(place, { recursive: true, force: true }));

type Asked = Partial<StudyRequest> & { readonly whatIf?: WhatIf };

async function run(asked: Asked, workers = 1) {
  const request: StudyRequest = {
    population: join(place, 'people'),
    baseline: scenarioOf(policies, old),
    reforms: [scenarioOf(policies, now)],
    before: rulesBefore(policies),
    lists: findWatchlists({ policies, reference: old }),
    leastPersons: 1,
    ...asked,
  };
  return runStudy(request, { workers });
}

async function listOf(asked: Asked, workers?: number) {
  const done = await run(asked, workers);
  if (done.kind !== 'done') throw new Error(JSON.stringify(done));
  const [list, ...others] = done.result.reforms[0]?.watchlists ?? [];
  if (!list) throw new Error('no list');
  expect(others).toEqual([]);
  return { list, result: done.result };
}

/** Somebody of the sample, with what each claim leaves to them: days since 1970, fen. */
interface Borne {
  readonly category: string;
  readonly weight: bigint;
  readonly claims: { readonly date: string; readonly fen: bigint }[];
}

/** What every resident bears behind critical illness, claim by claim by the interpreter. */
function borneUnder(reference: string): ReadonlyMap<string, Borne> {
  const basic = scenarioOf(policies, 'national.simulation-reference').program;
  const id = (name: string) => `national.simulation-reference/${name}`;
  const parts = [
    '住院统筹.起付',
    '住院统筹.比例自付',
    '住院统筹.超封顶',
    '慢特病统筹.比例自付',
    '慢特病统筹.超封顶',
  ];
  const entering = new Map<string, bigint>();
  const residents = people.filter(([first]) => first?.scheme === 'resident');
  settleSlowly(basic, residents, (row, fen) => {
    const sum = parts.reduce((all, part) => all + fen(id(part)), 0n);
    entering.set(String(row.claim_id), sum);
  });
  const borne = new Map<string, Borne>();
  const own = (row: Row) => [
    [`${illness}/结算.大病合规自付`, rational(entering.get(String(row.claim_id)) ?? 0n)] as const,
  ];
  settleSlowly(
    scenarioOf(policies, reference).program,
    residents,
    (row, fen) => {
      const pid = String(row.pid);
      const person = borne.get(pid) ?? {
        ...{ category: String(row.category), weight: BigInt(row.weight ?? 0), claims: [] },
      };
      const left = ['大病保险.起付', '大病保险.比例自付', '大病保险.超封顶']
        .map((part) => fen(`${illness}/${part}`))
        .reduce((sum, each) => sum + each, 0n);
      person.claims.push({ date: String(row.settle_date), fen: left });
      borne.set(pid, person);
    },
    own,
  );
  return borne;
}

/** Reckoned by hand: the sum of the year at the end of each month, held against the line of the category. */
function isListed({ category, claims }: Borne): boolean {
  const line = lines[category];
  if (line === undefined) return false;
  return Array.from({ length: 12 }, (_, at) => `-${String(at + 1).padStart(2, '0')}-99`).some(
    (end) =>
      claims.filter(({ date }) => date.slice(4) <= end).reduce((sum, { fen }) => sum + fen, 0n) >
      line,
  );
}

/** 2万元 × 60%, × 30%, in fen; others are on no list of this document. */
const lines: Readonly<Record<string, bigint>> = {
  ordinary: 1_200_000n,
  low_income_edge: 600_000n,
  monitored: 600_000n,
};

function peopleText(weights: readonly bigint[]): string {
  const tenths = (2n * weights.reduce((sum, each) => sum + each, 0n) + 1000n) / 2000n;
  return `${tenths / 10n}.${tenths % 10n}`;
}

function shown(list: WatchlistChange) {
  if (list.kind !== 'counted') throw new Error(JSON.stringify(list));
  return list.rows.map((row) =>
    row.kind === 'shown'
      ? [row.name, row.baseline.value, row.reform.value, row.newly.value, row.cleared.value]
      : [row.name],
  );
}

describe(`an early-warning list (seed ${SEED})`, () => {
  it('has the people whose months are above the line, by category, to the person', async () => {
    const { list, result } = await listOf({ whatIf: { thresholds } });
    const [before, after] = [borneUnder(old), borneUnder(now)];
    const all = [...before].map(([pid, person]) => {
      const later = after.get(pid);
      return { ...person, was: isListed(person), is: later !== undefined && isListed(later) };
    });
    const rowFor = (name: string, those: typeof all) => {
      const sum = (test: (each: (typeof all)[number]) => boolean) =>
        peopleText(those.filter(test).map(({ weight }) => weight));
      return [
        name,
        ...[sum(({ was }) => was), sum(({ is }) => is)],
        ...[sum(({ was, is }) => is && !was), sum(({ was, is }) => was && !is)],
      ];
    };
    const there = Object.keys(lines).filter((name) =>
      all.some(({ category, was, is }) => category === name && (was || is)),
    );
    expect(there).toContain('ordinary');
    expect(all.filter(({ was, is }) => is && !was).length).toBeGreaterThan(0);
    const rows = shown(list);
    expect(rows[0]).toEqual(rowFor('all', all));
    const own = there.map((name) =>
      rowFor(
        name,
        all.filter(({ category }) => category === name),
      ),
    );
    expect(rows.slice(1).toSorted()).toEqual(own.toSorted());
    const told = result.assumptions.map(({ zh }) => zh).join('');
    for (const each of thresholds) expect(told).toContain(each);
  }, 120_000);

  it('is the same with two processes; without numbers it says which are missing', async () => {
    const { list } = await listOf({ whatIf: { thresholds } });
    expect((await listOf({ whatIf: { thresholds } }, 2)).list).toEqual(list);
    const bare = await listOf({});
    expect(bare.list).toMatchObject({ kind: 'not-counted', name: '因病致贫返贫预警' });
    expect(JSON.stringify(bare.list)).toContain('资料没有写明省居民人均可支配收入');
    const half = await listOf({ whatIf: { thresholds: thresholds.slice(0, 2) } });
    expect(half.list.kind).toBe('not-counted');
    expect(JSON.stringify(half.list)).not.toContain('资料没有写明省居民人均可支配收入');
    expect(half.result.identity.id).not.toBe(bare.result.identity.id);
  }, 120_000);

  it('tells nothing of a few', async () => {
    const { list } = await listOf({ whatIf: { thresholds }, leastPersons: 100_000 });
    if (list.kind !== 'counted') throw new Error('not counted');
    expect(new Set(list.rows.map(({ kind }) => kind))).toEqual(new Set(['suppressed']));
    expect(JSON.stringify(list)).not.toMatch(/"value":"\d+\.\d"/u);
  }, 120_000);

  it.each([
    ['不存在=5', '省居民人均可支配收入、边缘监测线、普通监测线'],
    ['普通监测线=50元', '比例写百分数'],
    ['普通监测线=-5%', '大于零'],
    ['普通监测线=0%', '大于零'],
    ['普通监测线=50', '比例写百分数'],
    ['普通监测线', '读不懂'],
  ])('refuses %s', async (written, wanted) => {
    const refused = await run({ whatIf: { thresholds: [written] } });
    if (refused.kind !== 'refused') throw new Error(refused.kind);
    expect(refused.diagnostics.map(({ code }) => code)).toEqual(['whatif-threshold']);
    expect(refused.diagnostics[0]?.message.zh).toContain(wanted);
  });

  it('looks at whole months before, and at a list of the version itself', async () => {
    const baseline = scenarioOf(policies, 'pattern.shape-53');
    const { edited } = baseline;
    const [value] = edited ? settableValues(edited, '普通监测线') : [];
    const side = edited && value && sideWithValue(edited, value, '1/2');
    const program = side && programOf(side);
    if (!side || !program) throw new Error('no such program');
    const reform: Scenario = { ...baseline, edited: side, program };
    const { list } = await listOf({ baseline, reforms: [reform], lists: [] });
    const paid = new Map<string, Borne>();
    settleSlowly(baseline.program, people, (row, fen) => {
      const person = paid.get(String(row.pid)) ?? {
        ...{ category: String(row.category), weight: BigInt(row.weight ?? 0), claims: [] },
      };
      const left = fen('pattern.shape-53/大病保险.政策内余额');
      person.claims.push({ date: String(row.settle_date), fen: left });
      paid.set(String(row.pid), person);
    });
    const rows = shown(list);
    const count = (line: Readonly<Record<string, bigint>>) =>
      peopleText(
        [...paid.values()]
          // All claims are of one year, so what counts in January is all of them.
          .filter(({ category, claims }) => {
            const sum = claims.reduce((all, { fen }) => all + fen, 0n);
            const own = line[category];
            return own !== undefined && sum > own;
          })
          .map(({ weight }) => weight),
      );
    // The rules are those of the day of the version: the income is that of 2021.
    const edge = { low_income_edge: 1_000_000n, monitored: 1_000_000n };
    const [all = []] = rows;
    expect(all.slice(0, 3)).toEqual([
      'all',
      count({ ...edge, ordinary: 2_000_000n }),
      count({ ...edge, ordinary: 1_000_000n }),
    ]);
    expect(all[1]).not.toBe(all[2]);
  }, 120_000);
});
