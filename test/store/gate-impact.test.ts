import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openJobRunner } from '@tiaoli/jobs';
import { briefImpact } from '@tiaoli/reports';
import { simulate } from '@tiaoli/simulation';
import { storeOf } from '@tiaoli/store';
import type { GateReport, MeasuredImpact } from '@tiaoli/workspace';
import { askForCheck, reportOf } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ownPolicies, rulesBefore, scenarioOf } from '../simulation/run-fixture.ts';
import type { DatabaseUnderTest } from './databases.ts';
import { databaseKinds, startDatabase } from './databases.ts';
import { done } from './job-world.ts';
import type { RealWorld } from './real-policies.ts';
import { fillReal, proposeEdit } from './real-policies.ts';
import { as } from './world.ts';

/** Of both databases: the people of the first are those of the second. */
const populations = await mkdtemp(join(tmpdir(), 'tiaoli-samples-'));
afterAll(() => rm(populations, { recursive: true, force: true }));

const illness = 'shandong.resident-critical-illness';
const lowered = ['自 2023-01-01 = 14000元', '自 2023-01-01 = 12000元'] as const;

/** Exact, in fen. */
function fen(yuan: string): bigint {
  const [, sign = '', whole = '0', digits = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(yuan) ?? [];
  const value = BigInt(whole + digits.padEnd(6, '0'));
  return sign === '-' ? -value : value;
}

describe.each(databaseKinds)('%s', (kind) => {
  let under: DatabaseUnderTest;
  let world: RealWorld;

  beforeAll(async () => {
    under = await startDatabase(kind);
    world = await fillReal(storeOf(under.database));
  }, 600_000);
  afterAll(() => under.stop(), 60_000);

  async function checked(proposalId: string) {
    const { store, people } = world;
    const problems: string[] = [];
    const onProblem = (problem: string) => void problems.push(problem);
    const runner = openJobRunner({ store, populations, onProblem, paceMillis: 50 });
    onTestFinished(runner.close);
    const { id } = done(await askForCheck(store, people.reviewer, proposalId));
    for (;;) {
      const job = await as(store, people.reviewer, ({ jobs }) => jobs.find(id));
      if (job?.endedAt) {
        expect([job.state, job.problem]).toEqual(['done', undefined]);
        break;
      }
      await wait(100);
    }
    await runner.close();
    expect(problems).toEqual([]);
    const check = await as(store, people.reviewer, ({ gate }) => gate.newest(proposalId));
    const report = check && reportOf(check);
    if (!report) throw new Error('no report');
    return { hash: check.differenceHash, report };
  }

  function measured({ impact }: GateReport): MeasuredImpact {
    if (impact?.kind !== 'measured') throw new Error(JSON.stringify(impact));
    return impact;
  }

  test('what a text does to funds and people is measured on a sample that is made once', async () => {
    const id = await proposeEdit(world, illness, lowered);
    const first = await checked(id);
    const impact = measured(first.report);
    expect(impact).toMatchObject({ scheme: 'resident', city: 'all' });
    expect(impact.population).toMatchObject({ province: '山东省', preset: 'S', persons: 10_000 });
    expect(impact.population.illustrativeTargets.length).toBeGreaterThan(0);
    expect(impact.assumptions.length).toBeGreaterThan(0);
    const { fund, person, byLayer, better, worse } = impact;
    expect(fen(fund.change.value)).toBeGreaterThan(0n);
    expect(fen(person.change.value)).toBe(-fen(fund.change.value));
    expect(fund.change.error).toBeGreaterThan(0);
    const layers = byLayer.map(({ amount }) => fen(amount.reform.value));
    expect(layers.reduce((sum, each) => sum + each, 0n)).toBe(fen(fund.reform.value));
    expect([Number(better.people.value) > 0, Number(worse.people.value)]).toEqual([true, 0]);
    // The same people run by themselves, with the documents of the repository as they are and as they would be.
    const [name = ''] = await readdir(join(populations, '.gate'));
    expect(await readdir(join(populations, '.gate'))).toEqual([name]);
    const policies = await ownPolicies();
    const apart = await simulate({
      population: join(populations, '.gate', name),
      baseline: scenarioOf(policies, `${illness}@2027-01-01`),
      reforms: [scenarioOf(policies, `${illness}@2022-01-01`)],
      before: rulesBefore(policies),
    });
    if (apart.kind !== 'done') throw new Error(JSON.stringify(apart));
    expect(apart.result.population.root).toBe(impact.population.root);
    expect(apart.result.reforms[0]?.verdict.fund.baseline).toEqual(fund.baseline);
    // Found again, and the same: an approval goes on.
    const again = await checked(id);
    expect([again.hash, again.report]).toEqual([first.hash, first.report]);
    expect(await world.store.verify()).toEqual([]);
  }, 900_000);

  test('people whose claims could not be settled are never told to be unchanged', async () => {
    const { report } = await checked(
      await proposeEdit(world, 'shandong.assistance', [
        '参数 重点救助比例 别名 "keyRate"：比例 = 70%',
        '参数 重点救助比例 别名 "keyRate"：比例 = 80%',
      ]),
    );
    // The province leaves values to its cities that its own text does not have: nobody's assistance can be worked out by it.
    const impact = measured(report);
    expect(fen(impact.fund.change.value)).toBe(0n);
    expect(impact.assumptions.map(({ zh }) => zh).join('')).toContain('模拟用的山东省参照规则');
    const gaps = impact.notSettled.map(({ side, claims }) => [side, claims > 0]);
    expect(gaps).toContainEqual(['baseline', true]);
    expect(gaps).toContainEqual(['reform', true]);
    expect(impact.notSettled.map(({ reason }) => reason).join('')).toContain('未见');
    const brief = briefImpact(impact, 'zh');
    expect(brief.sentences.join('')).toContain('没有算成的，变不变不知道');
    expect(brief.warnings.join('')).toMatch(/现行 [\d,]+ 笔、草案 [\d,]+ 笔/);
    expect(briefImpact({ ...impact, notSettled: [] }, 'zh').warnings).toEqual([]);
  }, 900_000);

  test('what cannot be run says why in a sentence, and nothing is kept from going on by it', async () => {
    const { report } = await checked(
      await proposeEdit(world, 'shandong.handling-services', ['文件「', '// 改\n文件「']),
    );
    expect(report.impact).toEqual({
      kind: 'not-measured',
      reason: { zh: expect.stringMatching(/^没有测算：.*没有层序/), en: expect.any(String) },
    });
  }, 900_000);
});
