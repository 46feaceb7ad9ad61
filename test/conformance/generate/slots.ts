import type { Fraction } from '../reference/fraction.ts';
import { fraction, plus } from '../reference/fraction.ts';
import type {
  AdjustmentModel,
  AdmitModel,
  BandModel,
  BaseModel,
  CapModel,
  DeductibleModel,
  GuaranteeModel,
  LayerRounding,
  RateModel,
  SlotPeriod,
  Slots,
  Version,
  Written,
} from '../reference/model.ts';
import { drawAmount, drawRate, literalAmount } from './amounts.ts';
import type { Composer } from './composer.ts';
import { drawCondition } from './conditions.ts';
import type { Range } from './literals.ts';
import {
  constant,
  drawFen,
  drawVersions,
  moneyLiteral,
  percentText,
  rateLiteral,
} from './literals.ts';
import { drawRounding } from './roundings.ts';

export const noSlots: Slots = {
  base: [],
  admitBefore: [],
  admitAfter: [],
  deductible: [],
  rate: [],
  adjustments: [],
  personShare: [],
  guarantees: [],
  caps: [],
  rounding: [],
};

/** What a layer may have, for the slots to agree with each other. */
export interface LayerPlan {
  readonly base: () => BaseModel;
  /** 年内 补差 or 累加: yearly or plain slots only. */
  readonly plain: boolean;
  readonly cumulative: boolean;
  readonly highest: boolean;
  /** The facts by which a deductible is counted apart; one list a layer. */
  readonly by: readonly string[];
  readonly caseLabel?: string;
}

const PERIODS: readonly SlotPeriod[] = ['claim', 'visit', 'stay', 'day', 'month', 'year'];
const DEDUCTIBLES: Range = { low: 50, high: 3000 };
const CAPS: Range = { low: 500, high: 60_000 };
const BANDS: Range = { low: 500, high: 40_000 };

/** A full set of slots: what a layer needs, and some of the rest. */
export function drawSlots(composer: Composer, plan: LayerPlan): Slots {
  const { draw } = composer;
  const maybe = <Value>(percent: number, value: () => readonly Version<Value>[]) =>
    draw.chance(percent) ? value() : [];
  const deductible = maybe(70, () =>
    drawVersions(composer, 15, () => drawDeductible(composer, plan)),
  );
  const caps = maybe(60, () => drawCaps(composer, plan));
  const rate = drawVersions(composer, 15, () => drawRateRule(composer, plan));
  const adjustments = maybe(45, () => drawAdjustments(composer, plan, { caps, rate, deductible }));
  return {
    base: [{ value: plan.base() }],
    admitBefore: maybe(plan.plain ? 0 : 18, () => drawAdmits(composer)),
    admitAfter: maybe(plan.plain ? 0 : 15, () => drawAdmits(composer)),
    deductible,
    rate,
    adjustments,
    personShare: maybe(12, () =>
      drawVersions(composer, 20, () => rateLiteral(draw.integer(1, 30) * 100)),
    ),
    guarantees: maybe(plan.plain ? 0 : 12, () => drawGuarantees(composer)),
    caps,
    rounding: maybe(25, () => drawVersions(composer, 20, () => drawLayerRounding(composer, plan))),
  };
}

/** What a case gives of its own: at least one slot. */
export function drawCaseSlots(composer: Composer, plan: LayerPlan, own: Slots): Slots {
  const { draw } = composer;
  const drawn = drawSlots(composer, plan);
  const kept = draw.some(['rate', 'deductible', 'caps', 'personShare', 'rounding'] as const, 1, 3);
  const given: Record<string, unknown> = {};
  for (const name of kept) given[name] = drawn[name];
  const slots: Slots = { ...noSlots, ...given };
  const adjusts = new Set(own.adjustments.map(({ value }) => value.cap ?? ''));
  // An adjustment of the layer names its cap by label: a case that replaces caps keeps the labels.
  const caps =
    adjusts.size > 0 || own.caps.some(({ value }) => value.label !== undefined) ? [] : slots.caps;
  const empty = Object.values({ ...slots, caps }).every((slot) => slot.length === 0);
  return { ...slots, caps, ...(empty && { rate: drawn.rate }) };
}

function drawDeductible(composer: Composer, plan: LayerPlan): DeductibleModel {
  const { draw } = composer;
  const amount = drawAmount(composer, DEDUCTIBLES);
  const period = plan.plain ? 'year' : draw.pick(PERIODS);
  composer.note(`起付 ${period}`);
  const plain: DeductibleModel = { period, amount, highestInYear: false, by: [] };
  if (plan.plain) return plain;
  const by = period === 'claim' || draw.chance(60) ? [] : plan.by;
  if (by.length > 0) {
    composer.note('起付 按');
    return { ...plain, by };
  }
  if (plan.highest) {
    composer.note('起付 取年内最高');
    return { ...plain, period: 'year', highestInYear: true };
  }
  return {
    ...plain,
    ...countedClause(composer),
    ...boundClauses(composer),
    ...yearClause(composer, amount),
  };
}

type DeductibleClauses = Partial<DeductibleModel>;

function countedClause(composer: Composer): DeductibleClauses {
  const { draw } = composer;
  const [counter] = composer.counters;
  if (!counter || draw.chance(60)) return {};
  if (draw.chance(50)) {
    composer.note('起付 次第');
    const shares = Array.from({ length: draw.integer(1, 4) }, () =>
      rateLiteral(draw.integer(0, 20) * 500),
    );
    return { nth: { counter: counter.name, shares } };
  }
  composer.note('起付 递减');
  const by = literalAmount(composer, { low: 10, high: 400 });
  const atLeast = draw.chance(60) ? literalAmount(composer, { low: 10, high: 300 }) : undefined;
  return { stepDown: { counter: counter.name, by, ...(atLeast && { atLeast }) } };
}

function boundClauses(composer: Composer): DeductibleClauses {
  const { draw } = composer;
  const bounds: { -readonly [Name in keyof DeductibleClauses]: DeductibleClauses[Name] } = {};
  if (draw.chance(15)) {
    composer.note('起付 不低于');
    bounds.atLeast = literalAmount(composer, { low: 50, high: 500 });
  }
  if (draw.chance(15)) {
    composer.note('起付 不超过');
    bounds.atMost = literalAmount(composer, { low: 600, high: 3000 });
  }
  if (draw.chance(15)) {
    composer.note('起付 续计');
    bounds.renew = { days: '住院天数', every: BigInt(draw.pick([5, 15, 30, 45])) };
  }
  return bounds;
}

function yearClause(composer: Composer, amount: Written<Fraction>): DeductibleClauses {
  const { draw } = composer;
  if (draw.chance(75)) return {};
  const limit = literalAmount(composer, { low: 300, high: 4000 });
  if (draw.chance(50)) {
    composer.note('起付 年内合计 不超过');
    return { yearAtMost: limit };
  }
  composer.note('起付 年内合计 达到后免');
  // Often the sum of a year is exactly the limit.
  const isOne = /^\d/.test(amount.text) && draw.chance(60);
  return { waivedAt: isOne ? amount : limit };
}

function drawAdmits(composer: Composer): readonly Version<AdmitModel>[] {
  const { draw } = composer;
  const periods = draw.some(PERIODS, 1, 2);
  return periods.map((period) => {
    composer.note(`费用限额 ${period}`);
    return { value: { period, limit: drawAmount(composer, CAPS) } };
  });
}

function drawRateRule(composer: Composer, plan: LayerPlan): RateModel {
  const { draw } = composer;
  const { cumulative } = plan;
  if (draw.chance(50)) {
    composer.note(cumulative ? '比例 年内累计' : '比例');
    return { kind: 'flat', rate: drawRate(composer, 2000, 10_000), cumulative };
  }
  const basis = draw.chance(50) ? 'absolute' : 'excess';
  composer.note(`分段 ${basis}${cumulative ? ' 年内累计' : ''}`);
  const limits = new Set(
    Array.from({ length: draw.integer(1, 3) }, () => drawFen(composer, BANDS)),
  );
  const ascending = [...limits].sort((left, right) => (left < right ? -1 : 1));
  const bands: BandModel[] = ascending.map((limit) => ({
    upTo: moneyLiteral(composer, limit),
    rate: draw.chance(80)
      ? rateLiteral(draw.integer(20, 100) * 100)
      : drawRate(composer, 2000, 10_000),
  }));
  bands.push({ rate: rateLiteral(draw.integer(20, 100) * 100) });
  if (!bands.every(({ rate }) => rate.text.endsWith('%')) || draw.chance(70)) {
    return { kind: 'brackets', basis, cumulative, bands };
  }
  composer.note('分段 by a table');
  const table = composer.fresh('分段表');
  const rows = bands.map((band, index) => `${bandText(bands, index)}：${band.rate.text}`);
  const word = basis === 'absolute' ? '绝对额' : '超额';
  composer.statements.push(`表 ${table}：比例 按 分段 ${word} { ${rows.join('； ')} }`);
  return { kind: 'brackets', basis, cumulative, bands, table };
}

/** 不超过k · 超过k至m · 超过m */
export function bandText(bands: readonly BandModel[], index: number): string {
  const low = bands[index - 1]?.upTo?.text;
  const high = bands[index]?.upTo?.text;
  if (low === undefined) return high === undefined ? '其余' : `不超过${high}`;
  return high === undefined ? `超过${low}` : `超过${low}至${high}`;
}

function drawGuarantees(composer: Composer): readonly Version<GuaranteeModel>[] {
  const { draw } = composer;
  composer.note('保底');
  return [
    {
      value: {
        rate: rateLiteral(draw.integer(5, 60) * 100),
        of: constantFact('费用'),
        ...(draw.chance(50) && { when: drawCondition(composer) }),
      },
    },
  ];
}

export function constantFact(name: string): Written<Fraction> {
  return {
    text: name,
    read: ({ facts }) => {
      const value = facts.get(name);
      return fraction(typeof value === 'bigint' ? value : 0n);
    },
  };
}

function drawCaps(composer: Composer, plan: LayerPlan): readonly Version<CapModel>[] {
  const { draw } = composer;
  const count = draw.chance(70) ? 1 : 2;
  const labelled = count > 1 || draw.chance(20);
  const periods = draw.some(plan.plain ? (['year'] as const) : PERIODS, count, count);
  return periods.flatMap((period): readonly Version<CapModel>[] => {
    composer.note(`限额 ${period}`);
    const label = labelled ? { label: composer.fresh('限') } : {};
    const make = (): CapModel => ({
      kind: 'cap',
      period,
      limit: drawAmount(composer, CAPS),
      ...label,
    });
    const versions = drawVersions(composer, 15, make);
    const last = versions.at(-1);
    if (versions.length < 3 || last?.from === undefined || draw.chance(50)) return versions;
    composer.note('限额 不设');
    return [...versions.slice(0, -1), { from: last.from, value: { kind: 'none', ...label } }];
  });
}

export function drawLayerRounding(composer: Composer, plan: LayerPlan): LayerRounding {
  const perBand = !plan.cumulative && !plan.plain && composer.draw.chance(30);
  if (perBand) composer.note('取整 逐段');
  const rounding = drawRounding(composer);
  composer.note(`取整 ${rounding.rule.mode}`);
  return { ...rounding, perBand };
}

/** Adjustments of one to two targets; those of one target say their order wherever it could matter. */
function drawAdjustments(
  composer: Composer,
  plan: LayerPlan,
  own: Pick<Slots, 'caps' | 'rate' | 'deductible'>,
): readonly Version<AdjustmentModel>[] {
  const { draw } = composer;
  const caps = own.caps.filter(({ value }) => value.kind === 'cap');
  const targets = draw.some(
    [
      ...(own.deductible.length > 0 ? (['deductible'] as const) : []),
      'rate' as const,
      'person-share' as const,
      ...(caps.length > 0 ? (['cap'] as const) : []),
    ],
    1,
    2,
  );
  let tracked = plan.plain ? 2 : 0;
  const planned = targets.map((target) => {
    const count = draw.chance(65) ? 1 : 2;
    return { target, labels: Array.from({ length: count }, () => composer.fresh('调')) };
  });
  // The rate and the person's share are two sides of one number: one of them says that it comes first.
  const [first, second] = draw.chance(50)
    ? (['rate', 'person-share'] as const)
    : (['person-share', 'rate'] as const);
  return planned.flatMap(({ target, labels }) => {
    const cap = target === 'cap' ? draw.pick(caps).value.label : undefined;
    const others = planned.filter((each) => target === first && each.target === second);
    const behind = others.flatMap((each) => each.labels);
    return labels.map((label, index): Version<AdjustmentModel> => {
      composer.note(`调整 ${target}`);
      const isTracked = tracked < 2 && draw.chance(20);
      if (isTracked) {
        composer.note('单列');
        tracked += 1;
      }
      const before = [...labels.slice(index + 1), ...behind];
      if (before.length > 0) composer.note('先于');
      return {
        value: {
          label,
          target,
          ...(cap !== undefined && { cap }),
          change: drawChange(composer, target),
          ...(target === 'rate' &&
            draw.chance(20) && { atMost: rateLiteral(draw.integer(70, 100) * 100) }),
          ...(draw.chance(70) && { when: drawCondition(composer) }),
          before,
          tracked: isTracked,
        },
      };
    });
  });
}

function drawChange(
  composer: Composer,
  target: AdjustmentModel['target'],
): AdjustmentModel['change'] {
  const { draw } = composer;
  const raise = draw.chance(50);
  const word = raise ? '提高' : '降低';
  const sign = raise ? 1 : -1;
  if (target === 'rate' || target === 'person-share') {
    if (target === 'person-share' || draw.chance(25))
      return scaled(composer, draw.integer(50, 110));
    const points = draw.integer(1, 15);
    composer.note('个百分点');
    return {
      kind: 'plus',
      amount: constant('', fraction(sign * points, 100)),
      text: `${word} ${points}个百分点`,
    };
  }
  const choice = draw.integer(1, 10);
  if (choice <= 4) {
    const percent = draw.integer(5, 60);
    composer.note('提高 %');
    return {
      kind: 'times',
      factor: constant('', plus(fraction(1), fraction(sign * percent, 100))),
      text: `${word} ${percent}%`,
    };
  }
  if (choice <= 6) return scaled(composer, draw.integer(20, 150));
  if (choice <= 8) {
    const by = literalAmount(composer, { low: 10, high: 40 });
    composer.note('提高 元');
    const amount: Written<Fraction> = {
      text: by.text,
      read: (at) => (raise ? by.read(at) : { ...by.read(at), top: -by.read(at).top }),
    };
    return { kind: 'plus', amount, text: `${word} ${by.text}` };
  }
  composer.note(target === 'cap' ? '取消' : '免');
  return { kind: 'waive', text: target === 'cap' ? '取消' : '免' };
}

function scaled(composer: Composer, percent: number): AdjustmentModel['change'] {
  composer.note('乘');
  const factor = constant(percentText(percent * 100), fraction(percent, 100));
  return { kind: 'times', factor, text: `乘 ${factor.text}` };
}
