// The thread of `comparison-desk.ts`: each message is a question, each answer has its number.
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { Slicing } from '@tiaoli/diff';
import type {
  AskedImpact,
  AskedPaper,
  AskedSlice,
  DeskAnswer,
  DeskQuestion,
  FoundSlice,
} from './comparison-desk.ts';

nodeModule.enableCompileCache(
  fileURLToPath(new URL('../../../../node_modules/.cache/tiaoli/', import.meta.url)),
);
const { slicedInputs, sliceOf } = await import('@tiaoli/diff');
const { bundleCharts } = await import('@tiaoli/chart-script');
const { comparisonPage, impactPage, impactSheet, printWord, revisionSheet } = await import(
  '@tiaoli/documents'
);
const { openSlices } = await import('@tiaoli/workspace');

parentPort?.on('message', async (question: DeskQuestion) =>
  parentPort?.postMessage(await answerTo(question).catch((error) => failed(question, error))),
);

/** The other questions are none the worse. */
function failed({ number }: DeskQuestion, error: unknown): DeskAnswer {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { number, kind: 'failed', reason };
}

async function answerTo(question: DeskQuestion): Promise<DeskAnswer> {
  const { number } = question;
  switch (question.kind) {
    case 'slice':
      return { number, kind: 'slice', ...sliceFor(question) };
    case 'paper':
      return { number, kind: 'paper', bytes: await paperFor(question) };
    default:
      return { number, kind: 'paper', bytes: await impactFor(question) };
  }
}

async function impactFor({ format, report }: AskedImpact): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'docx') return new Uint8Array(await printWord(impactSheet(report)));
  return new TextEncoder().encode(impactPage(report, await bundleCharts()));
}

async function paperFor({
  format,
  report,
  language,
}: AskedPaper): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'html') return new TextEncoder().encode(comparisonPage(report, language));
  return new Uint8Array(await printWord(revisionSheet(report, language)));
}

/** Opening takes longest: the newest few stay open, by the name of their comparison. */
const MOST_OPEN = 3;
const open = new Map<string, Slicing>();

function sliceFor({ job, programs, question }: AskedSlice): FoundSlice {
  const slicing = open.get(job) ?? openSlices(programs);
  open.delete(job);
  open.set(job, slicing);
  for (const name of [...open.keys()].slice(0, -MOST_OPEN)) open.delete(name);
  const inputs = slicedInputs(slicing, question.result);
  const names = inputs.map(({ id }) => id);
  const input = question.input ?? largest(names, question.facts.inputs);
  const slice = input === undefined ? undefined : sliceOf(slicing, { ...question, input });
  return { inputs, ...(slice && { slice }) };
}

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
