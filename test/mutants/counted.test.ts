import { realPolicies } from '@tiaoli/workspace/testing';
import { expect, test } from 'vitest';
import { countsText, tryCounting } from './count-trials.ts';
import { isLong } from './try-mutants.ts';

// An accumulator that counts otherwise moves no result of the claim itself: only claims after it tell. The published cases
// here; every document, and every accumulator that counts nothing, in `npm run test:long`.

const seed = 20_260_704;
const persons = 300;

/** A deductible of which no example leaves a part: a claim that counts little must come before one that goes beyond it. */
const untouched = 'policies/shandong/assistance-2022.tiaoli';

test('an accumulator that counts a step more is told, and claims show it where a result feels it', {
  timeout: 600_000,
}, async () => {
  const policies = await realPolicies();
  const paths = [...policies.texts.keys()].filter((path) => path.includes('/cases/'));
  const short = [...paths.filter((path) => !isLong({ path })), untouched];
  const kinds = ['one-more'] as const;
  const trials = short.flatMap((path) => [
    ...tryCounting(policies, path, { seed, persons, kinds }),
  ]);
  expect(policies.texts.has(untouched)).toBe(true);
  const left = paths.length + 1 - short.length;
  process.stdout.write(
    `seed ${seed}, ${short.length} documents (${left} left to test:long), ${persons} persons each: ${countsText(trials)}`,
  );
  const wrong = trials.filter(
    ({ fate, broken }) => fate === 'wrong' || fate === 'not-shown' || broken.length > 0,
  );
  expect(wrong).toEqual([]);
  // As many as there were when this was written: fewer is a witness lost.
  expect(trials.filter(({ fate }) => fate === 'shown').length).toBeGreaterThanOrEqual(21);
});
