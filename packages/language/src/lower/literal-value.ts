import { parseRational, printRational, subtract, ZERO } from '@tiaoli/base';
import type { Expr, Literal, ValueType } from '@tiaoli/ir';
import type { Expression } from '../generated/ast.ts';
import { spanOf } from '../span-of.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import type { Place } from './lower-context.ts';
import { refuse } from './lower-context.ts';

/** A value of an example, which is a constant; refused where it is none. */
export function literalValue(
  node: Expression,
  type: ValueType | undefined,
  place: Place,
): Literal['value'] {
  const value = constant(lowerExpression(node, place, type));
  if (value !== undefined) return value;
  refuse(place, spanOf(node), {
    zh: '算例中的值应是常数',
    en: 'values of an example are constants',
  });
  return '0';
}

/** −5元 is a difference of constants. */
export function constant(expr: Expr): Literal['value'] | undefined {
  if (expr.kind === 'literal') return expr.value;
  if (expr.kind !== 'arithmetic' || expr.operator !== '-') return undefined;
  const [left, right] = [constant(expr.left), constant(expr.right)];
  if (typeof left !== 'string' || typeof right !== 'string') return undefined;
  const numbers = [parseRational(left), parseRational(right)] as const;
  return printRational(subtract(numbers[0] ?? ZERO, numbers[1] ?? ZERO));
}
