import type { Diagnostic } from '@tiaoli/base';
import { compare, isInteger, ONE, rational, ZERO } from '@tiaoli/base';
import type { AstNode } from 'langium';
import type { Expression, TiaoliAstType } from '../generated/ast.ts';
import { isExpression } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import { quantityOf } from '../syntax/literals.ts';
import { isAssignable } from '../types/arithmetic.ts';
import type { LanguageType } from '../types/language-type.ts';
import { typeText } from '../types/type-text.ts';
import { numericLiteral } from '../types/type-use.ts';
import type { CheckContext } from './check.ts';
import { slotTypes, wantedTypes } from './wanted-types.ts';

const HUNDRED = rational(100);

/** A value given where a type is declared, or where the place itself wants one, has that type. */
export function checkAssignedTypes(context: CheckContext): readonly Diagnostic[] {
  const inPlaces = Object.entries(slotTypes).flatMap(([place, types]) => {
    const [nodeType = '', property = ''] = place.split('.');
    return valuesAt(context, nodeType, property).flatMap((value) =>
      checkValue(value, types, context),
    );
  });
  const declared = Object.entries(wantedTypes).flatMap(([place, wantedAt]) => {
    const [nodeType = '', property = ''] = place.split('.');
    return valuesAt(context, nodeType, property).flatMap((value) => {
      const container = value.$container as AstNode;
      return checkValue(value, wantedAt(container, context.scope), context);
    });
  });
  return [...inPlaces, ...declared, ...checkFractions(context)];
}

function valuesAt(context: CheckContext, type: string, property: string): readonly Expression[] {
  return context
    .nodes(type as keyof TiaoliAstType)
    .flatMap((node) => (node as unknown as Record<string, unknown>)[property] ?? [])
    .filter(isExpression);
}

function checkValue(
  value: Expression,
  wanted: readonly LanguageType[],
  { scope }: CheckContext,
): readonly Diagnostic[] {
  const { type } = scope.typeOf(value);
  const [first] = wanted;
  if (first === undefined) return [];
  const expected = typeText(first, scope);
  const wantsMoney = wanted.some(({ kind }) => kind === 'money');
  if (type.kind === 'points' && wantsMoney) {
    const target = { target: expected.zh, targetEn: expected.en };
    return [finding('points-and-percent', spanOf(value), target)];
  }
  if (wanted.some((each) => isAssignable(type, each))) return checkRate(value, wanted);
  if (type.kind === 'number' && wantsMoney) {
    return [finding('plain-number-as-money', spanOf(value), { text: value.$cstNode?.text ?? '' })];
  }
  const found = typeText(type, scope);
  return [
    finding('type-mismatch', spanOf(value), {
      found: found.zh,
      foundEn: found.en,
      expected: expected.zh,
      expectedEn: expected.en,
    }),
  ];
}

/** No share is below nothing or above the whole; where a factor may stand too, a rate has no bounds. */
export function checkRate(
  value: Expression,
  wanted: readonly LanguageType[],
): readonly Diagnostic[] {
  const [first, ...others] = wanted;
  const number = numericLiteral(value);
  if (first?.kind !== 'rate' || others.length > 0 || number === undefined) return [];
  if (compare(number, ZERO) >= 0 && compare(number, ONE) <= 0) return [];
  const isBare = value.$type === 'NumberLiteral' && compare(number, HUNDRED) <= 0;
  const params = { text: value.$cstNode?.text ?? '', isBare };
  return [finding('rate-beyond-whole', spanOf(value), params)];
}

/** 0.005元 is no amount that anybody can pay. */
function checkFractions({ nodes }: CheckContext): readonly Diagnostic[] {
  return nodes('QuantityLiteral').flatMap((node) => {
    const quantity = quantityOf(node.value);
    const isAmount = quantity?.kind === 'money' && quantity.per === undefined;
    if (!isAmount || isInteger(quantity.value)) return [];
    return [finding('fraction-of-fen', spanOf(node), { text: node.$cstNode?.text ?? '' })];
  });
}
