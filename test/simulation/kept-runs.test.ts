import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunTask, SimulationEnd } from '../../apps/web/src/jobs/simulation-jobs.ts';
import { startSimulation } from '../../apps/web/src/jobs/start-simulation.ts';
import { ownPolicies, scenarioOf, smallPopulation } from './run-fixture.ts';

// The process in which the workbench runs, begun anew as after a restart of the server.

test('a run is found again by a process that comes later, without being made again', async () => {
  const place = await mkdtemp(join(tmpdir(), 'tiaoli-kept-'));
  try {
    const cacheFolder = join(place, '.runs');
    const { root } = await smallPopulation(join(place, 'people'));
    const first = await endOf(await taskOf(join(place, 'people'), root), cacheFolder);
    const [parts, made] = first;
    expect(parts).toEqual([0, 1, 2]);
    expect(await readdir(cacheFolder)).toHaveLength(1);
    const [again, found] = await endOf(await taskOf(join(place, 'people'), root), cacheFolder);
    expect(again).toEqual([]);
    if (made.kind !== 'done' || found.kind !== 'done') throw new Error(JSON.stringify(found));
    expect(found.result).toEqual(made.result);
  } finally {
    await rm(place, { recursive: true });
  }
}, 120_000);

async function taskOf(population: string, root: string): Promise<RunTask> {
  const policies = await ownPolicies();
  const side = { document: 'd', file: 'f', on: '2024-07-01' };
  const versions = ['2023-01-01', '2024-07-01'] as const;
  const [baseline, reform] = versions.map((day) =>
    scenarioOf(policies, `taiyuan.employee-outpatient@${day}`),
  );
  if (!baseline || !reform) throw new Error('no versions');
  const request = { population, baseline, reforms: [reform] };
  return { kind: 'run', root, request, sides: [side, side], effort: { scans: 1, steps: 1 } };
}

function endOf(task: RunTask, cacheFolder: string): Promise<[number[], SimulationEnd]> {
  const parts: number[] = [];
  return new Promise((done) => {
    const ears = {
      progress: (told: { readonly done: number }) => parts.push(told.done),
      ended: (end: SimulationEnd) => done([parts, end]),
    };
    startSimulation({ task, cacheFolder }, ears);
  });
}
