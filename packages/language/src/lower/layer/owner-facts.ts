import type { Expr, ForEach, OnlyRecord, OrElse, Undetermined } from '@tiaoli/ir';
import { compareTo, integer, literal, mapExpr, numberLiteral, text } from '@tiaoli/ir';
import type { Graph, GraphOwner } from '../graph.ts';
import { define } from '../graph.ts';

/** `出资人.险种` as it is lowered: of the people the one of a name, undetermined where there is none. */
interface OwnerFact extends OrElse {
  readonly operand: OnlyRecord;
  readonly fallback: Undetermined;
}

/**
 * The condition of 逐个 for the record of one rank: a fact of another person is looked up once, on the claim, by the
 * name that stands in the record. Inside the record the people of the household cannot be seen.
 */
export function ownerFactsOfRank(
  slot: ForEach,
  rank: number,
  when: Expr,
  { graph, owner }: { readonly graph: Graph; readonly owner: GraphOwner },
): Expr {
  let count = 0;
  return mapExpr(when, (each) => {
    if (!isOwnerFact(each)) return each;
    count += 1;
    return defineFact(slot, rank, each, { graph, owner, at: count });
  });
}

function isOwnerFact(expr: Expr): expr is OwnerFact {
  return (
    expr.kind === 'or-else' &&
    expr.operand.kind === 'child-aggregate' &&
    expr.operand.operator === 'only' &&
    expr.fallback.kind === 'undetermined'
  );
}

function defineFact(
  { entity, rank: field }: ForEach,
  rank: number,
  { operand, fallback }: OwnerFact,
  { graph, owner, at }: { readonly graph: Graph; readonly owner: GraphOwner; readonly at: number },
): Expr {
  const { when } = operand;
  if (when?.kind !== 'compare') throw new Error('a fact of another person is found by the name');
  const stem = `${owner.declaration}:逐个${rank}.所有人${at}`;
  const isRanked = compareTo({ kind: 'input', input: field }, '=', numberLiteral(integer, rank));
  const name = define(graph, owner, {
    id: stem,
    name: `逐个${rank}.所有人`,
    type: text,
    optional: true,
    body: {
      kind: 'child-aggregate',
      operator: 'only',
      entity,
      value: when.right,
      when: isRanked,
    },
  });
  const named: Expr = { kind: 'or-else', operand: name, fallback: literal(text, '') };
  return define(graph, owner, {
    id: `${stem}.资料`,
    name: `逐个${rank}.所有人的资料`,
    type: fallback.type,
    body: {
      kind: 'or-else',
      operand: { ...operand, when: { ...when, right: named } },
      fallback,
    },
  });
}
