import type { z } from 'zod';
import type { Problem } from '../../../http/problem.ts';

/** Larger cases are for simulation. */
const MAX_BODY_BYTES = 1024 * 1024;

/** The body of a request in the form of `shape`, or why it is none. */
export async function readBody<T>(
  request: Request,
  shape: z.ZodType<T>,
): Promise<{ readonly body: T } | { readonly problem: Problem }> {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MAX_BODY_BYTES) return { problem: tooLarge };
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const read = shape.safeParse(json);
    return read.success ? { body: read.data } : { problem: wrongBody };
  } catch {
    return { problem: wrongBody };
  }
}

const tooLarge: Problem = {
  code: 'case-too-large',
  status: 413,
  title: { zh: '这个案例太大了。', en: 'This case is too large.' },
  detail: {
    zh: '计算器一次最多收 1 MiB；更多的案例请用 tiaoli calc。',
    en: 'The calculator takes 1 MiB at a time; use tiaoli calc for more.',
  },
};

const wrongBody: Problem = {
  code: 'wrong-body',
  status: 400,
  title: { zh: '请求的内容不合格式。', en: 'The request is not in the expected form.' },
  detail: { zh: '请刷新页面后再试。', en: 'Reload the page and try again.' },
};
