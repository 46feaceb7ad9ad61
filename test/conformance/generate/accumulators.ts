import { fraction, nothing, plus } from '../reference/fraction.ts';
import type { AccumulatorModel, LayerModel, PeriodName, RuleModel } from '../reference/model.ts';
import type { Composer } from './composer.ts';
import { drawCondition, numberFact, textFact } from './conditions.ts';
import { payerField } from './households.ts';
import { periodText } from './print-layer.ts';
import { constantFact } from './slots.ts';

const PERIODS: readonly PeriodName[] = ['visit', 'stay', 'day', 'month', 'year'];

export function drawAccumulators(composer: Composer): readonly AccumulatorModel[] {
  const { draw, accumulators, counters } = composer;
  const count = draw.pick([0, 1, 1, 2, 2, 3]);
  for (let index = 0; index < count; index += 1) {
    const drawn = drawAccumulator(composer);
    accumulators.push(drawn);
    if (drawn.operator === 'count' && drawn.by.length === 0) counters.push(drawn);
  }
  return accumulators;
}

const WORDS = { total: '合计', count: '计数', greatest: '最大', latest: '最近' } as const;

function drawAccumulator(composer: Composer): AccumulatorModel {
  const { draw } = composer;
  const operator = draw.pick(['total', 'count', 'count', 'greatest', 'latest', 'latest'] as const);
  const isLasting = draw.chance(30);
  const period = isLasting ? 'ever' : draw.pick(PERIODS);
  composer.note(`累计 ${operator}`);
  composer.note(`累计 ${period}`);
  const by = draw.chance(60) ? [] : draw.pick([['医院'], ['医院级别'], ['医院', '就医地']]);
  if (by.length > 0) composer.note(`累计 ${operator} 按`);
  const isDate = operator === 'latest' && draw.chance(50);
  const value = isDate ? constantFact('出院日期') : constantFact('费用');
  return {
    name: composer.fresh('累计'),
    type: operator === 'count' ? '整数' : isDate ? '日期' : '金额',
    operator,
    ...(operator !== 'count' && { value }),
    period,
    by,
    ...(draw.chance(40) && { when: drawCondition(composer) }),
  };
}

export function accumulatorText({
  name,
  type,
  operator,
  value,
  period,
  by,
  when,
}: AccumulatorModel): string {
  return [
    `累计 ${name}：${type} = ${WORDS[operator]}`,
    value?.text,
    periodText(period),
    by.length > 0 && `按 ${by.join('、')}`,
    when && `当 ${when.text}`,
  ]
    .filter((part) => typeof part === 'string')
    .join(' ');
}

/** Definitions that read what was accumulated before the claim. */
export function accumulatorRules(
  composer: Composer,
  layers: readonly LayerModel[],
): readonly RuleModel[] {
  const { draw, accumulators, stocks, household } = composer;
  const layer = draw.pick(layers);
  const quantity = draw.pick(['基数', '起付', '计入', '支付'] as const);
  const sums = [`${layer.name}.${quantity}.本年`, ...stocks.map(({ name }) => name)];
  return [
    ...sums.map((name) => sumRule(composer, name)),
    ...accumulators.map((each) => declaredRule(composer, each)),
    ...(household && !household.forEach ? [otherStockRule(composer, household.stock.name)] : []),
  ];
}

/** What the account of the one whom the claim names holds. */
function otherStockRule(composer: Composer, of: string): RuleModel {
  const name = composer.fresh('读数');
  composer.note('他人存量 read');
  return {
    name,
    text: `定义 ${name}：金额 = ${payerField}.${of} + 1元`,
    read: (at) =>
      plus(at.accumulated(of, textFact(at.facts, payerField)) ?? nothing, fraction(100)),
  };
}

function sumRule(composer: Composer, of: string): RuleModel {
  const name = composer.fresh('读数');
  composer.note('accumulator read');
  return {
    name,
    text: `定义 ${name}：金额 = ${of} + 费用`,
    read: (at) => plus(at.accumulated(of) ?? nothing, fraction(numberFact(at.facts, '费用'))),
  };
}

function declaredRule(
  composer: Composer,
  { name: of, type, operator }: AccumulatorModel,
): RuleModel {
  if (type === '金额' && operator !== 'latest') return sumRule(composer, of);
  const name = composer.fresh('读数');
  composer.note(operator === 'latest' ? '最近 read' : 'accumulator read');
  if (type === '整数') {
    return {
      name,
      text: `定义 ${name}：整数 = ${of} + 1`,
      read: (at) => plus(at.accumulated(of) ?? nothing, fraction(1)),
    };
  }
  if (type === '金额') {
    return {
      name,
      text: `定义 ${name}：金额 = ${of} 视为0`,
      read: (at) => at.accumulated(of) ?? nothing,
    };
  }
  const days = composer.draw.integer(0, 40);
  return {
    name,
    text: `定义 ${name}：布尔 = 有 ${of} 且 结算日期 − ${of} 不超过 ${days}日`,
    read: (at) => {
      const last = at.accumulated(of);
      return last !== undefined && numberFact(at.facts, '结算日期') - last.top <= BigInt(days);
    },
  };
}
