import { behind } from '@tiaoli/base';
import { error } from './entry.ts';

const roundFirst = {
  zh: '先写“定义 名称：金额 = … 取整 四舍五入到分”，再用这个名称',
  en: 'first write 定义 name：金额 = … 取整 四舍五入到分, then use that name',
};

const roundAsParameter = {
  zh: '先写“参数 名称：金额 = … 取整 四舍五入到分”，再用这个名称',
  en: 'first write 参数 name：金额 = … 取整 四舍五入到分, then use that name',
};

/** Amounts that are not in whole fen where they must be. */
export const amountMessages = {
  'unrounded-accumulator': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `累计“${name}”的金额没有取整到分`,
      en: `what accumulator “${name}” adds is not rounded to fen`,
    }),
    hint: () => roundFirst,
    explanation: {
      zh: '累计把金额带到下一次结算；不足一分的金额不能带过去，取整要写明。',
      en: 'An accumulator carries amounts to the next claim; a fraction of a fen may not cross, and rounding is written.',
    },
  }),
  'growing-decimals': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `累计“${name}”乘以自身，小数位会逐次增加`,
      en: `accumulator “${name}” multiplies itself: its decimals grow with each claim`,
    }),
    hint: () => ({
      zh: '先写“定义 名称：数 = … 取整 四舍五入到2位小数”，再累计这个名称',
      en: 'first write 定义 name：数 = … 取整 四舍五入到2位小数, then accumulate that name',
    }),
    explanation: {
      zh: '精确计算不丢小数位；一直乘下去，小数位没有止境，所以要写明取整。',
      en: 'Exact numbers lose no decimals; multiplied again and again they would have ever more, so rounding is written.',
    },
  }),
  'unrounded-base': error<{ place: string; placeEn: string; isSetting: boolean }>({
    message: ({ place, placeEn }) => ({
      zh: `${place}没有取整到分`,
      en: `the ${placeEn} is not rounded to fen`,
    }),
    hint: ({ isSetting }) => (isSetting ? roundAsParameter : roundFirst),
    explanation: {
      zh: '层与层之间只传递整分的金额：每一层取整一次，基数里不能再有不足一分的金额。',
      en: 'Only whole fen pass from layer to layer: each layer rounds once, and its base holds no fraction of a fen.',
    },
  }),
  'unrounded-output': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `结果“${name}”没有取整到分`,
      en: `result “${name}” is not rounded to fen`,
    }),
    hint: () => ({
      zh: '在后面写“取整 四舍五入到分”',
      en: 'write 取整 四舍五入到分 behind it',
    }),
    remedies: () => [behind(' 取整 四舍五入到分')],
    explanation: {
      zh: '结算单上的金额以分为最小单位，怎样取整要写明。',
      en: 'Amounts of a settlement are in whole fen, and how they are rounded is written.',
    },
  }),
};
