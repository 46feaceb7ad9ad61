import type { CaseBranch, Expr, RuleDeclaration, ValueType } from '@tiaoli/ir';
import { both, casesOf, either, money, noMoney, notApplicable, plus, roundTo } from '@tiaoli/ir';
import type {
  CellValue,
  Definition,
  ExceptionCase,
  NotApplicable,
  OtherwiseCase,
  ValueCase,
  WhenCase,
} from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { spanOf } from '../span-of.ts';
import { areAllDisjoint } from './disjoint.ts';
import { lowerCondition, presentIn } from './expressions/lower-condition.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import { define } from './graph.ts';
import { innerExemptions } from './inner-exemptions.ts';
import { byVersion, inForce } from './layer/versions.ts';
import { lowerCellValue } from './lower-cells.ts';
import type { Place } from './lower-context.ts';
import { overlapRule } from './lower-layers.ts';
import {
  declarationBase,
  lowerRounding,
  roundedRatio,
  withExemptions,
  withLimits,
} from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';
import { lowerType } from './types.ts';
import { lowerValidity, statementValidity } from './validity.ts';

/** 定义: versions by validity, cases with exceptions, and how cases that apply together are combined. */
export function lowerRule(
  declared: DeclaredOf<'definition'>,
  statements: readonly StatementPlace[],
  entity: string,
  increase: readonly Expr[],
): void {
  const [node] = declared.nodes;
  const [first] = statements;
  if (!first) return;
  const place = placeFor(first);
  const type = lowerType(node.type, place) ?? money;
  const versions = declared.nodes.map((each, index) => ({
    validity: statementValidity(each),
    node: each,
    place: placeFor(statements[index] ?? first),
  }));
  const body = byVersion(versions, place.governedBy, (version) =>
    increase.reduce(plus, lowerBody(version.node, type, version.place)),
  );
  const inner = declared.nodes.flatMap((each) => innerExemptions(each, place));
  const base = withExemptions(declarationBase(node, declared, place), inner);
  const { context } = first;
  define(
    context.graph,
    { declaration: declared.id, entity, span: base.span, ...clauseOf(base) },
    {
      id: declared.id,
      name: declared.name,
      type,
      body,
      visibility: 'result',
    },
  );
  context.declarations.push({
    ...base,
    kind: 'rule',
    entity,
    type,
    cases: caseDeclarations(node, type, place),
    ...overlapOf(node),
    ...(node.rounding !== undefined && { rounding: lowerRounding(node.rounding) }),
    definition: declared.id,
  });
}

function clauseOf({ clause }: ReturnType<typeof declarationBase>) {
  return clause ? { clause } : {};
}

function overlapOf(node: Definition): Pick<RuleDeclaration, 'overlap'> {
  const found = node.cases.find((each) => each.$type === 'Overlap');
  return found ? { overlap: overlapRule(found) } : {};
}

function lowerBody(node: Definition, type: ValueType, place: Place): Expr {
  if (node.value) return withLimits(lowerExpression(node.value, place, type), node, place);
  const how = node.rounding === undefined ? undefined : lowerRounding(node.rounding);
  const round = (value: Expr): Expr => {
    if (!how || value.kind === 'undetermined' || value.kind === 'not-applicable') return value;
    return value.kind === 'quotient' ? roundedRatio(value, how) : roundTo(value, how);
  };
  const rule = overlapOf(node).overlap?.kind;
  const branches = rootBranches(
    node.cases,
    (each, inside) =>
      rule === 'sum' ? resultOf(each, type, inside) : round(resultOf(each, type, inside)),
    place,
  );
  const rest = node.cases.find((each) => each.$type === 'OtherwiseCase');
  const otherwise = rest && round(resultOf(rest, type, place));
  if (rule === 'best' || rule === 'least' || rule === 'sum') {
    const combined = combine(
      rule,
      branches,
      otherwise ?? notApplicable(type, '没有适用的情形'),
      type,
    );
    return rule === 'sum' ? summed(combined, branches, otherwise, round) : combined;
  }
  const ordered = overlapOf(node).overlap;
  if (ordered?.kind === 'ranked') {
    return casesOf('first', inOrder(branches, ordered.order), otherwise);
  }
  const disjoint = areAllDisjoint(branches.map(({ when }) => when));
  return casesOf(disjoint ? 'disjoint' : 'checked', branches, otherwise);
}

type ResultNode = WhenCase | ExceptionCase | OtherwiseCase;
type Result = (node: WhenCase | ExceptionCase, place: Place) => Expr;

function resultOf(node: ResultNode, type: ValueType, place: Place): Expr {
  const value: CellValue | NotApplicable = node.value;
  const lowered = lowerCellValue(value, type, place);
  if (value.$type === 'NotApplicable' || value.$type === 'Unseen') return lowered;
  return withLimits(lowered, node, place);
}

/** The cases that name no other, each with the exceptions to it: where one of those holds, it gives the value. */
function rootBranches(
  cases: readonly ValueCase[],
  result: Result,
  place: Place,
): readonly CaseBranch[] {
  const exceptions = cases.filter((each) => each.$type === 'ExceptionCase');
  const branch = (node: WhenCase | ExceptionCase): CaseBranch => {
    const own = both(
      inForce(lowerValidity(node.validity), place.governedBy),
      lowerCondition(node.condition, place),
    );
    const inside = { ...place, present: presentIn(node.condition, place) };
    const over = exceptions
      .filter(({ base }) => base.$refText.replace(/^「|」$/g, '') === node.name)
      .map(branch);
    const label = node.name === undefined ? {} : { label: node.name };
    if (over.length === 0) return { when: own, value: result(node, inside), ...label };
    const overlap = areAllDisjoint(over.map(({ when }) => when)) ? 'disjoint' : 'checked';
    return {
      when: either(own, ...over.map(({ when }) => when)),
      value: casesOf(overlap, over, result(node, inside)),
      ...label,
    };
  };
  return cases.filter((each) => each.$type === 'WhenCase').map(branch);
}

const COMBINE = { best: 'highest', least: 'lowest', sum: 'sum' } as const;

function combine(
  rule: keyof typeof COMBINE,
  branches: readonly CaseBranch[],
  otherwise: Expr,
  type: ValueType,
): Expr {
  const operands = branches.map((each) =>
    casesOf('first', [each], notApplicable(type, each.label ?? '情形不适用')),
  );
  const combined: Expr = { kind: 'combine', operator: COMBINE[rule], operands };
  return otherwise.kind === 'not-applicable'
    ? combined
    : { kind: 'or-else', operand: combined, fallback: otherwise };
}

/** A sum is rounded once, as a whole. */
function summed(
  combined: Expr,
  branches: readonly CaseBranch[],
  otherwise: Expr | undefined,
  round: (value: Expr) => Expr,
): Expr {
  if (otherwise && otherwise.kind !== 'not-applicable') return round(combined);
  const some = either(...branches.map(({ when }) => when));
  const value = round({ kind: 'or-else', operand: combined, fallback: noMoney });
  return casesOf(
    'first',
    [{ when: some, value }],
    otherwise ?? notApplicable(money, '没有适用的情形'),
  );
}

function inOrder(branches: readonly CaseBranch[], order: readonly string[]): readonly CaseBranch[] {
  const rank = ({ label }: CaseBranch): number => {
    const index = label === undefined ? -1 : order.indexOf(label);
    return index === -1 ? order.length : index;
  };
  return branches.toSorted((left, right) => rank(left) - rank(right));
}

function caseDeclarations(
  node: Definition,
  type: ValueType,
  place: Place,
): RuleDeclaration['cases'] {
  if (node.value) return [{ value: lowerBody(node, type, place), span: spanOf(node) }];
  return node.cases.flatMap((each) => {
    if (each.$type === 'Overlap') return [];
    const value = resultOf(each, type, place);
    const common = { value, span: spanOf(each), ...(place.clause && { clause: place.clause }) };
    if (each.$type === 'OtherwiseCase') return [common];
    return [
      {
        ...common,
        when: lowerCondition(each.condition, place),
        ...(each.name !== undefined && { label: each.name }),
        ...(each.$type === 'ExceptionCase' && {
          exceptionTo: each.base.$refText.replace(/^「|」$/g, ''),
        }),
      },
    ];
  });
}
