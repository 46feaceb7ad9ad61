import type { Problem } from '../../../http/problem.ts';

export const jobGone: Problem = {
  code: 'comparison-gone',
  status: 404,
  title: { zh: '这次比较已经停止。', en: 'This comparison has been stopped.' },
  detail: { zh: '请重新比较。', en: 'Compare again.' },
};

export const tooBusy: Problem = {
  code: 'too-many-comparisons',
  status: 503,
  title: { zh: '排队的比较太多了。', en: 'Too many comparisons are waiting.' },
  detail: { zh: '请过一会儿再试。', en: 'Try again in a while.' },
};

export const noSuchCase: Problem = {
  code: 'no-such-case',
  status: 404,
  title: { zh: '这次比较里没有这个案例。', en: 'This comparison has no such case.' },
  detail: { zh: '请重新比较，再选一个。', en: 'Compare again and choose another.' },
};
