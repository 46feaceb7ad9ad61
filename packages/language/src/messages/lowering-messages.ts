import type { LocalText } from '@tiaoli/base';
import { error } from './entry.ts';

/** What can be written and checked but not calculated with. */
export const loweringMessages = {
  'cannot-lower': error<{ reason: LocalText }>({
    message: ({ reason }) => reason,
    explanation: {
      zh: '这种写法能读懂，但计算器还不能按它计算；请按提示改写，或写成“无法表达”并说明原因。',
      en: 'This can be read but not calculated with; write it as the message says, or as 无法表达 with a reason.',
    },
  }),
};
