import { beforeEach, expect, test } from 'vitest';
import type { JobEars } from './job-table.ts';
import type {
  MakeTask,
  RunTask,
  SimulationEnd,
  SimulationJobs,
  SimulationProgress,
} from './simulation-jobs.ts';
import { openSimulationJobs } from './simulation-jobs.ts';

/** Processes that do what the test tells them. */
interface Begun {
  readonly ears: JobEars<SimulationProgress, SimulationEnd>;
  isEnded: boolean;
}

let begun: Begun[] = [];
let jobs: SimulationJobs;

beforeEach(() => {
  begun = [];
  jobs = openSimulationJobs(
    (_task, ears) => {
      const one: Begun = { ears, isEnded: false };
      begun.push(one);
      return {
        async end() {
          one.isEnded = true;
        },
      };
    },
    { running: 1, waiting: 5, kept: 2, patience: 100 },
    () => 0,
  );
});

test('the same run is one job, whatever examples there are; another population is another', () => {
  const id = jobs.begin(task('root', 'layer'));
  expect(jobs.begin(task('root', 'layer', 'example'))).toBe(id);
  expect(jobs.begin(task('other', 'layer'))).not.toBe(id);
  expect(jobs.nameOf(task('root', 'accumulator'))).not.toBe(id);
  expect(begun).toHaveLength(1);
});

test('a result is kept; what came to nothing is tried again by who asks for it', () => {
  const id = jobs.begin(task('root')) ?? '';
  begun[0]?.ears.progress({ done: 1, of: 2 });
  expect(jobs.look(id)?.state).toEqual({ kind: 'running', progress: { done: 1, of: 2 } });
  begun[0]?.ears.ended({ kind: 'failed' });
  expect(jobs.look(id)?.state).toEqual({ kind: 'ended', end: { kind: 'failed' } });
  expect(jobs.begin(task('root'))).toBe(id);
  expect(begun).toHaveLength(2);
  begun[1]?.ears.ended({ kind: 'done', result: {} as never });
  jobs.stop(id);
  expect(jobs.begin(task('root'))).toBe(id);
  expect(begun).toHaveLength(2);
});

test('what is stopped says nothing more, and makes room', () => {
  const [first = '', second = ''] = [jobs.begin(task('a')), jobs.begin(task('b'))];
  expect(jobs.look(second)?.state).toEqual({ kind: 'waiting', ahead: 0 });
  jobs.stop(first);
  expect(begun[0]?.isEnded).toBe(true);
  begun[0]?.ears.ended({ kind: 'done', result: {} as never });
  expect(jobs.look(first)).toBeUndefined();
  expect(jobs.look(second)?.state.kind).toBe('running');
});

test('populations that are made are told of until they are there', () => {
  const made = { kind: 'make', name: '山东省-S-1' } as MakeTask;
  const [id, waiting] = [jobs.begin(made), jobs.begin({ ...made, name: '山西省-S-1' })];
  jobs.begin(task('root'));
  expect(jobs.making().map((each) => each.id)).toEqual([id, waiting]);
  begun[0]?.ears.ended({ kind: 'made' });
  expect(jobs.making().map((each) => each.task.name)).toEqual(['山西省-S-1']);
});

/** Rules of which only the kinds of their declarations are told. */
function task(root: string, ...kinds: readonly string[]): RunTask {
  const scenario = { identity: {}, program: { declarations: kinds.map((kind) => ({ kind })) } };
  const request = { population: '', baseline: scenario, reforms: [] };
  const side = { document: 'd', file: 'f', on: '2024-01-01' };
  return {
    ...{ kind: 'run', root, sides: [side, side], effort: { scans: 1, steps: 1 } },
    request: request as unknown as RunTask['request'],
  };
}
