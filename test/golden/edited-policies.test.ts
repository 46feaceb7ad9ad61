import { compareStructures, structureOf } from '@tiaoli/diff';
import { meaningHash } from '@tiaoli/ir';
import { realPolicies } from '@tiaoli/workspace/testing';
import { expect, test } from 'vitest';
import { randomSource } from '../conformance/random-source.ts';
import { expectExact } from './exact-difference.ts';

const SEED = 20_240_701;
const EDITS = 150;

const policies = await realPolicies();
const paths = [...policies.texts.keys()];

/** One number of a text, another in its place; what is written in quotes and comments included. */
function edited(text: string, random: ReturnType<typeof randomSource>): string {
  const numbers = [...text.matchAll(/\d+/g)];
  const found = numbers[random.below(numbers.length)];
  if (!found) return text;
  const { index } = found;
  const value = String(Number(found[0]) + 1 + random.below(9));
  return text.slice(0, index) + value + text.slice(index + found[0].length);
}

/** The text without one of its lines, which is a statement as a rule. */
function shortened(text: string, random: ReturnType<typeof randomSource>): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  return lines.filter((_, index) => index !== at).join('\n');
}

test(`${EDITS} random edits of the policies (seed ${SEED}): the list of changes is complete and exact`, async () => {
  const random = randomSource(SEED);
  const counts = { compared: 0, refused: 0, changed: 0 };
  for (let edit = 0; edit < EDITS; edit += 1) {
    const path = paths[random.below(paths.length)] ?? '';
    const text = policies.texts.get(path) ?? '';
    const before = policies.lower(path).module;
    const changed = random.chance(70) ? edited(text, random) : shortened(text, random);
    await policies.language.update([{ path, text: changed }]);
    const after = policies.lower(path).module;
    await policies.language.update([{ path, text }]);
    if (!before || !after || before.document !== after.document) {
      counts.refused += 1;
      continue;
    }
    counts.compared += 1;
    const [old, now] = [structureOf(before), structureOf(after)];
    expectExact(old, now);
    const { changes } = compareStructures(old, now);
    if (changes.length > 0) counts.changed += 1;
    // What declares the same means the same: no false "unchanged".
    else expect(meaningHash(after), `${path}\n${changed}`).toBe(meaningHash(before));
  }
  process.stdout.write(`random edits: ${JSON.stringify(counts)}\n`);
  expect(counts.compared).toBeGreaterThan(EDITS / 2);
  expect(counts.changed).toBeGreaterThan(EDITS / 3);
});
