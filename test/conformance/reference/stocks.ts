import type { Fraction } from './fraction.ts';
import { fraction, minus, nothing, order, plus, positive, sum } from './fraction.ts';
import type { Facts, PolicyModel, Reading, StockFlowModel, StockModel } from './model.ts';
import { undetermined } from './model.ts';
import type { Place, ReferenceState } from './state.ts';
import { instanceOf, valueAt } from './state.ts';

const SETTLED_ON = { year: '结算日期', other: '结算日期' };
const PERIODS = { day: '本日', month: '本月', year: '本年' } as const;

function keysOf({ by }: StockModel, facts: Facts): string {
  return by.map((key) => String(facts.get(key))).join('|');
}

export function stockPlace(stock: StockModel, facts: Facts): Place {
  return { name: stock.name, keys: keysOf(stock, facts), instance: 'ever' };
}

/** What the stock of a layer still holds after the layers that took from it before in the claim. */
export function stockLeft(
  { stocks, layers }: PolicyModel,
  state: ReferenceState,
  name: string,
  facts: Facts,
  at: Reading,
): Fraction {
  const stock = stocks.find((each) => each.name === name);
  if (!stock) throw new Error(`no stock ${name}`);
  const held = valueAt(state, stockPlace(stock, facts)) ?? nothing;
  const taken = layers
    .filter((layer) => layer.stock === name)
    .map((layer) => paidInTotal(layer.name, at));
  return positive(minus(held, sum(taken)));
}

/** What a layer that was settled before in this claim has paid, 追补 included. */
export function paidInTotal(layer: string, at: Reading): Fraction {
  return plus(at.result(layer, '支付') ?? nothing, at.result(layer, '追补') ?? nothing);
}

export interface StockChange {
  readonly place: Place;
  readonly seen: Fraction;
  readonly written: Fraction | undefined;
}

/** s⁺ := s⁻ + 入 − what the layers took − 出, nothing left where it is forfeited; and which periods have had their flow. */
export function stockChanges(
  policy: PolicyModel,
  state: ReferenceState,
  facts: Facts,
  at: Reading,
): readonly StockChange[] {
  return policy.stocks.flatMap((stock) => {
    const counters = stock.flows.flatMap((flow, index): readonly StockChange[] => {
      const place = counterPlace(stock, flow, index, facts, policy);
      if (!place) return [];
      const written = flows(flow, at) ? fraction(1) : undefined;
      return [{ place, seen: valueAt(state, place) ?? nothing, written }];
    });
    const place = stockPlace(stock, facts);
    const seen = valueAt(state, place) ?? nothing;
    const moved = (kind: StockFlowModel['kind']): Fraction =>
      sum(
        stock.flows.map((flow, index) => {
          const counter = counterPlace(stock, flow, index, facts, policy);
          const went = counter !== undefined && valueAt(state, counter) !== undefined;
          return flow.kind === kind && !went && flows(flow, at) ? flow.amount.read(at) : nothing;
        }),
      );
    const taken = policy.layers
      .filter((layer) => layer.stock === stock.name)
      .map((layer) => paidInTotal(layer.name, at));
    const left = minus(plus(seen, moved('in')), sum(taken));
    return [{ place, seen, written: afterOutflow(stock, left, moved('out'), at) }, ...counters];
  });
}

function afterOutflow(
  { cleared }: StockModel,
  left: Fraction,
  out: Fraction,
  at: Reading,
): Fraction {
  if (cleared?.read(at)) return nothing;
  if (order(out, left) > 0) throw undetermined;
  return minus(left, out);
}

function flows({ when }: StockFlowModel, at: Reading): boolean {
  return when === undefined || when.read(at);
}

/** Where it is remembered that a flow has gone in its period; one of every claim needs no memory. */
function counterPlace(
  stock: StockModel,
  { kind, period }: StockFlowModel,
  index: number,
  facts: Facts,
  policy: PolicyModel,
): Place | undefined {
  if (period === 'claim') return undefined;
  const word = kind === 'in' ? '入' : '出';
  return {
    name: `${stock.name}.${word}${index + 1}.${PERIODS[period]}`,
    keys: keysOf(stock, facts),
    instance: instanceOf(period, facts, SETTLED_ON, policy),
  };
}
