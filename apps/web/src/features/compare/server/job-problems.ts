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

/** A defect of ours, and what is left to do about it. */
export const notMade: Problem = {
  code: 'comparison-part-failed',
  status: 500,
  title: {
    zh: '这一部分没有做出来，是程序的缺陷，不是文件的错误。',
    en: 'This part was not made: a defect of the program, not of the documents.',
  },
  detail: {
    zh: '结论不受影响。请再试一次；仍然不行，请把启动工作台的窗口里的报错发给维护的人。',
    en: 'What was concluded still holds. Try again; if it fails once more, send what stands in the window that the workbench was started from to whoever maintains it.',
  },
};
