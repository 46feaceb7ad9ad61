import { instead } from '@tiaoli/base';
import { error } from './syntax-error.ts';

/** Numbers, units and dates that are written otherwise than the language writes them. */
export const numberMessages = {
  'wrong-unit': error<{ unit: string; right: string }>({
    message: ({ unit, right }) => ({
      zh: `单位“${unit}”应写作“${right}”`,
      en: `the unit “${unit}” is written “${right}”`,
    }),
    hint: ({ right }) => ({ zh: `写“${right}”`, en: `write “${right}”` }),
    remedies: ({ right }) => [instead(right)],
    explanation: {
      zh: '每种单位只有一种写法，这样金额、比例和时长不会混淆。',
      en: 'Each unit has one spelling, so that amounts, rates and durations cannot be confused.',
    },
    example: '参数 起付标准：金额 = 300块；',
  }),
  'unknown-unit': error<{ unit: string }>({
    message: ({ unit }) => ({ zh: `不认识的单位“${unit}”`, en: `unknown unit “${unit}”` }),
    hint: () => ({
      zh: '金额写 元、万元、亿元，比例写 %，幅度写 个百分点，时长写 天、个工作日、个月、年、周岁',
      en: 'write 元, 万元 or 亿元 for money, % for a rate, 个百分点 for points, 天, 个工作日, 个月, 年 or 周岁 for a duration',
    }),
    explanation: {
      zh: '数字后面紧跟的文字必须是单位，或者是“以上”“至”这样的词。',
      en: 'Letters right behind a number must be a unit, or a word such as 以上 or 至.',
    },
    example: '参数 起付标准：金额 = 300文；',
  }),
  'malformed-date': error<{ right: string }>({
    message: ({ right }) => ({ zh: `日期写作 ${right}`, en: `the date is written ${right}` }),
    hint: ({ right }) => ({ zh: `写 ${right}`, en: `write ${right}` }),
    remedies: ({ right }) => [instead(right)],
    explanation: {
      zh: '日期写作 2022-10-01 或 2022年10月1日。',
      en: 'A date is written 2022-10-01 or 2022年10月1日.',
    },
    example: '参数 起日：日期 = 2022.10.1；',
  }),
  'impossible-date': error<{ date: string }>({
    message: ({ date }) => ({ zh: `没有“${date}”这一天`, en: `there is no day “${date}”` }),
    hint: () => ({
      zh: '改成日历上有的一天，例如月末写 2023-02-28',
      en: 'write a day of the calendar, such as 2023-02-28 for the end of the month',
    }),
    explanation: {
      zh: '日期必须是公历中真实存在的一天。',
      en: 'A date must be a day of the calendar.',
    },
    example: '参数 起日：日期 = 2023-02-29；',
  }),
  'wrong-quantity': error<{ written: string; right: string }>({
    message: ({ written, right }) => ({
      zh: `“${written}”应写作“${right}”`,
      en: `“${written}” is written “${right}”`,
    }),
    hint: ({ right }) => ({ zh: `写“${right}”`, en: `write “${right}”` }),
    remedies: ({ right }) => [instead(right)],
    explanation: {
      zh: '金额用 元、万元、亿元，比例用 %，数字连着单位写，这样不会看错位数。',
      en: 'Money is in 元, 万元 or 亿元, a rate in %, and the number stands right before its unit, so that nobody miscounts the digits.',
    },
    example: '参数 起付标准：金额 = 3千元；',
  }),
  'number-in-name': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `“${name}”含有带单位的数，不能直接作名称`,
      en: `“${name}” holds a number with a unit and cannot be a name as it stands`,
    }),
    hint: () => ({
      zh: '把整个名称写在「」里，例如「起步100元」',
      en: 'write the whole name in 「」, such as 「起步100元」',
    }),
    explanation: {
      zh: '带单位的数总是读成一个数，所以含有它的名称要写在「」里。',
      en: 'A number with a unit is always read as one, so a name that holds it stands in 「」.',
    },
    example: '参数 起步100元：金额 = 1元；',
  }),
} as const;
