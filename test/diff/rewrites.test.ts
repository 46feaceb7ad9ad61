import { isSame } from '@tiaoli/diff';
import { createFormatter } from '@tiaoli/language';
import { expect, test } from 'vitest';
import { behaviourOf, openText } from './open-pair.ts';
import type { Rewrite } from './rewrites.ts';
import { rewrites } from './rewrites.ts';

// The same rules in other words: a reviewer is told that nothing changes, and that this is proved.

const spelt: readonly Rewrite[] = rewrites.slice(-4).map(({ name, before }) => {
  const path = 'policies/pair.tiaoli';
  const { text } = createFormatter().format({ path, text: before }, { keywords: 'en' });
  return { name: `${name}, in English`, before, after: text ?? '' };
});

test.each([...rewrites, ...spelt])('$name', async ({ before, after }) => {
  expect(before).not.toBe(after);
  const behaviour = behaviourOf(await openText(before), await openText(after));
  const others = behaviour.results.filter(({ state }) => !isSame(state));
  expect(others.map(({ name, state }) => `${name} ${state}`)).toEqual([]);
  expect([...behaviour.onlyBefore, ...behaviour.onlyAfter, ...behaviour.unlike]).toEqual([]);
  expect(behaviour.isComplete).toBe(true);
});

test('there are thirty at least', () => {
  expect(rewrites.length).toBeGreaterThanOrEqual(30);
});
