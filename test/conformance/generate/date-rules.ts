import { dayOfNumber, monthsLater, numberOfDay, textOfDay } from '../reference/calendar.ts';
import type { Fraction } from '../reference/fraction.ts';
import { fraction } from '../reference/fraction.ts';
import type { Reading, RuleModel } from '../reference/model.ts';
import { workingDaysLater } from '../reference/working-days.ts';
import type { Composer } from './composer.ts';
import { changeDays } from './composer.ts';
import { numberFact } from './conditions.ts';

type Body = (composer: Composer) => {
  readonly feature: string;
  readonly text: string;
  readonly read: (at: Reading) => Fraction | boolean;
};

const DATES = ['入院日期', '出院日期', '结算日期'] as const;

function dayOf(name: string, { facts }: Reading): number {
  return Number(numberFact(facts, name));
}

/** One definition about dates. */
export function dateRule(composer: Composer): readonly RuleModel[] {
  const name = composer.fresh('日');
  const { feature, text, read } = composer.draw.pick(bodies)(composer);
  composer.note(feature);
  return [{ name, text: `定义 ${name}：${text}`, read }];
}

/** The same day some months on or back, or the last of that month. */
const months: Body = ({ draw }) => {
  const [count, date, back] = [draw.integer(1, 14), draw.pick(DATES), draw.chance(40)];
  return {
    feature: back ? 'months back' : 'date arithmetic',
    text: `日期 = ${date} ${back ? '−' : '+'} ${count}个月`,
    read: (at) => fraction(monthsLater(dayOf(date, at), back ? -count : count)),
  };
};

const firstOfNextMonth: Body = ({ draw }) => {
  const date = draw.pick(DATES);
  return {
    feature: '次月首日',
    text: `日期 = 次月首日(${date})`,
    read: (at) => {
      const { year, month } = dayOfNumber(dayOf(date, at));
      return fraction(monthsLater(numberOfDay({ year, month, day: 1 }), 1));
    },
  };
};

const firstOfYear: Body = ({ draw }) => {
  const [date, later] = [draw.pick(DATES), draw.integer(0, 2)];
  return {
    feature: '年初',
    text: `日期 = 年初(年(${date}) + ${later})`,
    read: (at) => {
      const { year } = dayOfNumber(dayOf(date, at));
      return fraction(numberOfDay({ year: year + later, month: 1, day: 1 }));
    },
  };
};

const parts: Body = () => ({
  feature: 'date parts',
  text: '整数 = 年(出院日期) × 10000 + 月(入院日期) × 100 + 日(结算日期)',
  read: (at) =>
    fraction(
      dayOfNumber(dayOf('出院日期', at)).year * 10_000 +
        dayOfNumber(dayOf('入院日期', at)).month * 100 +
        dayOfNumber(dayOf('结算日期', at)).day,
    ),
});

const within: Body = ({ draw }) => {
  const count = draw.integer(0, 2);
  return {
    feature: 'date arithmetic',
    text: `布尔 = 结算日期 <= 入院日期 + ${count}个月`,
    read: (at) => dayOf('结算日期', at) <= monthsLater(dayOf('入院日期', at), count),
  };
};

const between: Body = ({ draw }) => {
  const [from, to] = draw.pick([
    ['入院日期', '出院日期'],
    ['入院日期', '结算日期'],
    ['结算日期', '出院日期'],
  ] as const);
  return {
    feature: 'days between',
    text: `时长 = ${to} − ${from}`,
    read: (at) => fraction(dayOf(to, at) - dayOf(from, at)),
  };
};

const workingDays: Body = ({ draw }) => {
  const [count, date, back] = [draw.integer(0, 16), draw.pick(DATES), draw.chance(30)];
  const written = draw.chance(50) ? `${count}个工作日` : `工作日数(${count})`;
  return {
    feature: 'working days',
    text: `日期 = ${date} ${back ? '−' : '+'} ${written}`,
    read: (at) => fraction(workingDaysLater(dayOf(date, at), back ? -count : count)),
  };
};

/** Which band of dates a day lies in, with the days on which versions change as limits. */
const band: Body = ({ draw }) => {
  const date = draw.pick(DATES);
  const [first, second] = draw.some(changeDays, 2, 2);
  const [low, high] = [first ?? 0, second ?? 0];
  return {
    feature: 'date band',
    text: `整数 { 情形「前」：${date} 不满 ${textOfDay(low)}：1； 情形「中」：${date} 自 ${textOfDay(low)} 至 ${textOfDay(high)}：2； 其余：3 }`,
    read: (at) => {
      const day = dayOf(date, at);
      return fraction(day < low ? 1 : day <= high ? 2 : 3);
    },
  };
};

const bodies: readonly Body[] = [
  months,
  months,
  firstOfNextMonth,
  firstOfYear,
  parts,
  within,
  between,
  workingDays,
  workingDays,
  band,
];
