import type { Compare, Expr, ValueType } from '@tiaoli/ir';
import { boolean, both, either, literal, not } from '@tiaoli/ir';
import type {
  Comparison,
  Conjunction,
  Disjunction,
  Expression,
  Has,
  MembershipTest,
  Not,
  Test,
  Truth,
} from '../../generated/ast.ts';
import { readingOf } from '../../references/resolution.ts';
import { spanOf } from '../../span-of.ts';
import { presenceTest } from '../../types/presence.ts';
import { byVersion } from '../layer/versions.ts';
import type { Place } from '../lower-context.ts';
import { refuse } from '../lower-context.ts';
import { groupVersions } from './groups.ts';
import { irTypeOf } from './ir-type.ts';
import { memberOrder } from './members.ts';

type ConditionNode = Conjunction | Disjunction | Not | Has | Comparison | Truth;

export function isCondition(node: Expression): node is ConditionNode {
  switch (node.$type) {
    case 'Conjunction':
    case 'Disjunction':
    case 'Not':
    case 'Has':
    case 'Comparison':
    case 'Truth':
      return true;
    default:
      return false;
  }
}

/** Lowers what is true or false. The right side of 且 may read what the left side says is given (有). */
export function lowerCondition(node: Expression, place: Place): Expr {
  switch (node.$type) {
    case 'Conjunction': {
      const inside = { ...place, present: presentIn(node.left, place) };
      return both(lowerCondition(node.left, place), lowerCondition(node.right, inside));
    }
    case 'Disjunction':
      return either(lowerCondition(node.left, place), lowerCondition(node.right, place));
    case 'Not':
      return not(lowerCondition(node.operand, place));
    case 'Has':
      return presence(node.operand, place);
    case 'Truth':
      return literal(boolean, node.value === 'true');
    case 'Comparison': {
      const test = presenceTest(node);
      if (test)
        return test.isGiven ? presence(test.operand, place) : not(presence(test.operand, place));
      return both(...node.tests.map((each) => lowerTest(node.left, each, place)));
    }
    default:
      return place.lower(node, place);
  }
}

/** Of the row of a catalogue it is asked whether it is there, of anything else whether it is 不适用. */
function presence(node: Expression, place: Place): Expr {
  const operand = place.lower(node, { ...place, zeroForAbsent: false, present: new Set() });
  const isRow = operand.kind === 'catalogue-cell' && operand.column === undefined;
  return isRow ? operand : { kind: 'present', operand };
}

/** What `condition` says is given (`readingOf`), beside what is known already. */
export function presentIn(condition: Expression, place: Place): ReadonlySet<string> {
  const known = new Set(place.present);
  const visit = (node: Expression): void => {
    if (node.$type === 'Conjunction') {
      visit(node.left);
      visit(node.right);
      return;
    }
    const test = presenceTest(node);
    const reading = test?.isGiven && readingOf(place.scope.resolve(test.operand));
    if (reading) known.add(reading);
  };
  visit(condition);
  return known;
}

const RELATIONS: Readonly<Record<string, Compare['operator']>> = {
  above: '>',
  higher_than: '>',
  beyond: '>',
  '>': '>',
  at_least: '>=',
  reaching: '>=',
  or_more: '>=',
  '>=': '>=',
  not_above: '<=',
  or_less: '<=',
  within_bound: '<=',
  '<=': '<=',
  less_than: '<',
  lower_than: '<',
  '<': '<',
  '=': '=',
  '!=': '!=',
};

function lowerTest(left: Expression, test: Test, place: Place): Expr {
  switch (test.$type) {
    case 'RelationTest':
      return comparison(left, test.relation, test.right, place);
    case 'PostfixTest':
      return comparison(left, test.word, test.right, place);
    case 'BetweenTest':
      return both(
        comparison(left, '>=', test.low, place),
        comparison(left, '<=', test.high, place),
      );
    default:
      return lowerMembership(left, test, place);
  }
}

function comparison(left: Expression, word: string, right: Expression, place: Place): Expr {
  const operator = RELATIONS[word];
  if (!operator) throw new Error(`unknown relation ${word}`);
  const type = irTypeOf(left, place) ?? irTypeOf(right, place);
  const order =
    type?.kind === 'enumeration' && operator !== '=' && operator !== '!='
      ? memberOrder(type.enumeration, place.scope)
      : undefined;
  return {
    kind: 'compare',
    operator,
    left: place.lower(left, place, type),
    right: place.lower(right, place, type),
    ...(order && { order }),
  };
}

function lowerMembership(left: Expression, test: MembershipTest, place: Place): Expr {
  const type = irTypeOf(left, place);
  if (test.set.$type === 'Range') {
    const range = both(
      comparison(left, '>=', test.set.low, place),
      comparison(left, '<=', test.set.high, place),
    );
    return test.relation === 'not_in' ? not(range) : range;
  }
  const found = membership(place.lower(left, place), test.set, type, place);
  return test.relation === 'not_in' ? not(found) : found;
}

/** `operand` is in the set, or shares a member with it; a group is read in the version in force. */
function membership(
  operand: Expr,
  set: Expression,
  type: ValueType | undefined,
  place: Place,
): Expr {
  const test = (members: readonly string[]): Expr =>
    type?.kind === 'set'
      ? { kind: 'intersects', operand, members }
      : { kind: 'member', operand, members };
  if (set.$type === 'NameReference') {
    const resolution = place.scope.resolve(set);
    if (resolution.kind === 'member') return test([resolution.member]);
    if (resolution.kind === 'group') {
      const versions = groupVersions(resolution.declared, place);
      return byVersion(versions, place.governedBy, ({ members }) => test(members));
    }
  }
  if (set.$type === 'SetLiteral') {
    const parts = set.items.map((item) => membership(operand, item, type, place));
    const members = parts.flatMap((part) =>
      part.kind === 'member' || part.kind === 'intersects' ? part.members : [],
    );
    const others = parts.filter((part) => part.kind !== 'member' && part.kind !== 'intersects');
    return either(...(members.length > 0 ? [test(members)] : []), ...others);
  }
  const value = place.lower(set, place);
  if (value.kind === 'literal' && typeof value.value === 'string') return test([value.value]);
  return refuse(place, spanOf(set), {
    zh: '属于、含 的后面写枚举成员、{…} 或 组',
    en: 'write members, a set {…} or a group behind `in` and `contains`',
  });
}
