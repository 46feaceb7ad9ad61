import type { Cases, Compare, Expr, KeyMatch } from './expr.ts';

/**
 * The one form in which equal meanings are equal texts.
 *
 * Order is dropped where it means nothing (terms, factors, operands of and/or/min/max, disjoint cases, rows, members,
 * versions), and so are labels and reasons. Definitions stand in it by what they mean (`meaningOf`), never by id.
 */
export function canonicalText(value: unknown, meaningOf: (definition: string) => string): string {
  return JSON.stringify(canonical(value, meaningOf));
}

/** The texts of several values whose order means nothing. */
export function canonicalTexts(
  values: readonly unknown[],
  meaningOf: (definition: string) => string,
): readonly string[] {
  return values.map((value) => canonicalText(value, meaningOf)).toSorted(byCodeUnit);
}

/** Ascending by code unit: no locale. */
export function byCodeUnit(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

type MeaningOf = (definition: string) => string;
type Sorted = (values: readonly unknown[]) => readonly unknown[];

/** The canonical forms themselves, sorted by their texts: texts within texts would double their quotes at each level. */
function inCanonicalOrder(values: readonly unknown[], meaningOf: MeaningOf): readonly unknown[] {
  return values
    .map((value) => canonical(value, meaningOf))
    .map((form) => ({ form, text: JSON.stringify(form) }))
    .toSorted((left, right) => byCodeUnit(left.text, right.text))
    .map(({ form }) => form);
}

function canonical(value: unknown, meaningOf: MeaningOf): unknown {
  if (Array.isArray(value)) return value.map((each) => canonical(each, meaningOf));
  if (typeof value !== 'object' || value === null) return value;
  const special = canonicalNode(value as Node, meaningOf);
  return special ?? canonicalFields(value, meaningOf);
}

/** An object as pairs in ascending order of keys; absent and undefined are the same. */
function canonicalFields(value: object, meaningOf: MeaningOf): unknown {
  return Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([left], [right]) => byCodeUnit(left, right))
    .map(([key, field]) => [key, canonical(field, meaningOf)]);
}

/** What has a `kind` that is looked at; the kinds of types and declarations are all others. */
type Node = Expr | Extract<KeyMatch, { kind: 'members' }>;

/** Kinds of which more than the fields in order is to be said; undefined for everything else. */
function canonicalNode(expr: Node, meaningOf: MeaningOf): unknown {
  const sorted: Sorted = (values) => inCanonicalOrder(values, meaningOf);
  switch (expr.kind) {
    case 'definition':
      return [expr.kind, meaningOf(expr.definition)];
    case 'arithmetic':
      if (expr.operator === '-') return undefined;
      return [expr.operator, sorted(operandsOf(expr, expr.operator))];
    case 'extremum':
    case 'logic':
    case 'combine':
      return [expr.kind, expr.operator, sorted(expr.operands)];
    case 'compare':
      return canonicalFields(facing(expr, sorted), meaningOf);
    case 'member':
    case 'intersects':
      return [expr.kind, canonical(expr.operand, meaningOf), sorted(expr.members)];
    case 'members':
      return [expr.kind, sorted(expr.members)];
    case 'cases':
      return canonicalCases(expr, meaningOf);
    case 'lookup':
      return [expr.kind, expr.best ?? '', canonical(expr.keys, meaningOf), sorted(expr.rows)];
    case 'dated':
      return [expr.kind, expr.on, sorted(expr.versions), canonical(expr.otherwise, meaningOf)];
    case 'not-applicable':
      return [expr.kind, canonical(expr.type, meaningOf)];
    case 'undetermined':
      return [expr.kind, expr.cause, canonical(expr.type, meaningOf)];
    default:
      return undefined;
  }
}

/** The operands of a chain of one operator: sums and products of exact numbers do not depend on how they are nested. */
function operandsOf(expr: Expr, operator: '+' | '*'): readonly Expr[] {
  const operands: Expr[] = [];
  const open = [expr];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.kind === 'arithmetic' && next.operator === operator) open.push(next.left, next.right);
    else operands.push(next);
  }
  return operands;
}

/** A comparison that points one way: `a > b` is `b < a`, and `=` has no sides. */
function facing(expr: Compare, sorted: Sorted): object {
  const { kind, order, left, right } = expr;
  switch (expr.operator) {
    case '>':
      return { kind, operator: '<', left: right, right: left, order };
    case '>=':
      return { kind, operator: '<=', left: right, right: left, order };
    case '=':
    case '!=':
      return { kind, operator: expr.operator, sides: sorted([left, right]) };
    default:
      return expr;
  }
}

/** The order of branches counts only where the first that holds wins; one branch overlaps with none. */
function canonicalCases({ overlap, branches, otherwise }: Cases, meaningOf: MeaningOf): unknown {
  const plain = branches.map(({ when, value }) => ({ when, value }));
  const inOrder = overlap === 'first' || branches.length < 2;
  return [
    'cases',
    inOrder ? 'first' : overlap,
    inOrder ? canonical(plain, meaningOf) : inCanonicalOrder(plain, meaningOf),
    canonical(otherwise, meaningOf) ?? null,
  ];
}
