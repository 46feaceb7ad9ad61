import type { Period } from '@tiaoli/base';
import type { Accumulator, DeclarationBase, Expr, ValueType } from '@tiaoli/ir';
import {
  accumulatorRef,
  both,
  choose,
  integer,
  maximum,
  money,
  noMoney,
  notApplicable,
  numberLiteral,
  plus,
  yes,
} from '@tiaoli/ir';
import type { Accumulator as AccumulatorNode, CapPool } from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { accumulatorKeys } from './accumulator-keys.ts';
import { isClaim } from './claim-alone.ts';
import { lowerCondition } from './expressions/lower-condition.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import { define } from './graph.ts';
import type { PoolTerm } from './layer/layer-source.ts';
import { byVersion } from './layer/versions.ts';
import type { Place } from './lower-context.ts';
import { eventEntityId } from './lower-context.ts';
import { lowerPeriod } from './lower-layer-slots.ts';
import type { StockDraw } from './lower-stocks.ts';
import { lowerStock, paidBy } from './lower-stocks.ts';
import { declarationBase } from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { inputNamed, placeFor } from './statement-place.ts';
import { lowerType } from './types.ts';
import { statementValidity } from './validity.ts';

const OPERATORS = {
  total: 'sum',
  count: 'count',
  greatest: 'max',
  latest: 'latest',
  stock: 'stock',
} as const;

/** 累计: read before a claim, written once after it (reference 1.1). */
export function lowerAccumulator(
  node: AccumulatorNode,
  declared: DeclaredOf<'accumulator'>,
  statement: StatementPlace,
  draws: readonly StockDraw[],
): void {
  const place = { ...placeFor(statement), zeroForAbsent: true };
  const { context } = statement;
  const base = declarationBase(node, declared, place);
  const entity = eventEntityId(statement);
  const type = lowerType(node.type, place) ?? money;
  const when = node.condition && lowerCondition(node.condition, place);
  const value = node.value && lowerExpression(node.value, place, type);
  const operator = OPERATORS[node.aggregate];
  const made = accumulatorOf(node, { ...base, type }, statement, place);
  const { period, by, next, origin } = made;
  const stock = operator === 'stock' ? lowerStock(node, made, draws, place) : undefined;
  const own = { type, when: both(isClaim(context), when ?? yes) };
  const body = stock
    ? keptUnless(own, stock.next)
    : nextValue(operator, accumulatorRef(declared.id), value, own);
  define(context.graph, { ...origin, entity }, { id: next, name: `${made.name}.之后`, type, body });
  context.graph.accumulators.push(
    { ...made, ...(stock && stock.writes.length > 0 && { writes: stock.writes }) },
    ...(stock?.counters ?? []),
  );
  context.declarations.push({
    ...base,
    kind: 'accumulator',
    operator,
    period,
    by,
    ...(value && { value }),
    ...(when && { when }),
    ...(stock && { flows: stock.flows }),
  });
}

/** The accumulator itself, without what a stock writes for others. */
function accumulatorOf(
  node: AccumulatorNode,
  base: DeclarationBase & { readonly type: ValueType },
  statement: StatementPlace,
  place: Place,
): Accumulator {
  const { id, name, type, span, clause } = base;
  const period = lowerAccumulatorPeriod(node.period);
  return {
    id,
    name,
    type,
    period,
    on: place.yearBy,
    ...instanceOf(period, statement),
    by: accumulatorKeys(node, place),
    next: `${id}.之后`,
    ...(node.aggregate === 'latest' && { latest: true }),
    origin: { declaration: id, span, ...(clause && { clause }) },
  };
}

function lowerAccumulatorPeriod(period: AccumulatorNode['period']): Period {
  return period === undefined || period === 'stock' ? 'ever' : periodOf(lowerPeriod(period));
}

/** A claim that does not count writes nothing: else it would wipe the visit or month that is remembered. */
function keptUnless({ type, when }: Counted, value: Expr): Expr {
  return choose(when, value, notApplicable(type, '这一笔不计入'));
}

interface Counted {
  readonly type: ValueType;
  readonly when: Expr;
}

function nextValue(
  operator: (typeof OPERATORS)[keyof typeof OPERATORS],
  before: Expr,
  value: Expr | undefined,
  own: Counted,
): Expr {
  const amount = value ?? noMoney;
  if (operator === 'count') return keptUnless(own, plus(before, numberLiteral(integer, 1)));
  if (operator === 'sum') return keptUnless(own, plus(before, amount));
  return keptUnless(own, operator === 'max' ? maximum(before, amount) : amount);
}

/** An accumulator over one claim (每次) lasts no longer than it: as one over the visit. */
function periodOf(period: ReturnType<typeof lowerPeriod>): Period {
  return period === 'claim' ? 'visit' : period;
}

function instanceOf(period: Period, statement: StatementPlace) {
  if (period !== 'visit' && period !== 'stay') return {};
  const input = inputNamed(period === 'visit' ? '就诊号' : '住院号', statement);
  return input === undefined ? {} : { instance: { kind: 'input', input } as const };
}

/** 限额池: its accumulator grows by the payments of the layers that it lists. */
export function lowerPool(
  declared: DeclaredOf<'pool'>,
  statements: readonly StatementPlace[],
): readonly string[] {
  const [node] = declared.nodes;
  const [statement] = statements;
  if (!statement) return [];
  const place = placeFor(statement);
  const { context } = statement;
  const base = declarationBase(node, declared, place);
  const layers = layersOf(node, statement);
  const period = periodOf(lowerPeriod(node.period));
  const origin = { declaration: declared.id, span: base.span };
  const next = `${declared.id}.之后`;
  const paid = node.layers.flatMap((reference) => paidInto(reference, statement));
  define(
    context.graph,
    { ...origin, entity: eventEntityId(statement) },
    {
      id: next,
      name: `限额池「${declared.name}」.之后`,
      type: money,
      body: keptUnless(
        { type: money, when: isClaim(context) },
        paid.reduce(plus, accumulatorRef(declared.id)),
      ),
    },
  );
  context.graph.accumulators.push({
    id: declared.id,
    name: `限额池「${declared.name}」`,
    type: money,
    period,
    on: place.yearBy,
    ...instanceOf(period, statement),
    by: [],
    next,
    origin,
  });
  const limit = poolLimit(declared, statements);
  context.declarations.push({
    ...base,
    kind: 'pool',
    period,
    limit,
    layers,
    accumulator: declared.id,
  });
  return layers;
}

/** The pool as a layer that it lists sees it; `isEarlier` tells the layers that pay before that one in a claim. */
export function poolTerm(
  declared: DeclaredOf<'pool'>,
  statements: readonly StatementPlace[],
  isEarlier: (layer: string) => boolean,
): PoolTerm {
  const [node] = declared.nodes;
  const [statement] = statements;
  const earlier = !statement
    ? []
    : node.layers.flatMap((reference) =>
        layersOf({ layers: [reference] }, statement).some(isEarlier)
          ? paidInto(reference, statement)
          : [],
      );
  return { accumulator: declared.id, limit: poolLimit(declared, statements), earlier };
}

/** What a layer pays from a pool: 支付, and 追补 where the layer recomputes the year. */
function paidInto(
  reference: CapPool['layers'][number],
  { document }: StatementPlace,
): readonly Expr[] {
  const layer = document.scope.resolveReference(reference);
  if (layer.kind !== 'layer-result') return [];
  return [paidBy(layer.declared, { type: money })];
}

function poolLimit(declared: DeclaredOf<'pool'>, statements: readonly StatementPlace[]): Expr {
  const [first] = statements;
  if (!first) return noMoney;
  const versions = declared.nodes.map((node, index) => ({
    validity: statementValidity(node),
    node,
    place: placeFor(statements[index] ?? first),
  }));
  return byVersion(versions, placeFor(first).governedBy, ({ node, place }) =>
    lowerExpression(node.value, place),
  );
}

export function layersOf(
  node: Pick<CapPool, 'layers'>,
  { document }: StatementPlace,
): readonly string[] {
  return node.layers.flatMap((reference) => {
    const layer = document.scope.resolveReference(reference);
    return layer.kind === 'layer-result' ? [layer.declared.id] : [];
  });
}
