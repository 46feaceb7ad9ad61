import { afterEach, expect, test, vi } from 'vitest';
import { orProblem } from './or-problem.ts';

const failed = {
  code: 'not-made',
  status: 500,
  title: { zh: '没有做完。', en: 'It was not made.' },
  detail: { zh: '请再试一次。', en: 'Try again.' },
} as const;

afterEach(() => {
  vi.restoreAllMocks();
});

test('an answer that is made is the answer', async () => {
  const made = Response.json({ made: true });
  expect(await orProblem(failed, 'zh', async () => made)).toBe(made);
});

test.each([
  ['zh', '没有做完。', '请再试一次。'],
  ['en', 'It was not made.', 'Try again.'],
] as const)(
  'one that is not is a problem with its remedy, in %s',
  async (language, title, detail) => {
    const noted = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const response = await orProblem(failed, language, () => Promise.reject(new Error('no paper')));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      500,
      'application/problem+json',
    ]);
    expect(await response.json()).toEqual({
      type: 'about:blank#not-made',
      ...{ code: 'not-made', status: 500, title, detail },
    });
    expect(String(noted.mock.calls[0]?.[0])).toContain('no paper');
  },
);
