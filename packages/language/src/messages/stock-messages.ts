import { error } from './entry.ts';

/** Stocks: what pays from them, and what goes in and out. */
export const stockMessages = {
  'not-a-stock': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `“${name}”不是存量，不能作为余额来付`,
      en: `“${name}” is no stock, so nothing is paid from it`,
    }),
    hint: () => ({
      zh: '先声明存量，如 累计 个人账户余额：金额 = 存量 按 参保人',
      en: 'declare a stock, such as 累计 个人账户余额：金额 = 存量 按 参保人',
    }),
    explanation: {
      zh: '“限额 余额 某存量”付到存量用完为止，付的就从存量里减去；合计、计数等累计不会因支付而减少。',
      en: '限额 余额 pays until the stock is used up and takes the payment from it; totals and counts never fall by a payment.',
    },
  }),
  'stock-cap-in-case': error({
    message: () => ({
      zh: '动用存量的限额只能写在层上，不能写在情形里，也不能有期限',
      en: 'a cap by a stock stands on the layer itself, in no case and without days',
    }),
    hint: () => ({
      zh: '把这种情形写成另一个层',
      en: 'write this case as a layer of its own',
    }),
    explanation: {
      zh: '一层付多少就从存量里减多少。若只在某个情形动用存量，其余情形付的不应减少存量，所以要写成两个层。',
      en: 'What a layer pays is taken from the stock. If only one case drew on it, the other payments must not: that takes two layers.',
    },
  }),
  'flow-without-stock': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `“${name}”不是存量，没有入、出和清零`,
      en: `“${name}” is no stock: nothing goes in or out`,
    }),
    hint: () => ({ zh: '写“= 存量”，或删去大括号', en: 'write = 存量, or drop the braces' }),
    explanation: {
      zh: '只有存量（余额）有入、出和清零；合计、计数、最大、最近由它们自己的值和条件决定。',
      en: 'Only a stock has flows; totals, counts, greatest and latest follow from their own value and condition.',
    },
  }),
};
