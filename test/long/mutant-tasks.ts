import { posix } from 'node:path';
import type { Policies } from '@tiaoli/workspace';
import { realPolicies } from '@tiaoli/workspace/testing';
import { allCellEdits, openShipped, tryCell, tryRows } from '../mutants/cell-trials.ts';
import { tryCounting } from '../mutants/count-trials.ts';
import type { Mutant } from '../mutants/edit-text.ts';
import { breachesOf } from '../mutants/tally-trials.ts';
import { allMutants, bandMutants, isLong, tryMutants } from '../mutants/try-mutants.ts';
import type { LongReport, LongTask } from './long-task.ts';
import { sumCounts } from './long-task.ts';

const options = { seed: 20_260_702, persons: 20_000 };

/** Where one comparison takes minutes, a piece has so many of them: cores share a document, and a run that is stopped loses less. */
const mostOfLong = 4;

/** Every edit of every document, every accumulator of it that counts otherwise, and every cell of the catalogues. */
export async function mutantTasks(): Promise<readonly LongTask[]> {
  const policies = await realPolicies();
  const mutants = Map.groupBy(mutantsOf(policies), ({ path }) => path);
  const cells = Map.groupBy(allCellEdits(), ({ path }) => path);
  return [
    ...[...mutants].flatMap(([path, own]) => documentTasks(path, own.length)),
    ...[...cells.keys()].map((path) => ({
      name: `cells/${pieceOf(path)}`,
      run: (tell: Tell) => tryCells(path, tell),
    })),
  ];
}

function mutantsOf(policies: Policies): readonly Mutant[] {
  return [...allMutants(policies), ...bandMutants(policies)];
}

function documentTasks(path: string, count: number): readonly LongTask[] {
  const name = `mutants/${pieceOf(path)}`;
  const counting = async (tell: Tell) => countOtherwise(path, await realPolicies(), tell);
  if (!isLong({ path })) {
    const run = async (tell: Tell) =>
      joinReports([await tryDocument(path, tell), await counting(tell)]);
    return [{ name, run }];
  }
  const starts = Array.from({ length: Math.ceil(count / mostOfLong) }, (_, at) => at * mostOfLong);
  return [
    ...starts.map((start) => ({
      name: `${name}.${start + 1}`,
      run: (tell: Tell) => tryDocument(path, tell, [start, start + mostOfLong]),
    })),
    { name: `${name}.counting`, run: counting },
  ];
}

type Tell = (line: string) => void;

function pieceOf(path: string): string {
  return posix.relative('policies', path).replaceAll('/', '.');
}

async function tryDocument(
  path: string,
  tell: Tell,
  [start, end]: readonly [number, number?] = [0],
): Promise<LongReport> {
  const policies = await realPolicies();
  const own = mutantsOf(policies).filter((mutant) => mutant.path === path);
  const reports: LongReport[] = [];
  for await (const trial of tryMutants(policies, own.slice(start, end), options)) {
    const { mutant, fate, bare, claims } = trial;
    const place = `${path}:${mutant.line} ${mutant.from} → ${mutant.to}`;
    const broken = [
      ...breachesOf([trial]),
      ...bare.map((name) => `${place}: ${name}: told as changed, and no case`),
    ];
    tell(`${place}: ${fate}`);
    reports.push({ counts: { mutants: 1, [fate]: 1, claims }, broken });
  }
  return joinReports(reports);
}

function countOtherwise(path: string, policies: Policies, tell: Tell): LongReport {
  const kinds = ['one-more', 'nothing'] as const;
  const reports: LongReport[] = [];
  for (const trial of tryCounting(policies, path, { ...options, kinds })) {
    const { kind, name, fate, claims } = trial;
    const place = `${path} ${name} counts ${kind}`;
    const broken = [
      ...(fate === 'wrong' ? [`${place}: ${fate}`] : []),
      ...trial.broken.map(({ result, said, found }) => `${place}: ${result}: ${said}, ${found}`),
    ];
    tell(`${place}: ${fate}`);
    reports.push({ counts: { accumulators: 1, [`accumulator ${fate}`]: 1, claims }, broken });
  }
  return joinReports(reports);
}

async function tryCells(path: string, tell: Tell): Promise<LongReport> {
  const shipped = await openShipped();
  const reports: LongReport[] = [];
  for (const edit of allCellEdits().filter((each) => each.path === path)) {
    const place = `${path}:${edit.line} ${edit.from} → ${edit.to}`;
    const { fate } = await tryCell(shipped, edit);
    const rows = fate === 'told' ? (await tryRows(shipped, edit)).broken : [];
    const broken = [
      ...(fate === 'not-told' ? [`${place}: ${fate}`] : []),
      ...rows.map((name) => `${place}: ${name} is said to be the same`),
    ];
    tell(`${place}: ${fate}`);
    reports.push({ counts: { cells: 1, [`cell ${fate}`]: 1 }, broken });
  }
  return joinReports(reports);
}

function joinReports(reports: readonly LongReport[]): LongReport {
  return { counts: sumCounts(reports), broken: reports.flatMap(({ broken }) => broken) };
}
