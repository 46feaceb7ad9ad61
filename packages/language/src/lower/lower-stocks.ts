import type { Accumulator, Expr, KeyedWrite, StockFlow } from '@tiaoli/ir';
import {
  accumulatorRef,
  both,
  choose,
  compareTo,
  definitionRef,
  integer,
  isLiteral,
  minus,
  noMoney,
  not,
  notApplicable,
  numberLiteral,
  plus,
  yes,
} from '@tiaoli/ir';
import type { Accumulator as AccumulatorNode, StockFlow as FlowNode } from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { spanOf } from '../span-of.ts';
import { lowerCondition } from './expressions/lower-condition.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import { zeroOf } from './expressions/zero.ts';
import { define } from './graph.ts';
import { PERIOD_NAMES } from './layer/accumulators.ts';
import { named, recordIds } from './layer/for-each.ts';
import type { Place } from './lower-context.ts';
import { eventEntityId, refuse } from './lower-context.ts';
import { lowerPeriod } from './lower-layer-slots.ts';

/** A layer that pays from a stock (限额 余额). */
export interface StockDraw {
  readonly accumulator: string;
  readonly layer: DeclaredOf<'layer'>;
  /** 逐个: not from the claim's own person, but from the records of these ranks. */
  readonly ranks?: readonly number[];
  /** 限额 余额 某人.存量: from the stock under these keys, which may be the claim's own all the same. */
  readonly keys?: readonly Expr[];
}

/** What the lowering of a stock gives: its value after the claim, and what else the claim writes. */
export interface LoweredStock {
  readonly next: Expr;
  readonly writes: readonly KeyedWrite[];
  /** Of flows that go at most once in a period. */
  readonly counters: readonly Accumulator[];
  readonly flows: readonly StockFlow[];
}

/**
 * 存量: s⁺ := s⁻ + 入 − 出 − what the layers that it caps paid, or 0 where it is forfeited (清零).
 *
 * The layers never take more than it holds; an 出 beyond what they leave is undetermined, never a debt.
 */
export function lowerStock(
  node: AccumulatorNode,
  made: Accumulator,
  draws: readonly StockDraw[],
  place: Place,
): LoweredStock {
  const flows = node.flows.map((flow) => lowerFlow(flow, place));
  const counters: Accumulator[] = [];
  const total = (kind: 'inflow' | 'outflow'): Expr =>
    flows
      .flatMap((flow, at) =>
        flow.kind === kind ? [flowAmount(flow, at, made, counters, place)] : [],
      )
      .reduce<Expr>(plus, zeroOf(made.type));
  const own = draws.filter(({ ranks }) => ranks === undefined);
  const paid = own.map(({ layer, keys }) => drawnFrom(made.by, keys, paidBy(layer, made)));
  const left = paid.reduce(minus, plus(accumulatorRef(made.id), total('inflow')));
  const after = withoutDebt(left, total('outflow'), made);
  const forfeited = flows.flatMap((flow) => (flow.kind === 'cleared' ? [flow.when] : []));
  const next = forfeited.reduce((value, when) => choose(when, zeroOf(made.type), value), after);
  return { next, writes: writesOf(node, made, draws, place), counters, flows };
}

/** What a payment takes from the stock under the keys `of`; all of it without keys of its own, which are then the claim's. */
export function drawnFrom(
  of: readonly Expr[],
  keys: readonly Expr[] | undefined,
  paid: Expr,
): Expr {
  return keys ? choose(isUnder(of, keys), paid, noMoney) : paid;
}

function isUnder(of: readonly Expr[], keys: readonly Expr[]): Expr {
  return both(...keys.map((key, at) => compareTo(key, '=', of[at] ?? key)));
}

/** What is left in the stocks of others after a claim that drew from them. */
function writesOf(
  node: AccumulatorNode,
  made: Accumulator,
  draws: readonly StockDraw[],
  place: Place,
): readonly KeyedWrite[] {
  const others = draws.filter(({ ranks, keys }) => ranks ?? keys);
  if (others.length > 1) {
    refuse(place, spanOf(node), {
      zh: `一笔结算里只能有一个层动用别人的“${node.name}”`,
      en: `only one layer of a claim may draw on “${node.name}” of others`,
    });
  }
  return others.flatMap((draw) => [
    ...(draw.ranks ?? []).map((rank) => {
      const { owner, after } = recordIds(draw.layer.id, rank);
      return { keys: [named(definitionRef(owner))], next: after };
    }),
    ...(draw.keys ? [writeUnder(draw.keys, draw, made, place)] : []),
  ]);
}

/** The stock under the keys, less what the layer paid from it; nothing where they are the claim's own. */
function writeUnder(
  keys: readonly Expr[],
  { layer }: StockDraw,
  made: Accumulator,
  place: Place,
): KeyedWrite {
  const paid = paidBy(layer, made);
  const isOthers = both(not(isUnder(made.by, keys)), compareTo(paid, '>', zeroOf(made.type)));
  const next = `${layer.id}:${made.name}.动用之后`;
  define(
    place.context.graph,
    { ...made.origin, entity: eventEntityId(place) },
    {
      id: next,
      name: `${layer.name}.${made.name}.动用之后`,
      type: made.type,
      body: choose(
        isOthers,
        minus(accumulatorRef(made.id, keys), paid),
        notApplicable(made.type, '没有动用'),
      ),
    },
  );
  return { keys, next };
}

/** What a layer pays: 支付, and 追补 where it recomputes the year; nothing where it does not apply. */
export function paidBy(
  { id, nodes }: DeclaredOf<'layer'>,
  { type }: Pick<Accumulator, 'type'>,
): Expr {
  const fallback = zeroOf(type);
  const paid: Expr = { kind: 'or-else', operand: definitionRef(id), fallback };
  const trueUp = nodes[0].slots.some(
    (slot) => slot.$type === 'InYearSlot' && slot.mode === 'true_up',
  );
  if (!trueUp) return paid;
  return plus(paid, { kind: 'or-else', operand: definitionRef(`${id}.追补`), fallback });
}

function withoutDebt(left: Expr, out: Expr, { name, type }: Accumulator): Expr {
  if (isLiteral(out, '0')) return left;
  const reason = `从“${name}”支出的多于余下的`;
  return choose(compareTo(out, '<=', left), minus(left, out), {
    kind: 'undetermined',
    type,
    cause: 'conflict',
    reason,
  });
}

function lowerFlow(flow: FlowNode, place: Place): StockFlow {
  const span = spanOf(flow);
  const when = flow.condition && lowerCondition(flow.condition, place);
  if (flow.$type === 'Clearing') return { kind: 'cleared', when: when ?? yes, span };
  return {
    kind: flow.$type === 'Inflow' ? 'inflow' : 'outflow',
    value: lowerExpression(flow.value, place),
    period: lowerPeriod(flow.period),
    ...(when && { when }),
    span,
  };
}

/** The amount of a flow on this claim. One that has gone in the period already is 0: a counter of its own remembers it. */
function flowAmount(
  { kind, value, period, when = yes, span }: Exclude<StockFlow, { kind: 'cleared' }>,
  at: number,
  made: Accumulator,
  counters: Accumulator[],
  place: Place,
): Expr {
  const none = zeroOf(made.type);
  if (period === 'claim') return choose(when, value, none);
  if (period === 'visit' || period === 'stay') {
    return refuse(place, span, {
      zh: '存量的入、出写 每次、每日、每月 或 每年',
      en: 'what goes in or out of a stock goes per claim, day, month or year',
    });
  }
  const word = kind === 'inflow' ? '入' : '出';
  const suffix = `.${word}${at + 1}.${PERIOD_NAMES[period]}`;
  const id = `${made.id}${suffix}`;
  const owner = { ...made.origin, entity: eventEntityId(place) };
  define(place.context.graph, owner, {
    id: `${id}.之后`,
    name: `${made.name}${suffix}.之后`,
    type: integer,
    body: choose(when, numberLiteral(integer, 1), notApplicable(integer, '这一笔不计入')),
  });
  counters.push({
    ...made,
    id,
    name: `${made.name}${suffix}`,
    type: integer,
    period,
    next: `${id}.之后`,
  });
  const isFirst = compareTo(accumulatorRef(id), '=', numberLiteral(integer, 0));
  return choose(both(when, isFirst), value, none);
}
