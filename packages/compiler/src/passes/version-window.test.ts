import { expect, test } from 'vitest';
import { stableWindow, versionInForce } from './version-window.ts';

const versions = [
  { name: 'a', validity: { to: 99 } },
  { name: 'b', validity: { from: 100 } },
  { name: 'c', validity: { from: 200, to: 249 } },
];

test.each([
  { day: 0, name: 'a', window: { to: 99 } },
  { day: 99, name: 'a', window: { to: 99 } },
  { day: 100, name: 'b', window: { from: 100, to: 199 } },
  { day: 249, name: 'c', window: { from: 200, to: 249 } },
  { day: 250, name: undefined, window: { from: 250 } },
])('day $day has $name', ({ day, name, window }) => {
  const choose = (date: number) => versionInForce(versions, date);
  expect(choose(day)?.name).toBe(name);
  const validities = versions.map(({ validity }) => validity);
  expect(stableWindow(day, validities, choose)).toEqual(window);
});
