import type { LocalText } from '@tiaoli/base';
import { message } from '@tiaoli/base';

/** What is said of questions beyond two versions. */
export const whatIfMessages = {
  'whatif-grid': message<{ readonly written: string; readonly fault: LocalText }>({
    severity: 'error',
    message: ({ written, fault }) => ({
      zh: `不能按「${written}」逐点测算：${fault.zh}。`,
      en: `"${written}" cannot be run point by point: ${fault.en}.`,
    }),
    hint: () => ({
      zh: '写法如 --sweep 大病起付=10000..20000/1000，表要写明哪一格：支付比例[三类]=60%..75%/1%。',
      en: 'Write --sweep PARAMETER=10000..20000/1000; of a table name the cell: TABLE[CELL]=60%..75%/1%.',
    }),
    explanation: {
      zh: '逐点测算把拟改规则里的一个参数（或表的一格）依次换成几个值，各跑一次。金额写元，比例写百分数；只能改 参数 和 表 里的数。',
      en: 'A sweep puts other values, one after the other, in the place of one parameter (or cell of a table) of the rules proposed. Amounts are in yuan, rates in percent; only numbers of parameters and tables can be moved.',
    },
  }),
  'whatif-threshold': message<{ readonly written: string; readonly fault: LocalText }>({
    severity: 'error',
    message: ({ written, fault }) => ({
      zh: `不能按「${written}」假设预警名单的数值：${fault.zh}。`,
      en: `"${written}" cannot be assumed of an early-warning list: ${fault.en}.`,
    }),
    hint: () => ({
      zh: '写法如 --threshold 普通监测线=50% 省居民人均可支配收入=39890元。',
      en: 'Write --threshold NAME=VALUE, such as 普通监测线=50%.',
    }),
    explanation: {
      zh: '预警名单的界线没有公布时，可以假设一个数来计数；结果的每一处都注明是假设。能假设的是写名单的那份文件里的 参数。',
      en: 'Where the threshold of a list was not published a number can be assumed; every output says so. Parameters of the document with the list can be assumed.',
    },
  }),
  'whatif-target': message<{ readonly written: string }>({
    severity: 'error',
    message: ({ written }) => ({
      zh: `读不懂目标「${written}」。`,
      en: `The target "${written}" cannot be read.`,
    }),
    hint: () => ({
      zh: '写 fund=金额、change=金额（比现行多付）、ratio=比例、in-policy=比例 或 inpatient-basic=比例。',
      en: 'Write fund=AMOUNT, change=AMOUNT (more than in force), ratio=SHARE, in-policy=SHARE or inpatient-basic=SHARE.',
    }),
    explanation: {
      zh: '反求在参数的格点上找出最接近目标的值：基金全年支付、比现行增加的支付，或者一个报销比例。',
      en: 'Solving looks on the grid of a parameter for the value nearest to a target: what the funds pay in the year, what they pay more, or a ratio.',
    },
  }),
  'whatif-accounts': message<{ readonly line: number; readonly reason: LocalText }>({
    severity: 'error',
    message: ({ line, reason }) => ({
      zh: `基金账目第${line}行：${reason.zh}。`,
      en: `Line ${line} of the accounts: ${reason.en}.`,
    }),
    explanation: {
      zh: '各市基金账目是 CSV，第一行是列名：城市、年收入、年初结余必写；上解基数、核定收入、核定支出、可用结余、征缴率、绩效系数可以不写。金额写元。',
      en: 'Accounts of the cities are a CSV with a header: city, income and reserve are required; due_base, normative_income, allowed_spending, usable_reserve, collected and performance may be left out. Amounts are in yuan.',
    },
    example: '城市,年收入,年初结余\n太原市,5200000000,3100000000',
  }),
  'whatif-cities': message<{ readonly cities: string }>({
    severity: 'error',
    message: ({ cities }) => ({
      zh: `人群里没有账目写的这些城市：${cities}。`,
      en: `The population has no such cities as the accounts name: ${cities}.`,
    }),
    explanation: {
      zh: '账目的城市名要与人群的城市名相同，才能对上基金的支出。',
      en: 'Cities of the accounts are known by the names that they have in the population.',
    },
  }),
};
