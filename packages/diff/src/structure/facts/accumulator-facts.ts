import type { AccumulatorDeclaration, PoolDeclaration, StockFlow } from '@tiaoli/ir';
import type { FactContext } from '../fact-context.ts';
import { placeOf } from '../fact-context.ts';
import type { Facts } from '../fact-list.ts';
import { ownName, saidExpr, saidNames, saidWord, top, within } from '../fact-list.ts';
import { keyedFacts } from './slot-facts.ts';

/** 累计, 存量. */
export function accumulatorFacts(each: AccumulatorDeclaration, context: FactContext): Facts {
  return [
    ...saidWord('operator', each.operator),
    ...saidWord('period', each.period),
    ...keyedFacts(each.by, context, top),
    ...saidExpr('value', each.value, context),
    ...saidExpr('when', each.when, context),
    ...(each.flows ?? []).flatMap((flow) => flowFacts(flow, context)),
  ];
}

function flowFacts(flow: StockFlow, context: FactContext): Facts {
  const at = { ...within(top, { kind: 'named', name: flow.kind }), place: placeOf(flow) };
  if (flow.kind === 'cleared') return saidExpr('when', flow.when, context, at);
  return [
    ...saidExpr('flow', flow.value, context, at),
    ...saidWord('period', flow.period, at),
    ...saidExpr('when', flow.when, context, at),
  ];
}

/** 限额池. */
export function poolFacts(each: PoolDeclaration, context: FactContext): Facts {
  return [
    ...saidWord('period', each.period),
    ...saidExpr('limit', each.limit, context),
    ...saidNames('layers', each.layers.map(ownName)),
  ];
}
