import type { Period } from '@tiaoli/base';
import type { Expr, ValueType } from '@tiaoli/ir';
import {
  accumulatorRef,
  choose,
  definitionRef,
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
import { lowerCondition } from './expressions/lower-condition.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import { define } from './graph.ts';
import type { PoolTerm } from './layer/layer-source.ts';
import { byVersion } from './layer/versions.ts';
import { lowerPeriod } from './lower-layer-slots.ts';
import { declarationBase } from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { eventEntityId, inputNamed, placeFor } from './statement-place.ts';
import { lowerType } from './types.ts';
import { statementValidity } from './validity.ts';

const OPERATORS = { total: 'sum', count: 'count', greatest: 'max', latest: 'latest' } as const;

/** 累计: read before a claim, written once after it (reference 1.1). */
export function lowerAccumulator(
  node: AccumulatorNode,
  declared: DeclaredOf<'accumulator'>,
  statement: StatementPlace,
): void {
  const place = { ...placeFor(statement), zeroForAbsent: true };
  const { context } = statement;
  const base = declarationBase(node, declared, place);
  const entity = eventEntityId(statement);
  const type = lowerType(node.type, place) ?? money;
  const when = node.condition && lowerCondition(node.condition, place);
  const value = node.value && lowerExpression(node.value, place, type);
  const operator = OPERATORS[node.aggregate];
  const by = node.keys.map((key) => {
    const input = place.scope.resolveReference(key);
    return input.kind === 'input'
      ? ({ kind: 'input', input: input.declared.id } as const)
      : definitionRef('declared' in input && input.declared ? input.declared.id : '');
  });
  const period = periodOf(lowerPeriod(node.period));
  const next = `${declared.id}.之后`;
  const origin = {
    declaration: declared.id,
    span: base.span,
    ...(base.clause && { clause: base.clause }),
  };
  define(
    context.graph,
    { ...origin, entity },
    {
      id: next,
      name: `${declared.name}.之后`,
      type,
      body: nextValue(operator, accumulatorRef(declared.id), value, {
        type,
        when: when ?? yes,
      }),
    },
  );
  context.graph.accumulators.push({
    id: declared.id,
    name: declared.name,
    type,
    period,
    on: place.yearBy,
    ...instanceOf(period, statement),
    by,
    next,
    origin,
  });
  context.declarations.push({
    ...base,
    kind: 'accumulator',
    operator,
    period,
    by,
    ...(value && { value }),
    ...(when && { when }),
  });
}

function nextValue(
  operator: (typeof OPERATORS)[keyof typeof OPERATORS],
  before: Expr,
  value: Expr | undefined,
  { type, when }: { readonly type: ValueType; readonly when: Expr },
): Expr {
  const amount = value ?? noMoney;
  // A claim that does not count writes nothing: else it would wipe the visit or month that is remembered.
  const kept = notApplicable(type, '这一笔不计入');
  if (operator === 'count') return choose(when, plus(before, numberLiteral(integer, 1)), kept);
  if (operator === 'sum') return choose(when, plus(before, amount), kept);
  return choose(when, operator === 'max' ? maximum(before, amount) : amount, kept);
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
      body: paid.reduce(plus, accumulatorRef(declared.id)),
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
  const { id, nodes } = layer.declared;
  const trueUp = nodes[0].slots.some(
    (slot) => slot.$type === 'InYearSlot' && slot.mode === 'true_up',
  );
  return (trueUp ? [id, `${id}.追补`] : [id]).map((amount) => ({
    kind: 'or-else',
    operand: definitionRef(amount),
    fallback: noMoney,
  }));
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
