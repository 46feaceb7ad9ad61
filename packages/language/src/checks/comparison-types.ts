import type { Diagnostic } from '@tiaoli/base';
import type { Comparison, Expression, MembershipTest, Test } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import { isComparable, isOrderedKind, isPlainNumber } from '../types/arithmetic.ts';
import type { LanguageType } from '../types/language-type.ts';
import { typeText } from '../types/type-text.ts';
import type { CheckContext } from './check.ts';
import { rewrite, withFixes } from './fixes.ts';

/** Comparisons: both sides of one unit, an order only where there is one, 属于 for values and 含 for sets. */
export function checkComparisonTypes(context: CheckContext): readonly Diagnostic[] {
  return context
    .nodes('Comparison')
    .flatMap((node) => node.tests.flatMap((test) => checkTest(node, test, context)));
}

function checkTest(node: Comparison, test: Test, context: CheckContext): readonly Diagnostic[] {
  switch (test.$type) {
    case 'MembershipTest':
      return checkMembership(node.left, test, context);
    case 'BetweenTest':
      return [test.low, test.high].flatMap((each) => checkRelation(node.left, each, true, context));
    case 'RelationTest': {
      const ordered = test.relation !== '=' && test.relation !== '!=';
      return checkRelation(node.left, test.right, ordered, context);
    }
    case 'PostfixTest':
      return checkRelation(node.left, test.right, true, context);
  }
}

function checkRelation(
  left: Expression,
  right: Expression,
  ordered: boolean,
  { scope }: CheckContext,
): readonly Diagnostic[] {
  const leftType = scope.typeOf(left).type;
  const rightType = scope.typeOf(right).type;
  if (isBareMoney(leftType, rightType)) {
    const bare = leftType.kind === 'number' ? left : right;
    return [finding('plain-number-as-money', spanOf(bare), { text: bare.$cstNode?.text ?? '' })];
  }
  if (!isComparable(leftType, rightType)) {
    const [first, second] = [typeText(leftType, scope), typeText(rightType, scope)];
    const operation = { operation: '比较', operationEn: 'compared' };
    const sides = { left: first.zh, leftEn: first.en, right: second.zh, rightEn: second.en };
    return [finding('unit-mismatch', spanOf(right), { ...sides, ...operation })];
  }
  if (!ordered || leftType.kind === 'unknown' || isOrderedKind(leftType)) return [];
  const enumeration =
    leftType.kind === 'enumeration' ? scope.enumeration(leftType.enumeration) : undefined;
  if (enumeration?.nodes.some((each) => each.ordered)) return [];
  const name = enumeration?.name ?? left.$cstNode?.text ?? '';
  return [finding('unordered-comparison', spanOf(right), { name })];
}

function isBareMoney(left: LanguageType, right: LanguageType): boolean {
  const kinds = [left.kind, right.kind];
  return kinds.includes('number') && kinds.includes('money');
}

function checkMembership(
  left: Expression,
  test: MembershipTest,
  { scope }: CheckContext,
): readonly Diagnostic[] {
  const { relation, set } = test;
  const value = scope.typeOf(left).type;
  const members = scope.typeOf(set).type;
  if (value.kind === 'unknown' || members.kind === 'unknown') return [];
  const isSet = value.kind === 'set' || value.kind === 'integer-set';
  if (isSet !== (relation === 'contains')) {
    const word = relation === 'contains' ? '含' : relation === 'in' ? '属于' : '不属于';
    const found = finding('not-a-set', spanOf(set), { relation: word });
    const other = relation === 'contains' ? '属于' : '含';
    const fix = relation === 'not_in' ? undefined : rewrite(test, 'relation', other);
    return [withFixes(found, [fix])];
  }
  if (fits(value, members)) return [];
  const [found, expected] = [typeText(members, scope), typeText(wanted(value), scope)];
  return [
    finding('type-mismatch', spanOf(set), {
      found: found.zh,
      foundEn: found.en,
      expected: expected.zh,
      expectedEn: expected.en,
    }),
  ];
}

function fits(value: LanguageType, members: LanguageType): boolean {
  if (value.kind === 'enumeration' || value.kind === 'set') {
    const sameKind = members.kind === 'set' || members.kind === 'enumeration';
    return sameKind && members.enumeration === value.enumeration;
  }
  if (value.kind === 'integer-set' || isPlainNumber(value)) {
    return members.kind === 'integer-set' || isPlainNumber(members);
  }
  return isComparable(value, members);
}

function wanted(value: LanguageType): LanguageType {
  if (value.kind === 'enumeration') return { kind: 'set', enumeration: value.enumeration };
  return value.kind === 'integer' ? { kind: 'integer-set' } : value;
}
