import { before, instead, without } from '@tiaoli/base';
import { error } from './syntax-error.ts';

/** Habits of other texts and languages, each with what is written here instead. */
export const slipMessages = {
  'joining-word': error<{ word: string }>({
    message: ({ word }) => ({
      zh: `这里不能用“${word}”连接`,
      en: `“${word}” does not join anything here`,
    }),
    hint: () => ({
      zh: '并列的名称用 、 分开；两个条件都要成立写 且',
      en: 'names in a list are separated by 、; two conditions that must both hold are joined by “and”',
    }),
    explanation: {
      zh: '“和”“与”“并”可以是并列，也可以是同时成立，所以语言分别写作 、 和 且。',
      en: 'Such a word may make a list or a conjunction; the language writes 、 for one and “and” for the other.',
    },
    example: '层 救助 { 适用 当 就医地 = 跨省 并 年龄 60周岁以上； }',
  }),
  'extra-colon': error<{ mark: string; after: string }>({
    message: ({ mark, after }) => ({
      zh: `“${after}”后面不写“${mark}”`,
      en: `no “${mark}” stands behind “${after}”`,
    }),
    hint: ({ mark }) => ({ zh: `删去“${mark}”`, en: `delete “${mark}”` }),
    remedies: () => [without],
    explanation: {
      zh: '条的编号、块的名称和层里的“比例”“限额”等后面直接写内容。',
      en: 'What follows the number of an article, the name of a block or a slot such as 比例 stands right behind it.',
    },
    example: '层 救助 { 比例：70% }',
  }),
  'bare-number': error<{ number: string }>({
    message: ({ number }) => ({
      zh: `条、款、项的编号要写在「」里：条「${number}」`,
      en: `the number of an article or of an item stands in 「」: 条「${number}」`,
    }),
    hint: ({ number }) => ({ zh: `写 条「${number}」`, en: `write article 「${number}」` }),
    explanation: {
      zh: '条、款、项都写作 条「…」，款和项写在它们的条的 { } 里面；整条也可以写 第五条。',
      en: 'Articles, paragraphs and items are all 条「…」, the inner ones inside the { } of the outer; 第五条 is also read.',
    },
    example: '条 一 "救助比例为70%。" { }',
  }),
  'missing-period': error<{ word: string; found: string }>({
    message: ({ word, found }) => ({
      zh: `“${word}”后面要写时段，这里却是“${found}”`,
      en: `“${word}” needs a period before “${found}”`,
    }),
    hint: ({ word }) => ({
      zh: `写 ${word} 每年 …，或 每次、每住院、每就诊、每日、每月`,
      en: `write ${word} per year …, or per claim, per stay, per visit, per day, per month`,
    }),
    remedies: () => ['每年', '每次', '每住院'].map((period) => before(`${period} `)),
    explanation: {
      zh: '起付和限额在什么时段里计算，会改变金额，所以必须写明。',
      en: 'The period of a deductible or a cap changes the amount, so it must be said.',
    },
    example: '层 救助 { 限额 3万元 }',
  }),
  'comma-for-semicolon': error<{ mark: string; before: string }>({
    message: ({ mark, before }) => ({
      zh: `“${before}”之前是新的一句，要用 ；，不用“${mark}”`,
      en: `“${before}” begins a statement: ； stands before it and not “${mark}”`,
    }),
    hint: ({ mark }) => ({ zh: `把“${mark}”改成 ；`, en: `write ； instead of “${mark}”` }),
    remedies: () => [instead('；')],
    explanation: {
      zh: '语句以 ； 结束；逗号和顿号只分开并列的名称和值。',
      en: 'A statement ends in ；; a comma separates names and values in a list only.',
    },
    example: '层 救助 { 基数 合规费用，限额 每年 3万元 }',
  }),
  'exception-without-base': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `例外${name}没有写明是哪一个情形的例外`,
      en: `the exception ${name} does not say to which case it is one`,
    }),
    hint: ({ name }) => ({
      zh: `写 例外${name} 于「情形的名称」：条件`,
      en: `write exception ${name} over 「name of the case」: condition`,
    }),
    explanation: {
      zh: '例外只替换它所写明的那一个情形。',
      en: 'An exception replaces the one case that it names.',
    },
    example:
      '定义 金额甲：金额 { 情形「甲」：年龄 60周岁以上：2元；例外「乙」：年龄 80周岁以上：3元；其余：1元 }',
  }),
} as const;
