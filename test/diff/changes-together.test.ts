import type { DayNumber } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import type { ChangeAlone } from '@tiaoli/diff';
import { changesAlone } from '@tiaoli/diff';
import type { Module } from '@tiaoli/ir';
import { listVersions } from '@tiaoli/workspace';
import { realPolicies } from '@tiaoli/workspace/testing';
import { expect, test } from 'vitest';
import { randomSource } from '../conformance/random-source.ts';

const SEED = 20_261_122;
const DRAFTS = 100;

const policies = await realPolicies();
const days = new Map(
  listVersions(policies).flatMap(({ versions }) =>
    versions.map(({ file, from }) => [file, parseDate(from) ?? 0] as const),
  ),
);
const paths = [...policies.texts.keys()].filter((path) => days.has(path));

/** Where a number of the rules is another one. */
interface NumberEdit {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

function numberEdit(text: string, random: ReturnType<typeof randomSource>): NumberEdit | undefined {
  const rules = text.split('\n算例', 1)[0] ?? '';
  const numbers = [...rules.matchAll(/\d+(?=元|%|万元|个百分点)/g)];
  const found = numbers[random.below(numbers.length)];
  if (!found) return undefined;
  return { at: found.index, from: found[0], to: String(Number(found[0]) + 1 + random.below(9)) };
}

/** The edits that stand further behind first, so that the others keep their places. */
function edited(text: string, edits: readonly NumberEdit[]): string {
  return edits
    .toSorted((left, right) => right.at - left.at)
    .reduce((now, { at, from, to }) => now.slice(0, at) + to + now.slice(at + from.length), text);
}

async function moduleOf(path: string, text: string): Promise<Module | undefined> {
  await policies.language.update([{ path, text }]);
  return policies.lower(path).module;
}

/** What is computed, in an order that means nothing. */
function computed({ program }: ChangeAlone): string {
  const { definitions, accumulators } = program;
  const texts = definitions.map(({ id, body }) => JSON.stringify([id, body]));
  return [...texts, ...accumulators.map(({ id, next }) => `${id} ${next}`)].toSorted().join('\n');
}

async function drafted(path: string, edits: readonly NumberEdit[], on: DayNumber) {
  const text = policies.texts.get(path) ?? '';
  const before = await moduleOf(path, text);
  const modules = [];
  for (const own of [edits, ...edits.map((each) => [each])]) {
    modules.push(await moduleOf(path, edited(text, own)));
  }
  await policies.language.update([{ path, text }]);
  const alone = modules.map((module) =>
    before && module && before.document === module.document
      ? changesAlone({ module: before, on }, { module, on })
      : undefined,
  );
  return alone.every((each) => each !== undefined) ? alone : undefined;
}

test(`of two edits made together each bar is one of them alone, or both (${DRAFTS} drafts, seed ${SEED})`, async () => {
  const random = randomSource(SEED);
  const counts = { apart: 0, joined: 0, single: 0, idle: 0, refused: 0 };
  for (let draft = 0; draft < DRAFTS; draft += 1) {
    const path = paths[random.below(paths.length)] ?? '';
    const text = policies.texts.get(path) ?? '';
    const edits = [numberEdit(text, random), numberEdit(text, random)].filter(
      (each) => each !== undefined,
    );
    const isTwo = edits.length === 2 && edits[0]?.at !== edits[1]?.at;
    const found = isTwo ? await drafted(path, edits, days.get(path) ?? 0) : undefined;
    if (!found) {
      counts.refused += 1;
      continue;
    }
    const [together = [], ...each] = found;
    const single = each.flat();
    if (together.length === 0) counts.idle += 1;
    else if (together.length === 1) counts[single.length > 1 ? 'joined' : 'single'] += 1;
    else counts.apart += 1;
    if (together.length === 1 && single.length > 1) continue;
    const shown = `${path} ${JSON.stringify(edits)}`;
    expect(together.map(computed).toSorted(), shown).toEqual(single.map(computed).toSorted());
  }
  process.stdout.write(`drafts: ${JSON.stringify(counts)}\n`);
  expect(counts.apart).toBeGreaterThan(DRAFTS / 10);
});
