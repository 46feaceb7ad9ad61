import type { Period } from '@tiaoli/base';
import type { Accumulator, Expr, ValueType } from '@tiaoli/ir';
import { accumulatorRef, money } from '@tiaoli/ir';
import type { Graph } from '../graph.ts';
import { define } from '../graph.ts';
import type { LayerSource } from './layer-source.ts';

/** The quantities that a layer carries from claim to claim (reference 3.3), by the letter of the reference. */
export type LayerQuantity =
  | '基数'
  | '起付'
  | '计入'
  | '应付'
  | '支付'
  | '费用限额'
  | '费用限额后'
  | '最高起付';

/** One accumulator of a layer; two slots that need the same one share it. */
export interface LayerAccumulator {
  readonly quantity: LayerQuantity;
  readonly period: Exclude<Period, 'ever'>;
  readonly by?: readonly Expr[];
}

export const PERIOD_NAMES: Readonly<Record<LayerAccumulator['period'], string>> = {
  year: '本年',
  month: '本月',
  day: '本日',
  visit: '本就诊',
  stay: '本住院',
};

/** Its key in a state: `住院统筹.起付.本年`. */
function accumulatorName(layer: string, { quantity, period, by = [] }: LayerAccumulator): string {
  const keys = by.length > 0 ? '.分别' : '';
  return `${layer}.${quantity}.${PERIOD_NAMES[period]}${keys}`;
}

/** The value before the claim. */
export function before(source: LayerSource, accumulator: LayerAccumulator): Expr {
  return accumulatorRef(accumulatorId(source, accumulator));
}

export function accumulatorId(source: LayerSource, accumulator: LayerAccumulator): string {
  return `${source.owner.declaration}${accumulatorName('', accumulator)}`;
}

/** Adds an accumulator whose value after the claim is `next`. */
export function addAccumulator(
  graph: Graph,
  source: LayerSource,
  accumulator: LayerAccumulator,
  next: Expr,
  type: ValueType = money,
): void {
  const id = accumulatorId(source, accumulator);
  const name = accumulatorName(source.name, accumulator);
  define(graph, source.owner, { id: `${id}.之后`, name: `${name}.之后`, type, body: next });
  graph.accumulators.push({
    id,
    name,
    type,
    period: accumulator.period,
    on: accumulator.period === 'year' ? source.yearBy : source.governedBy,
    ...instanceOf(source, accumulator.period),
    by: accumulator.by ?? [],
    next: `${id}.之后`,
    origin: { declaration: source.owner.declaration, span: source.owner.span },
  });
}

function instanceOf(source: LayerSource, period: Period): Pick<Accumulator, 'instance'> {
  if (period === 'visit') return { instance: source.visit };
  if (period === 'stay') return { instance: source.stay };
  return {};
}
