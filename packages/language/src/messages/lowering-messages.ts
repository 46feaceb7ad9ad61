import type { LocalText } from '@tiaoli/base';
import { error, warning } from './entry.ts';

/** What can be written and checked but not calculated with, and what a calculation leaves out. */
export const loweringMessages = {
  'cannot-lower': error<{ reason: LocalText }>({
    message: ({ reason }) => reason,
    explanation: {
      zh: '这种写法能读懂，但计算器还不能按它计算；请按提示改写，或写成“无法表达”并说明原因。',
      en: 'This can be read but not calculated with; write it as the message says, or as 无法表达 with a reason.',
    },
  }),
  'left-out-overlay': warning<{ title: string; path: string }>({
    message: ({ title, path }) => ({
      zh: `“${title}”（${path}）有错误，其中的确定、特别规定和修改没有计入`,
      en: `“${title}” (${path}) has errors: what it sets, derogates from or amends here is left out`,
    }),
    hint: ({ path }) => ({
      zh: `先改正 ${path} 中的错误`,
      en: `mend the errors in ${path} first`,
    }),
    explanation: {
      zh: '下级文件给本文件的参数取值或修改本文件；它有错误时，本文件按没有它的情形计算，结果可能与实际不同。',
      en: 'A lower document sets parameters of this one or amends it; while that has errors this one is calculated without it, and the results may differ from the real ones.',
    },
  }),
};
