import type {
  Expr,
  OutputDeclaration,
  OverlapRule,
  RuleDeclaration,
  ShareDeclaration,
} from '@tiaoli/ir';
import { casesOf, isLiteral } from '@tiaoli/ir';
import { exprOnDay } from '../expr-on-day.ts';
import type { FactContext } from '../fact-context.ts';
import { placeOf, versionsOf } from '../fact-context.ts';
import type { At, Facts } from '../fact-list.ts';
import {
  ownName,
  saidExpr,
  saidInOrder,
  saidRounding,
  saidText,
  saidType,
  saidWord,
  top,
  within,
} from '../fact-list.ts';
import type { Step } from '../structure.ts';

/**
 * 定义, version by version and case by case.
 *
 * What it says is read from what it was lowered to: the declaration lists the cases of the first version alone.
 */
export function ruleFacts(each: RuleDeclaration, context: FactContext): Facts {
  const body = context.index.definitions.get(each.definition)?.body;
  return [
    ...saidText('entity', ownName(each.entity)),
    ...saidType('type', each.type),
    ...overlapFacts(each.overlap, top),
    ...saidRounding('rounding', each.rounding, each.type),
    ...(body ? bodyFacts(body, context) : []),
  ];
}

export function overlapFacts(overlap: OverlapRule | undefined, at: At): Facts {
  if (!overlap) return [];
  const order = overlap.kind === 'ranked' ? saidInOrder('order', overlap.order, at) : [];
  return [...saidWord('overlap', overlap.kind, at), ...order];
}

function bodyFacts(body: Expr, context: FactContext): Facts {
  if (body.kind !== 'dated') return valueFacts(body, context, top);
  return [
    ...versionsOf(body.versions, context).flatMap(({ version, steps }) =>
      valueFacts(version.value, context, { steps }),
    ),
    ...saidExpr('otherwise', body.otherwise, context),
  ];
}

/** A choice of cases by their labels; where the first that holds wins, their order too. */
function valueFacts(written: Expr, context: FactContext, at: At): Facts {
  const expr = combinedCases(exprOnDay(written, context.on));
  if (expr.kind !== 'cases') return saidExpr('value', expr, context, at);
  const labels = expr.branches.map(({ label, when }) => label ?? context.canonical(when));
  const branches = expr.branches.flatMap(({ when, value, label }) => {
    const step: Step = { kind: 'case', label: label ?? '' };
    return [
      ...saidExpr('when', when, context, within(at, step)),
      ...saidExpr('value', value, context, within(at, step)),
    ];
  });
  return [
    ...(expr.overlap === 'first' ? saidInOrder('order', labels, at) : []),
    ...branches,
    ...saidExpr('otherwise', expr.otherwise, context, at),
  ];
}

/** 就高, 就低: the cases that are combined, as cases; how they are is said by 重叠. Anything else as it is. */
function combinedCases(expr: Expr): Expr {
  const combined = expr.kind === 'or-else' ? expr.operand : expr;
  if (combined.kind !== 'combine') return expr;
  const branches = combined.operands.map((operand) =>
    operand.kind === 'cases' && operand.branches.length === 1 ? operand.branches[0] : undefined,
  );
  const found = branches.filter((branch) => branch !== undefined);
  if (found.length < branches.length) return expr;
  return casesOf('disjoint', found, expr.kind === 'or-else' ? expr.fallback : undefined);
}

/** 分担: the parts in the order in which they take, each with what it takes of what is left. */
export function shareFacts(each: ShareDeclaration, context: FactContext): Facts {
  const parts = each.parts.flatMap((part) => {
    const body = context.index.definitions.get(part.definition)?.body;
    const at = { steps: [{ kind: 'named', name: part.name } as const], place: placeOf(part) };
    // The rest is what its place in the order leaves.
    if (body?.kind === 'definition') return saidWord('value', 'rest', at);
    return saidExpr('value', body && takenOf(body), context, at);
  });
  return [
    ...saidText('entity', ownName(each.entity)),
    ...saidExpr('whole', each.whole, context),
    ...saidInOrder(
      'parts',
      each.parts.map(({ name }) => name),
    ),
    ...parts,
  ];
}

/** Without what every part has: no more than what is left, and not below 0. */
function takenOf(body: Expr): Expr {
  if (body.kind !== 'extremum' || body.operator !== 'min') return body;
  const [, positive] = body.operands;
  if (body.operands.length !== 2 || positive?.kind !== 'extremum') return body;
  const [zero, taken] = positive.operands;
  if (positive.operator !== 'max' || positive.operands.length !== 2) return body;
  return taken && zero && isLiteral(zero, '0') ? taken : body;
}

/** 结果. */
export function outputFacts({ definition }: OutputDeclaration, context: FactContext): Facts {
  return saidExpr('value', context.index.definitions.get(definition)?.body, context);
}
