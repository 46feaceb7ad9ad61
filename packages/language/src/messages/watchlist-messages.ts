import { error } from './entry.ts';

/** Watchlists, their checks in examples, and windows over earlier claims. */
export const watchlistMessages = {
  'watchlist-field-missing': error<{ name: string; field: string }>({
    message: ({ name, field }) => ({
      zh: `名单“${name}”没有写“${field}”`,
      en: `the watchlist “${name}” says nothing of ${field}`,
    }),
    hint: ({ field }) => ({
      zh: `补上“${field} …；”`,
      en: `add “${field} …;”`,
    }),
    explanation: {
      zh: '名单要写明对象、期（每月）、看什么金额，以及各情形超过多少列入；缺一项就不知道查谁、什么时候查、和什么比。',
      en: 'A 名单 says whose it is, how often, which amount is looked at, and above what each case is listed.',
    },
  }),
  'watchlist-without-case': error<Record<never, never>>({
    message: () => ({ zh: '“列入”里没有情形', en: 'there is no case in 列入' }),
    hint: () => ({
      zh: '写“情形「…」：条件：超过 金额；”',
      en: 'write 情形「…」：condition：超过 amount',
    }),
    explanation: {
      zh: '没有情形的名单谁也不会列入。',
      en: 'A list without a case lists nobody.',
    },
  }),
  'watchlist-subject': error<{ name: string; event: string }>({
    message: ({ name, event }) => ({
      zh: `名单的对象“${name}”不是“${event}”所属的人`,
      en: `the list is of ${name}, to whom no ${event} belongs`,
    }),
    hint: ({ event }) => ({
      zh: `写“${event}”所属的实体，如 参保人`,
      en: `name the entity to which ${event} belongs, such as 参保人`,
    }),
    explanation: {
      zh: '名单逐人检查：看的是一个人以前各笔的合计，所以对象是这些结算所属的人。',
      en: 'A list looks at the claims of one person at a time: its subject is whom the claims belong to.',
    },
  }),
  'watchlist-without-day': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `名单“${name}”没有检查的日子：这个文件看不到结算的“结算日期”`,
      en: `the watchlist “${name}” has no day of checking: no 结算日期 of claims is visible here`,
    }),
    hint: () => ({
      zh: '依据声明结算的文件（如 公共定义），或给实体加“输入 结算日期：日期”',
      en: 'rest on a document that declares the claims, or add 输入 结算日期：日期 to the entity',
    }),
    explanation: {
      zh: '每检查一次是一件事，写在结算的次序里；月份、过去n个月和不再重报的日子都从这一天数。',
      en: 'A check is an event among the claims: the month, the window and the time until the next listing count from its day.',
    },
  }),
  'listing-without-check': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `这里没有检查名单“${name}”，不能期望列入或不列入`,
      en: `the list “${name}” is not checked here, so nothing can be expected of it`,
    }),
    hint: ({ name }) => ({
      zh: `在这个期望前面写“名单「${name}」 { 检查：日期 }”`,
      en: `write 名单「${name}」 { 检查：date } before this 期望`,
    }),
    explanation: {
      zh: '“名单「…」 = 列入”说的是紧接在前面的那一次检查。',
      en: '名单「…」 = 列入 is about the check right before it.',
    },
  }),
  'window-misplaced': error<{ window: string }>({
    message: ({ window }) => ({
      zh: `“过去 ${window}”只能写在名单的“看”和输入的“缺省”里`,
      en: `a window (过去 ${window}) stands in 看 of a 名单 or in the 缺省 of an input only`,
    }),
    hint: () => ({
      zh: '层和定义里用“累计”；追溯的申请把它写成一项输入的缺省',
      en: 'use an accumulator (累计) in layers and definitions; of an application make it the 缺省 of an input',
    }),
    explanation: {
      zh: '待遇按年度累计；跨月的窗口只用于名单和追溯的申请，写在普通的规则里，同一笔费用会因结算的月份不同而不同。',
      en: 'Benefits accumulate by year; windows are for lists and retroactive applications, never for ordinary rules.',
    },
  }),
};
