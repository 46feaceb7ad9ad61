import { afterAll, expect, test } from 'vitest';
import type { AskedSlice } from './comparison-desk.ts';
import { openComparisonDesk } from './comparison-desk.ts';

// The thread itself, over programs that are none: each question fails by itself, and the next one is heard.

const desk = openComparisonDesk();

afterAll(() => desk.close());

test('what cannot be answered is refused, and the thread goes on', async () => {
  const asked: unknown = { job: 'a', programs: {}, question: {} };
  // A question as a defect of ours would put it.
  const broken = asked as AskedSlice;
  await expect(Promise.allSettled([desk.slice(broken), desk.slice(broken)])).resolves.toEqual([
    { status: 'rejected', reason: expect.any(Error) },
    { status: 'rejected', reason: expect.any(Error) },
  ]);
  await expect(desk.slice(broken)).rejects.toThrow();
});
