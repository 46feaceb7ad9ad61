import type { Fraction } from './fraction.ts';
import { fraction, minus, nothing, order, plus, positive, sum } from './fraction.ts';
import type {
  Facts,
  LayerModel,
  PolicyModel,
  Reading,
  StockFlowModel,
  StockModel,
} from './model.ts';
import { undetermined } from './model.ts';
import type { Draw } from './records.ts';
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

/** Under which keys the layer draws on its stock: those of the claim, or of the one that a fact names. */
function drawnKeys({ stockOf }: LayerModel, stock: StockModel, facts: Facts): string {
  return stockOf === undefined ? keysOf(stock, facts) : String(facts.get(stockOf));
}

/** What the stock of a layer still holds after the layers that took from the same one before in the claim. */
export function stockLeft(
  { stocks, layers }: PolicyModel,
  state: ReferenceState,
  layer: LayerModel,
  facts: Facts,
  at: Reading,
): Fraction {
  const stock = stocks.find((each) => each.name === layer.stock);
  if (!stock) throw new Error(`no stock ${layer.stock}`);
  const keys = drawnKeys(layer, stock, facts);
  const held = valueAt(state, { name: stock.name, keys, instance: 'ever' }) ?? nothing;
  const taken = layers
    .filter((each) => each.stock === stock.name && drawnKeys(each, stock, facts) === keys)
    .map((each) => paidInTotal(each.name, at));
  return positive(minus(held, sum(taken)));
}

/** What the claim leaves in the stocks of others that its layers drew on. */
export function stocksOfOthers(
  { stocks, layers }: PolicyModel,
  state: ReferenceState,
  facts: Facts,
  at: Reading,
  drawnBy: (layer: string) => readonly Draw[],
): readonly { readonly place: Place; readonly written: Fraction }[] {
  const less = (name: string, keys: string, drawn: Fraction) => {
    const place = { name, keys, instance: 'ever' };
    return { place, written: minus(valueAt(state, place) ?? nothing, drawn) };
  };
  return layers.flatMap((layer) => {
    const each = drawnBy(layer.name)
      .filter(({ drawn }) => order(drawn, nothing) > 0)
      .map(({ holder, drawn }) => less(layer.forEach?.stock ?? '', holder, drawn));
    const stock = stocks.find(({ name }) => name === layer.stock);
    const paid = paidInTotal(layer.name, at);
    if (!stock || order(paid, nothing) === 0) return each;
    const keys = drawnKeys(layer, stock, facts);
    return keys === keysOf(stock, facts) ? each : [...each, less(stock.name, keys, paid)];
  });
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
      .filter(
        (layer) =>
          layer.stock === stock.name && drawnKeys(layer, stock, facts) === keysOf(stock, facts),
      )
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
