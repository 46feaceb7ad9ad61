import { programWithValue } from '@tiaoli/diff';
import type { ReformResult, SimulationResult, Verdict } from '../result/simulation-result.ts';
import type { Solution, SweepPoint } from '../result/whatif-result.ts';
import type { Scenario } from '../run/scenario.ts';
import type { Simulated } from '../run/simulate.ts';
import { simulate } from '../run/simulate.ts';
import type { ReadSolve } from './read-whatif.ts';
import { solveOnGrid } from './solve-on-grid.ts';
import type { Further } from './study.ts';
import { figureOf, settableBefore, sweepPoint, targetFigure, unitOf } from './sweep-points.ts';

/** Programs in one scan, and in all of them. */
export const AT_ONCE = 9;
const MOST_RUNS = 60;

/** The value of a number of the first reform at which a figure comes nearest to a target. */
export async function solveTargets(result: SimulationResult, further: Further): Promise<Simulated> {
  const { solve } = further.read;
  if (!solve) return { kind: 'done', result };
  const verdicts = new Map<number, Verdict>();
  const stopped: { by?: Simulated } = {};
  const { grid, target } = solve;
  const found = await solveOnGrid({
    ...{ points: grid.points.length, target: targetFigure(target) },
    ...{ atOnce: AT_ONCE, mostRuns: MOST_RUNS },
    evaluate: async (points) => {
      const done = await runPoints(points, solve, further);
      if (done.kind !== 'done') {
        stopped.by = done;
        return undefined;
      }
      done.result.reforms.forEach(({ verdict }, at) => {
        verdicts.set(points[at] ?? 0, verdict);
      });
      return done.result.reforms.map(({ verdict }) => figureOf(target, verdict));
    },
  });
  if (stopped.by) return stopped.by;
  const solution = solutionOf(solve, found, verdicts);
  const reforms = result.reforms.map(
    (reform, at): ReformResult => (at === 0 ? { ...reform, solutions: [solution] } : reform),
  );
  return { kind: 'done', result: { ...result, reforms } };
}

function runPoints(
  points: readonly number[],
  { grid, sides }: ReadSolve,
  { core, settings }: Further,
): Promise<Simulated> {
  const reforms = points.flatMap((point): readonly Scenario[] => {
    const program = programWithValue(sides.reform, grid.value, grid.points[point] ?? '');
    return program ? [{ program, identity: core.baseline.identity }] : [];
  });
  return simulate({ ...core, reforms }, settings);
}

function solutionOf(
  { grid, target, sides }: ReadSolve,
  { answer, tried }: Awaited<ReturnType<typeof solveOnGrid>>,
  verdicts: ReadonlyMap<number, Verdict>,
): Solution {
  const { value } = grid;
  const before = settableBefore(value, sides.baseline);
  const pointAt = (point: number): readonly SweepPoint[] => {
    const verdict = verdicts.get(point);
    const own = { value, ...(before !== undefined && { before }) };
    return verdict ? [sweepPoint(own, grid.points[point] ?? '', verdict)] : [];
  };
  const [nearest] = answer.kind === 'found' ? pointAt(answer.point) : [];
  return {
    ...{ parameter: value.parameter, unit: unitOf(value), target, outcome: answer.kind },
    ...(value.cell !== undefined && { cell: value.cell }),
    ...(nearest && { nearest }),
    tried: tried.flatMap(({ point }) => pointAt(point)),
  };
}
