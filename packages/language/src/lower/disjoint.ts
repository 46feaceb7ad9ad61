import { compare as compareNumbers, parseRational } from '@tiaoli/base';
import type { Compare, Expr } from '@tiaoli/ir';

/**
 * Proves by form alone that two conditions cannot both hold: each is taken apart into alternatives of simple facts
 * (an enumeration among some members, a number within bounds, a condition true or false), and every pair of
 * alternatives must clash in some fact. What is not understood never clashes, so `true` is a proof, `false` is none.
 */
export function areDisjoint(left: Expr, right: Expr): boolean {
  const alternatives = [alternativesOf(left, true), alternativesOf(right, true)] as const;
  const [ours, theirs] = alternatives;
  if (!ours || !theirs) return false;
  return ours.every((one) => theirs.every((other) => clash(one, other)));
}

/** True when no two of the conditions can hold at once. */
export function areAllDisjoint(conditions: readonly Expr[]): boolean {
  return conditions.every((one, index) =>
    conditions.slice(index + 1).every((other) => areDisjoint(one, other)),
  );
}

type Fact =
  | { readonly kind: 'among'; readonly members: readonly string[]; readonly negated: boolean }
  | {
      readonly kind: 'bound';
      readonly operator: '<' | '<=' | '>' | '>=' | '=';
      readonly value: string;
    }
  | { readonly kind: 'truth'; readonly value: boolean };

/** A conjunction: facts by the form of what they are about. */
type Alternative = ReadonlyMap<string, readonly Fact[]>;

const MOST_ALTERNATIVES = 64;

/** The alternatives of `expr` being `truth`; undefined when there are too many to look at. */
function alternativesOf(expr: Expr, truth: boolean): readonly Alternative[] | undefined {
  if (expr.kind === 'not') return alternativesOf(expr.operand, !truth);
  if (expr.kind === 'logic') {
    const parts = expr.operands.map((operand) => alternativesOf(operand, truth));
    return (expr.operator === 'and') === truth ? crossed(parts) : joined(parts);
  }
  const [about, fact] = factOf(expr, truth);
  return [new Map([[about, [fact]]])];
}

type Parts = readonly (readonly Alternative[] | undefined)[];

function joined(parts: Parts): readonly Alternative[] | undefined {
  const all: Alternative[] = [];
  for (const part of parts) {
    if (!part) return undefined;
    all.push(...part);
  }
  return all.length > MOST_ALTERNATIVES ? undefined : all;
}

/** A part that is not understood only drops facts, which is sound for a conjunction. */
function crossed(parts: Parts): readonly Alternative[] | undefined {
  let all: readonly Alternative[] = [new Map()];
  for (const part of parts) {
    if (!part) continue;
    all = all.flatMap((one) => part.map((other) => merged(one, other)));
    if (all.length > MOST_ALTERNATIVES) return undefined;
  }
  return all;
}

function merged(one: Alternative, other: Alternative): Alternative {
  const result = new Map(one);
  for (const [about, facts] of other) result.set(about, [...(result.get(about) ?? []), ...facts]);
  return result;
}

function factOf(expr: Expr, truth: boolean): readonly [string, Fact] {
  if (expr.kind === 'member') {
    return [form(expr.operand), { kind: 'among', members: expr.members, negated: !truth }];
  }
  if (expr.kind === 'compare' && expr.right.kind === 'literal' && !expr.order) {
    const fact = comparisonFact(expr, String(expr.right.value), truth);
    if (fact) return [form(expr.left), fact];
  }
  return [form(expr), { kind: 'truth', value: truth }];
}

function comparisonFact(
  { operator, right }: Compare,
  value: string,
  truth: boolean,
): Fact | undefined {
  const type = right.kind === 'literal' ? right.type.kind : 'text';
  if (type === 'enumeration' || type === 'text') {
    if (operator !== '=' && operator !== '!=') return undefined;
    return { kind: 'among', members: [value], negated: (operator === '=') !== truth };
  }
  if (operator === '!=' || type === 'boolean') return undefined;
  if (truth) return { kind: 'bound', operator, value };
  const opposite = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;
  return operator === '=' ? undefined : { kind: 'bound', operator: opposite[operator], value };
}

function form(expr: Expr): string {
  return JSON.stringify(expr);
}

function clash(one: Alternative, other: Alternative): boolean {
  for (const [about, facts] of one) {
    const others = other.get(about);
    if (others?.some((theirs) => facts.some((ours) => factsClash(ours, theirs)))) return true;
  }
  return false;
}

function factsClash(one: Fact, other: Fact): boolean {
  if (one.kind === 'truth' && other.kind === 'truth') return one.value !== other.value;
  if (one.kind === 'among' && other.kind === 'among') return setsClash(one, other);
  if (one.kind === 'bound' && other.kind === 'bound')
    return boundsClash(one, other) || boundsClash(other, one);
  return false;
}

type Among = Extract<Fact, { kind: 'among' }>;
type Bound = Extract<Fact, { kind: 'bound' }>;

function setsClash(one: Among, other: Among): boolean {
  if (one.negated && other.negated) return false;
  if (one.negated) return setsClash(other, one);
  return one.members.every((member) => other.members.includes(member) === other.negated);
}

/** `upper` bounds from above what `lower` bounds from below, and leaves nothing between. */
function boundsClash(upper: Bound, lower: Bound): boolean {
  const bounds = [boundValue(upper.value), boundValue(lower.value)] as const;
  const [top, bottom] = bounds;
  if (!top || !bottom) return false;
  const isUpper = upper.operator === '<' || upper.operator === '<=' || upper.operator === '=';
  const isLower = lower.operator === '>' || lower.operator === '>=' || lower.operator === '=';
  if (!isUpper || !isLower) return false;
  const order = compareNumbers(top, bottom);
  const touches = upper.operator !== '<' && lower.operator !== '>';
  return order < 0 || (order === 0 && !touches);
}

/** Dates compare like the number of their digits. */
function boundValue(text: string) {
  return parseRational(/^\d{4}-\d{2}-\d{2}$/.test(text) ? text.replaceAll('-', '') : text);
}
