import type { BoundSides } from '@tiaoli/workspace';
import { beforeEach, expect, test } from 'vitest';
import type { ComparisonJobs, ComparisonReport } from './comparison-jobs.ts';
import { openComparisonJobs } from './comparison-jobs.ts';

/** Threads that do what the test tells them. */
interface Thread {
  readonly report: (told: ComparisonReport) => void;
  isEnded: boolean;
}

let threads: Thread[] = [];
let clock = 0;
let jobs: ComparisonJobs;

beforeEach(() => {
  threads = [];
  clock = 0;
  jobs = openComparisonJobs(
    (_task, report) => {
      const thread: Thread = { report, isEnded: false };
      threads.push(thread);
      return {
        async end() {
          thread.isEnded = true;
        },
      };
    },
    { running: 1, waiting: 1, kept: 2, patience: 100 },
    () => clock,
  );
});

test('the same two sides are one comparison, others wait for a thread', () => {
  const first = begin('a');
  expect(begin('a')).toBe(first);
  const second = begin('b');
  expect(threads).toHaveLength(1);
  expect(stateOf(first)).toEqual({ kind: 'running', progress: undefined });
  expect(stateOf(second)).toEqual({ kind: 'waiting', ahead: 0 });
  expect(jobs.begin(sidesOf('c'))).toBeUndefined();
});

test('an example is no other comparison, a declaration is', () => {
  const sides = sidesOf('a');
  const declared = (kind: string): BoundSides => ({
    ...sides,
    after: { ...sides.after, declarations: [{ kind }] } as unknown as BoundSides['after'],
  });
  const id = begin('a');
  expect(jobs.nameOf(sides)).toBe(id);
  expect(jobs.nameOf(declared('example'))).toBe(id);
  expect(jobs.nameOf(declared('layer'))).not.toBe(id);
  expect(jobs.nameOf(sides, '只影响 {甲：乙}')).not.toBe(id);
  expect(threads).toHaveLength(1);
});

test('progress is told, a result is kept, and the next one begins', () => {
  const [first, second] = [begin('a'), begin('b')];
  threads[0]?.report({ kind: 'progress', done: 1, of: 2, name: 'x' });
  expect(stateOf(first)).toEqual({ kind: 'running', progress: { done: 1, of: 2, name: 'x' } });
  finish(0);
  expect(stateOf(first)?.kind).toBe('done');
  expect(threads[0]?.isEnded).toBe(true);
  expect(stateOf(second)?.kind).toBe('running');
});

test('what is stopped is gone, says nothing more, and makes room', () => {
  const [first, second] = [begin('a'), begin('b')];
  jobs.stop(first);
  expect(stateOf(first)).toBeUndefined();
  expect(threads[0]?.isEnded).toBe(true);
  finish(0);
  expect(stateOf(first)).toBeUndefined();
  expect(stateOf(second)?.kind).toBe('running');
  finish(1);
  jobs.stop(second);
  expect(stateOf(second)?.kind).toBe('done');
});

test('a failed one is begun again only when it was taken away first', () => {
  const first = begin('a');
  threads[0]?.report({ kind: 'failed' });
  expect(begin('a')).toBe(first);
  expect(stateOf(first)?.kind).toBe('failed');
  jobs.stop(first);
  expect(begin('a')).toBe(first);
  expect(threads).toHaveLength(2);
  expect(stateOf(first)?.kind).toBe('running');
});

test('one that nobody looks at makes room for another, one that is looked at does not', () => {
  const first = begin('a');
  clock = 90;
  jobs.look(first);
  clock = 180;
  begin('b');
  expect(stateOf(first)?.kind).toBe('running');
  clock = 300;
  const third = begin('c');
  expect(stateOf(first)).toBeUndefined();
  expect(stateOf(third)?.kind).toBe('running');
});

test('of the results those looked at last are kept', () => {
  const ids = ['a', 'b', 'c'].map((name, at) => {
    clock = at;
    const id = begin(name);
    finish(at);
    return id;
  });
  expect(ids.map((id) => stateOf(id)?.kind)).toEqual([undefined, 'done', 'done']);
});

test('closing ends every thread', async () => {
  const first = begin('a');
  await jobs.close();
  expect(threads[0]?.isEnded).toBe(true);
  expect(stateOf(first)).toBeUndefined();
});

function begin(name: string): string {
  const id = jobs.begin(sidesOf(name));
  if (id === undefined) throw new Error('there was no room');
  return id;
}

function stateOf(id: string) {
  return jobs.look(id)?.state;
}

function finish(at: number): void {
  const { before, after } = sidesOf('x');
  const empty = {
    results: [],
    onlyBefore: [],
    onlyAfter: [],
    unlike: [],
    assumptions: [],
    keptState: [],
  };
  threads[at]?.report({ kind: 'done', behaviour: { before, after, ...empty, isComplete: true } });
}

/** Sides that differ in their name alone. */
function sidesOf(name: string): BoundSides {
  const program = { definitions: [], declarations: [], accumulators: [], validity: {} };
  const side = { reference: name, document: name, title: name, file: `${name}.tiaoli` };
  const edited = { module: program as unknown as BoundSides['edited']['before']['module'], on: 0 };
  return {
    ...{ old: side, new: side, illustrative: [], edited: { before: edited, after: edited } },
    days: { old: '2023-01-01', new: '2024-01-01' },
    before: program as unknown as BoundSides['before'],
    after: program as unknown as BoundSides['after'],
  };
}
