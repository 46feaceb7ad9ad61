import type { Problem } from '../../../http/problem.ts';

export const runGone: Problem = {
  code: 'run-gone',
  status: 404,
  title: {
    zh: '这次测算已经停止，或结果不再保留。',
    en: 'This run was stopped, or its result is no longer kept.',
  },
  detail: { zh: '请重新测算。', en: 'Run it again.' },
};

export const tooManyRuns: Problem = {
  code: 'too-many-runs',
  status: 503,
  title: { zh: '排队的测算太多了。', en: 'Too many runs are waiting.' },
  detail: { zh: '请过一会儿再试。', en: 'Try again in a while.' },
};

export const noSuchPopulation: Problem = {
  code: 'no-such-population',
  status: 404,
  title: { zh: '没有这个人群。', en: 'There is no such population.' },
  detail: {
    zh: '它可能已经移走或改名。请另选一个，或生成一个示例人群。',
    en: 'It may have been moved or renamed. Choose another, or make a sample.',
  },
};

export const notMakable: Problem = {
  code: 'not-makable',
  status: 422,
  title: { zh: '不能生成这样的人群。', en: 'No such population can be made.' },
  detail: { zh: '请在列出的省份和规模里选。', en: 'Choose among the provinces and sizes listed.' },
};

export const noReferenceRules: Problem = {
  code: 'no-reference-rules',
  status: 422,
  title: {
    zh: '政策文件夹里没有可用的参照规则，示例人群没有校准的依据。',
    en: 'The folder of policies has no usable reference rules, so that a sample cannot be calibrated.',
  },
  detail: {
    zh: '请把随产品带的 policies/national 和 policies/shandong 放进政策文件夹，改正其中的错误，再试一次。',
    en: 'Put policies/national and policies/shandong, which come with the product, into the folder of policies, mend their errors, and try again.',
  },
};

export const noSuchPerson: Problem = {
  code: 'no-such-person',
  status: 404,
  title: { zh: '这次测算里没有这个人。', en: 'This run tells of no such person.' },
  detail: { zh: '请重新测算，再选一个。', en: 'Run it again and choose another.' },
};

/** A defect of ours, and what is left to do about it. */
export const partNotMade: Problem = {
  code: 'run-part-failed',
  status: 500,
  title: {
    zh: '这一部分没有做出来，是程序的缺陷，不是文件的错误。',
    en: 'This part was not made: a defect of the program, not of the documents.',
  },
  detail: {
    zh: '测算的结果不受影响。请再试一次；仍然不行，请把启动工作台的窗口里的报错发给维护的人。',
    en: 'The result still holds. Try again; if it fails once more, send what stands in the window that the workbench was started from to whoever maintains it.',
  },
};

export const noSuchFormat: Problem = {
  code: 'no-such-format',
  status: 400,
  title: { zh: '没有这种文件格式。', en: 'There is no such file format.' },
};

export const accountsGone: Problem = {
  code: 'accounts-gone',
  status: 404,
  title: { zh: '找不到这份各市基金账目。', en: 'These accounts of the cities are not there.' },
  detail: { zh: '请重新填写账目。', en: 'Enter the accounts again.' },
};

export const accountsTooLong: Problem = {
  code: 'accounts-too-long',
  status: 413,
  title: { zh: '账目太长了。', en: 'The accounts are too long.' },
  detail: { zh: '每个市一行，最多 64 KB。', en: 'A line for each city, 64 kB at most.' },
};

export const notAnAdjustment: Problem = {
  code: 'no-adjustment',
  status: 422,
  title: { zh: '读不懂调剂金的两个比例。', en: 'The two shares of the adjustment cannot be read.' },
  detail: {
    zh: '写上解和补助两个百分数，都在 0% 到 100% 之间，如 5% 和 70%。',
    en: 'Write what is paid in and what is covered, each from 0% to 100%, such as 5% and 70%.',
  },
};
