import type {
  AdjustmentModel,
  BaseModel,
  CapModel,
  CaseModel,
  DeductibleModel,
  LayerModel,
  OverlapModel,
  RateModel,
  Slot,
  SlotPeriod,
  Slots,
  Version,
} from '../reference/model.ts';
import { validityText } from './literals.ts';
import { bandText } from './slots.ts';

const PERIODS: Readonly<Record<SlotPeriod, string>> = {
  claim: '每次',
  visit: '每就诊',
  stay: '每住院',
  day: '每日',
  month: '每月',
  year: '每年',
};

export function periodText(period: SlotPeriod | 'ever'): string {
  return period === 'ever' ? '存量' : PERIODS[period];
}

/** The layer as a drafter writes it. */
export function printLayer(layer: LayerModel): string {
  const { name, payer, governedBy, yearBy, applies, cases, otherwise, overlap, trueUp } = layer;
  const lines = [
    `支付方 ${payer}`,
    ...(governedBy === undefined
      ? []
      : [`适用日 ${governedBy}${yearBy ? ` 年度按 ${yearBy}` : ''}`]),
    ...versionLines(applies, (condition, validity) => `适用 ${validity}当 ${condition.text}`),
    ...printSlots(layer.slots),
    ...stockLines(layer),
    ...cases.flatMap((each) => [
      caseText(`情形「${each.label}」`, each),
      ...each.exceptions.map((exception) =>
        caseText(`例外「${exception.label}」 于「${each.label}」`, exception),
      ),
    ]),
    ...(typeof otherwise === 'string'
      ? []
      : [`其余 {\n    ${printSlots(otherwise).join('；\n    ')}；\n  }`]),
    ...(otherwise === 'not-applicable' ? ['其余 不适用'] : []),
    ...(overlap ? [overlapText(overlap)] : []),
    ...(trueUp ? ['年内 补差'] : []),
  ];
  return `层 ${name} {\n  ${lines.join('；\n  ')}；\n}`;
}

/** 限额 余额 of the own account or of somebody's, 逐个 over those of a list. */
function stockLines({ stock, stockOf, forEach }: LayerModel): readonly string[] {
  const own = stockOf === undefined ? stock : `${stockOf}.${stock}`;
  const cap = stock === undefined ? [] : [`限额「余额」 余额 ${own}`];
  if (!forEach) return cap;
  const caps = [`限额 余额 出资人.${forEach.stock}`, ...(forEach.capped ? ['限额 每次 单限'] : [])];
  const when = forEach.allowed ? ' 当 允许' : '';
  return [...cap, `逐个 ${forEach.list} 按 次序${when} { ${caps.join('； ')} }`];
}

function caseText(head: string, { from, when, slots }: Omit<CaseModel, 'exceptions'>): string {
  const validity = from === undefined ? '' : ` ${validityText({ from }).trim()}`;
  return `${head}${validity}：${when.text} {\n    ${printSlots(slots).join('；\n    ')}；\n  }`;
}

const OVERLAPS = { best: '就高', least: '就低', sum: '累加', exclusive: '互斥' } as const;

function overlapText(overlap: OverlapModel): string {
  if (overlap.kind !== 'ranked') return `重叠 ${OVERLAPS[overlap.kind]}`;
  const names = overlap.order.map((name) => (overlap.by === 'labels' ? `「${name}」` : name));
  return `重叠 按序 (${names.join(' > ')})`;
}

function versionLines<Value>(
  slot: Slot<Value>,
  textOf: (value: Value, validity: string) => string,
): readonly string[] {
  return slot.map((version: Version<Value>) => textOf(version.value, validityText(version)));
}

function printSlots(slots: Slots): readonly string[] {
  const admits = (moment: string) => (slot: Slots['admitBefore']) =>
    versionLines(
      slot,
      ({ period, limit }, validity) =>
        `费用限额 ${validity}${PERIODS[period]} ${limit.text} ${moment}`,
    );
  return [
    ...versionLines(slots.base, baseText),
    ...admits('起付前')(slots.admitBefore),
    ...versionLines(slots.deductible, deductibleText),
    ...admits('起付后')(slots.admitAfter),
    ...versionLines(slots.rate, rateText),
    ...versionLines(slots.adjustments, adjustmentText),
    ...versionLines(
      slots.personShare,
      (share, validity) => `个人比例 ${validity}不低于 ${share.text}`,
    ),
    ...versionLines(
      slots.guarantees,
      ({ rate, of, when }) => `保底 ${rate.text} 的 ${of.text}${when ? ` 当 ${when.text}` : ''}`,
    ),
    ...versionLines(slots.caps, capText),
    ...versionLines(
      slots.rounding,
      ({ text, perBand }, validity) => `取整 ${validity}${text}${perBand ? ' 逐段' : ''}`,
    ),
  ];
}

function baseText({ terms, less }: BaseModel): string {
  const texts = (items: BaseModel['terms']): string => items.map(({ text }) => text).join('、');
  return `基数 ${texts(terms)}${less.length > 0 ? ` 除 ${texts(less)}` : ''}`;
}

function deductibleText(deductible: DeductibleModel, validity: string): string {
  const { period, amount, nth, stepDown, atLeast, atMost, renew, by } = deductible;
  const clauses = [
    nth && `次第 ${nth.counter}：${nth.shares.map(({ text }) => text).join('、')}`,
    stepDown &&
      `递减 ${stepDown.counter} ${stepDown.by.text}${stepDown.atLeast ? ` 不低于 ${stepDown.atLeast.text}` : ''}`,
    renew && `续计 ${renew.days} 每 ${renew.every}日`,
    deductible.yearAtMost && `年内合计 不超过 ${deductible.yearAtMost.text}`,
    deductible.waivedAt && `年内合计 达到 ${deductible.waivedAt.text} 后免`,
    deductible.highestInYear && '取年内最高',
    by.length > 0 && `按 ${by.join('、')}`,
    atLeast && `不低于 ${atLeast.text}`,
    atMost && `不超过 ${atMost.text}`,
  ].filter((clause) => typeof clause === 'string');
  const block = clauses.length > 0 ? ` { ${clauses.join('； ')} }` : '';
  return `起付 ${validity}${PERIODS[period]} ${amount.text}${block}`;
}

function rateText(rate: RateModel, validity: string): string {
  const cumulative = rate.cumulative ? ' 年内累计' : '';
  if (rate.kind === 'flat') return `比例 ${validity}${rate.rate.text}${cumulative}`;
  const basis = rate.basis === 'absolute' ? '绝对额' : '超额';
  const rows = rate.bands.map((band, index) => `${bandText(rate.bands, index)}：${band.rate.text}`);
  const bands = rate.table ?? `{ ${rows.join('； ')} }`;
  return `比例 ${validity}分段 按 ${basis}${cumulative} ${bands}`;
}

const TARGETS: Readonly<Record<AdjustmentModel['target'], string>> = {
  deductible: '起付',
  rate: '比例',
  'person-share': '个人比例',
  cap: '限额',
};

function adjustmentText(adjustment: AdjustmentModel, validity: string): string {
  const { label, target, cap, change, atMost, when, before, tracked } = adjustment;
  return [
    `调整「${label}」 ${validity}${TARGETS[target]}${cap === undefined ? '' : `「${cap}」`} ${change.text}`,
    atMost && `不超过 ${atMost.text}`,
    when && `当 ${when.text}`,
    before.length > 0 && `先于 ${before.map((each) => `「${each}」`).join('、')}`,
    tracked && '单列',
  ]
    .filter((part) => typeof part === 'string')
    .join(' ');
}

function capText(cap: CapModel, validity: string): string {
  const label = cap.label === undefined ? '' : `「${cap.label}」`;
  if (cap.kind === 'none') return `限额${label} ${validity}不设`;
  return `限额${label} ${validity}${PERIODS[cap.period]} ${cap.limit.text}`;
}
