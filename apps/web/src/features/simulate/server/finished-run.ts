import type { CaseChange, SimulationResult } from '@tiaoli/simulation';
import { simulating } from '../../../http/simulating.ts';
import type { RunTask } from '../../../jobs/simulation-jobs.ts';

export interface FinishedRun {
  readonly sides: RunTask['sides'];
  readonly result: SimulationResult;
  /** Single people that it tells of; none of a real population. */
  readonly cases: readonly CaseChange[];
}

/** Undefined of a run that is not done, or no longer kept. */
export function finishedRun(id: string): FinishedRun | undefined {
  const job = simulating().jobs.look(id);
  if (job?.task.kind !== 'run' || job.state.kind !== 'ended') return undefined;
  if (job.state.end.kind !== 'done') return undefined;
  const result = toldResult(job.state.end.result);
  return { sides: job.task.sides, result, cases: result.reforms[0]?.cases ?? [] };
}

/** Single people are told of where nobody among them is real. */
export function toldResult(result: SimulationResult): SimulationResult {
  if (result.population.isSynthetic) return result;
  return { ...result, reforms: result.reforms.map((reform) => ({ ...reform, cases: [] })) };
}
