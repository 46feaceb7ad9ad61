import { instead, without } from '@tiaoli/base';
import { error } from './syntax-error.ts';

/** Characters that the language does not use where they stand. */
export const characterMessages = {
  'bidi-character': error<{ point: string }>({
    message: ({ point }) => ({
      zh: `这里有不可见的方向控制字符 ${point}`,
      en: `there is an invisible direction control ${point} here`,
    }),
    hint: () => ({ zh: '删去它', en: 'delete it' }),
    remedies: () => [without],
    explanation: {
      zh: '方向控制字符会让文本显示的顺序与计算的顺序不同，因此一律不允许。',
      en: 'A direction control makes a text look different from what is calculated, so none is allowed.',
    },
  }),
  'invisible-character': error<{ point: string }>({
    message: ({ point }) => ({
      zh: `这里有不可见的字符 ${point}`,
      en: `there is an invisible character ${point} here`,
    }),
    hint: () => ({ zh: '删去它', en: 'delete it' }),
    remedies: () => [without],
    explanation: {
      zh: '零宽字符会让两个看起来相同的名称成为不同的名称，因此一律不允许。',
      en: 'A zero-width character makes two names that look alike different, so none is allowed.',
    },
  }),
  'unexpected-character': error<{ character: string }>({
    message: ({ character }) => ({
      zh: `这里不能用字符“${character}”`,
      en: `the character “${character}” cannot stand here`,
    }),
    hint: () => ({
      zh: '删去它；它要是名称的一部分，名称写在「」里',
      en: 'delete it; if it belongs to a name, write the name in 「」',
    }),
    remedies: () => [without],
    explanation: {
      zh: '语言不使用这个字符；它只可以出现在引号或「」里。',
      en: 'The language does not use this character; it may only stand inside quotes or 「」.',
    },
    example: '参数 起付标准：金额 = ￥300元；',
  }),
  'full-stop': error({
    message: () => ({ zh: '句子以 ； 结束，不用 。', en: 'a statement ends in ； and not in 。' }),
    hint: () => ({ zh: '把 。 改成 ；', en: 'write ； instead of 。' }),
    remedies: () => [instead('；')],
    explanation: { zh: '每个语句以分号结束。', en: 'Every statement ends in a semicolon.' },
    example: '参数 起付标准：金额 = 300元。',
  }),
} as const;
