import { textOfDay } from '../reference/calendar.ts';
import type { Fraction } from '../reference/fraction.ts';
import {
  fraction,
  isSame,
  least,
  minus,
  most,
  nothing,
  order,
  plus,
  positive,
  round,
  sum,
  times,
} from '../reference/fraction.ts';
import type { Facts, LayerModel, Reading, RuleModel, Written } from '../reference/model.ts';
import { undetermined } from '../reference/model.ts';
import { accumulatorRules } from './accumulators.ts';
import { drawAmount, literalAmount } from './amounts.ts';
import type { Composer } from './composer.ts';
import { changeDays } from './composer.ts';
import { drawCondition, drawPartition, numberFact, setFact, textFact } from './conditions.ts';
import { dateRule } from './date-rules.ts';
import { constant, percentText } from './literals.ts';
import { itemClasses, keyGroup, statuses } from './prelude.ts';
import { drawRounding } from './roundings.ts';

type Drawn = (composer: Composer, layers: readonly LayerModel[]) => readonly RuleModel[];

/** Definitions and 分担 besides the layers. */
export function drawRules(composer: Composer, layers: readonly LayerModel[]): readonly RuleModel[] {
  const { draw } = composer;
  const drawn = draw.some(kinds, 1, 3);
  return [...drawn.flatMap((kind) => kind(composer, layers)), ...everyTime(composer, layers)];
}

/** What most documents have: definitions about dates and about what was accumulated. */
function everyTime(composer: Composer, layers: readonly LayerModel[]): readonly RuleModel[] {
  const { draw } = composer;
  return [
    ...(draw.chance(60) ? dateRule(composer) : []),
    ...(draw.chance(60) ? accumulatorRules(composer, layers) : []),
  ];
}

const RANGE = { low: 100, high: 20_000 };

/** 定义 x：金额 { 情形 …； 其余 … [重叠 …] } */
function caseRule(composer: Composer): readonly RuleModel[] {
  const { draw } = composer;
  const name = composer.fresh('定额');
  const overlap = draw.pick(['就高', '就低', '累加', '按序', undefined] as const);
  composer.note(`定义 重叠 ${overlap ?? '无'}`);
  const guards =
    overlap === undefined
      ? drawPartition(composer, 2)
      : [drawCondition(composer), drawCondition(composer)];
  const cases = guards.map((when) => ({
    label: composer.fresh('款'),
    when,
    value: drawAmount(composer, RANGE),
  }));
  const rest = draw.chance(50) ? drawAmount(composer, RANGE) : undefined;
  if (!rest) composer.note('定义 不适用');
  const ranked = cases.toReversed();
  const rows = [
    ...cases.map(({ label, when, value }) => `情形「${label}」：${when.text}：${value.text}`),
    rest ? `其余：${rest.text}` : '其余：不适用 "没有"',
    ...(overlap === undefined ? [] : [`重叠 ${overlap}`]),
  ];
  const order0 =
    overlap === '按序' ? ` (${ranked.map(({ label }) => `「${label}」`).join(' > ')})` : '';
  const text = `定义 ${name}：金额 { ${rows.join('； ')}${order0} }`;
  const read = (at: Reading): Fraction | undefined => {
    const held = (overlap === '按序' ? ranked : cases).filter(({ when }) => when.read(at));
    const [first, ...others] = held.map(({ value }) => value.read(at));
    if (!first) return rest?.read(at);
    if (overlap === '就高') return most(first, ...others);
    if (overlap === '就低') return least(first, ...others);
    return overlap === '累加' ? sum([first, ...others]) : first;
  };
  return [{ name, text, read }];
}

/** 例外「l」 于「m」, and an exception to the exception. */
function exceptionRule(composer: Composer): readonly RuleModel[] {
  composer.note('例外');
  const name = composer.fresh('定额');
  const labels = [0, 1, 2].map(() => composer.fresh('款'));
  const values = [0, 1, 2, 3].map(() => literalAmount(composer, RANGE));
  const guards = [0, 1, 2].map(() => drawCondition(composer));
  const rows = [
    `情形「${labels[0]}」：${guards[0]?.text}：${values[0]?.text}`,
    `例外「${labels[1]}」 于「${labels[0]}」：${guards[1]?.text}：${values[1]?.text}`,
    `例外「${labels[2]}」 于「${labels[1]}」：${guards[2]?.text}：${values[2]?.text}`,
    `其余：${values[3]?.text}`,
  ];
  return [
    {
      name,
      text: `定义 ${name}：金额 { ${rows.join('； ')} }`,
      read: (at) => {
        const deepest = [2, 1, 0].find((index) => guards[index]?.read(at));
        return values[deepest ?? 3]?.read(at);
      },
    },
  ];
}

/** 分担 费用 { a：e； b：余 …； c：其余 } */
function shareRule(composer: Composer): readonly RuleModel[] {
  composer.note('分担');
  const { draw } = composer;
  const names = [0, 1, 2].map(() => composer.fresh('部分'));
  const [percent, ofLeft] = [draw.integer(5, 130), draw.integer(5, 95)];
  const rounding = drawRounding(composer);
  const fixed = literalAmount(composer, RANGE);
  const condition = drawCondition(composer);
  const kind = draw.integer(1, 3);
  const second = [
    `${percentText(ofLeft * 100)} × 余 取整 ${rounding.text}`,
    fixed.text,
    `${fixed.text} 当 ${condition.text}`,
  ][kind - 1];
  const text = `分担 其他费用 { ${names[0]}：${percentText(percent * 100)} × 总 取整 ${rounding.text}； ${names[1]}：${second}； ${names[2]}：其余 }`;
  const parts = (at: Reading): readonly Fraction[] => {
    const whole = fraction(numberFact(at.facts, '其他费用'));
    const first = least(whole, round(times(fraction(percent, 100), whole), rounding.rule));
    const left = minus(whole, first);
    const wanted = [
      () => round(times(fraction(ofLeft, 100), left), rounding.rule),
      () => round(fixed.read(at), composer.headerRounding.rule),
      () => (condition.read(at) ? round(fixed.read(at), composer.headerRounding.rule) : nothing),
    ][kind - 1];
    const next = least(left, positive(wanted?.() ?? nothing));
    return [first, next, minus(left, next)];
  };
  return names.map((name, index) => ({
    name,
    text: index === 0 ? text : '',
    read: (at) => parts(at)[index],
  }));
}

/** Aggregates over the items of the claim. */
function itemRule(composer: Composer): readonly RuleModel[] {
  composer.note('child aggregate');
  const { draw } = composer;
  const [first, second] = [draw.pick(itemClasses), draw.pick(itemClasses)];
  const inClass = (at: Reading, wanted: string): readonly Facts[] =>
    at.items.filter((item) => textFact(item, '类别') === wanted);
  const amounts = (items: readonly Facts[]): readonly Fraction[] =>
    items.map((item) => fraction(numberFact(item, '金额')));
  const [total, count, greatest] = [0, 1, 2].map(() => composer.fresh('明细'));
  return [
    {
      name: total ?? '',
      text: `定义 ${total}：金额 = 合计(明细.金额 当 明细.类别 = ${first})`,
      read: (at) => sum(amounts(inClass(at, first))),
    },
    {
      name: count ?? '',
      text: `定义 ${count}：整数 = 计数(明细.金额 当 明细.类别 = ${second} 且 明细.数量 超过 3)`,
      read: (at) =>
        fraction(inClass(at, second).filter((item) => numberFact(item, '数量') > 3n).length),
    },
    {
      name: greatest ?? '',
      text: `定义 ${greatest}：金额 = 最大(明细.金额)`,
      read: (at) => most(nothing, ...amounts(at.items)),
    },
  ];
}

/** 或 无, 视为0, 有. */
function optionalRule(composer: Composer): readonly RuleModel[] {
  composer.note('视为0');
  const name = composer.fresh('抵扣');
  const claimed = (at: Reading): Fraction => {
    const value = at.facts.get('商保赔付');
    if (value === undefined) throw undetermined;
    return typeof value === 'bigint' ? fraction(value) : nothing;
  };
  return [
    {
      name,
      text: `定义 ${name}：金额 = 最大(0元，费用 − 商保赔付 视为0)`,
      read: (at) => positive(minus(fraction(numberFact(at.facts, '费用')), claimed(at))),
    },
  ];
}

/** A result of a layer that may not apply, as an amount. */
function layerRule(composer: Composer, layers: readonly LayerModel[]): readonly RuleModel[] {
  const layer = composer.draw.pick(layers);
  const name = composer.fresh('合算');
  const optional = layer.applies.length > 0 || layer.otherwise === 'not-applicable';
  const asZero = optional ? ' 视为0' : '';
  if (optional) composer.note('视为0');
  return [
    {
      name,
      text: `定义 ${name}：金额 = ${layer.name}${asZero} + ${layer.name}.起付${asZero}`,
      read: (at) =>
        plus(at.result(layer.name, '支付') ?? nothing, at.result(layer.name, '起付') ?? nothing),
    },
  ];
}

function unseenRule(composer: Composer): readonly RuleModel[] {
  composer.note('未见');
  const table = composer.fresh('未见表');
  const name = composer.fresh('待定');
  const seen = literalAmount(composer, RANGE);
  composer.statements.push(
    `表 ${table}：金额 按 医院级别 { 一级：未见 "来源没有写"； 其余：${seen.text} }`,
  );
  return [
    {
      name,
      text: `定义 ${name}：金额 = ${table}`,
      read: (at) => {
        if (textFact(at.facts, '医院级别') === '一级') throw undetermined;
        return seen.read(at);
      },
    },
  ];
}

/** Versions of a definition by date, rounding included. */
function datedRule(composer: Composer): readonly RuleModel[] {
  composer.note('dated definition');
  const { draw } = composer;
  const name = composer.fresh('折算');
  const day = draw.pick(changeDays);
  const make = () => ({ percent: draw.integer(1, 99), rounding: drawRounding(composer) });
  const [first, second] = [make(), make()];
  const body = ({ percent, rounding }: typeof first): string =>
    `= ${percentText(percent * 100)} × 费用 取整 ${rounding.text}`;
  const before = `至 ${textOfDay(day - 1)}`;
  return [
    {
      name,
      text: `定义 ${name}：金额 自 2000-01-01 ${before} ${body(first)}；\n定义 ${name}：金额 自 ${textOfDay(day)} ${body(second)}`,
      read: (at) => {
        const { percent, rounding } = at.day < day ? first : second;
        const exact = times(fraction(percent, 100), fraction(numberFact(at.facts, '费用')));
        return round(exact, rounding.rule);
      },
    },
  ];
}

/** 商(a, b), undetermined where b is 0. */
function quotientRule(composer: Composer): readonly RuleModel[] {
  composer.note('商');
  const name = composer.fresh('占比');
  const places = composer.draw.integer(2, 4);
  composer.statements.push(`结果 { ${name} = 商(费用，其他费用) 取整 四舍五入到${places}位小数 }`);
  return [
    {
      name,
      text: '',
      read: (at) => {
        const below = fraction(numberFact(at.facts, '其他费用'));
        if (isSame(below, nothing)) throw undetermined;
        const above = numberFact(at.facts, '费用');
        const unit = fraction(1, 10n ** BigInt(places));
        return round(fraction(above, below.top), { mode: 'half', unit });
      },
    },
  ];
}

/** Spells of the person's status, group and set tests as a truth value. */
function truthRule(composer: Composer): readonly RuleModel[] {
  composer.note('按日');
  const name = composer.fresh('符合');
  const status = composer.draw.pick(statuses);
  const count = composer.draw.integer(1, 3);
  return [
    {
      name,
      text: `定义 ${name}：布尔 = 身份 = ${status} 或 计数(人员类别) 不低于 ${count} 或 人员类别 含 重点对象`,
      read: (at) => {
        const held = setFact(at.facts, '人员类别');
        return (
          textFact(at.facts, '身份') === status ||
          held.size >= count ||
          keyGroup.some((each) => held.has(each))
        );
      },
    },
  ];
}

/** Limits behind a value: { 不低于 a； 不超过 b }. */
function limitedRule(composer: Composer): readonly RuleModel[] {
  composer.note('不低于 不超过');
  const name = composer.fresh('限内');
  const low = literalAmount(composer, { low: 100, high: 1000 });
  const high = literalAmount(composer, { low: 1000, high: 9000 });
  const rate: Written<Fraction> = constant('35%', fraction(35, 100));
  const rounding = drawRounding(composer);
  return [
    {
      name,
      text: `定义 ${name}：金额 = ${rate.text} × 费用 取整 ${rounding.text} { 不低于 ${low.text}； 不超过 ${high.text} }`,
      read: (at) => {
        const exact = times(rate.read(at), fraction(numberFact(at.facts, '费用')));
        const raised = order(exact, low.read(at)) < 0 ? low.read(at) : exact;
        return round(least(raised, high.read(at)), rounding.rule);
      },
    },
  ];
}

const kinds: readonly Drawn[] = [
  caseRule,
  caseRule,
  exceptionRule,
  shareRule,
  itemRule,
  optionalRule,
  layerRule,
  unseenRule,
  datedRule,
  quotientRule,
  truthRule,
  limitedRule,
];
