import { expect, test } from 'vitest';
import { openRunPace } from './run-pace.ts';

test('a run is expected to take as long as the last one, by what there is to do', () => {
  const pace = openRunPace();
  const effort = { scans: 1, steps: 1_000_000 };
  const guessed = pace.secondsFor(effort);
  pace.learn(effort, 22_000);
  expect(pace.secondsFor(effort)).toBe(22);
  expect(pace.secondsFor({ scans: 2, steps: 2_000_000 })).toBe(44);
  expect(guessed).toBeGreaterThan(0);
  // One that was over at once promises no miracle.
  pace.learn(effort, 1);
  expect(pace.secondsFor({ scans: 1, steps: 600_000_000 })).toBeGreaterThan(60);
});
