// The thread of `slice-desk.ts`: each message is a question about two programs, each answer has its number.
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { Slicing } from '@tiaoli/diff';
import type { AskedSlice, FoundSlice } from './slice-desk.ts';

nodeModule.enableCompileCache(
  fileURLToPath(new URL('../../../../node_modules/.cache/tiaoli/', import.meta.url)),
);
const { openSlicing, slicedInputs, sliceOf } = await import('@tiaoli/diff');

/** Opening takes longest: the newest few stay open, by the name of their comparison. */
const MOST_OPEN = 3;
const open = new Map<string, Slicing>();

parentPort?.on('message', ({ number, job, programs, question }: AskedSlice) => {
  const slicing = open.get(job) ?? openSlicing(programs);
  open.delete(job);
  open.set(job, slicing);
  for (const name of [...open.keys()].slice(0, -MOST_OPEN)) open.delete(name);
  const inputs = slicedInputs(slicing, question.result);
  const input =
    question.input ??
    largest(
      inputs.map(({ id }) => id),
      question.facts.inputs,
    );
  const slice = input === undefined ? undefined : sliceOf(slicing, { ...question, input });
  const found: FoundSlice = { number, inputs, ...(slice && { slice }) };
  parentPort?.postMessage(found);
});

/** The fact that is most of the case, where none was asked for. */
function largest(
  ids: readonly string[],
  facts: AskedSlice['question']['facts']['inputs'],
): string | undefined {
  const sizeOf = (id: string): bigint => {
    const value = facts.get(id);
    return typeof value === 'object' && value !== null && 'numerator' in value
      ? value.numerator / value.denominator
      : -1n;
  };
  return ids.toSorted((left, right) => (sizeOf(left) < sizeOf(right) ? 1 : -1))[0];
}
