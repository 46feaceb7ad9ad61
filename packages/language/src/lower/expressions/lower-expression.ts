import { parseRational, rational } from '@tiaoli/base';
import type { Expr, ValueType } from '@tiaoli/ir';
import {
  choose,
  integer,
  literal,
  noMoney,
  notApplicable,
  numberLiteral,
  text,
  times,
} from '@tiaoli/ir';
import type { Binary, Expression, Guarded } from '../../generated/ast.ts';
import { spanOf } from '../../span-of.ts';
import type { Place } from '../lower-context.ts';
import { refuse } from '../lower-context.ts';
import { irTypeOf } from './ir-type.ts';
import { lowerNumber, lowerQuantity } from './literals.ts';
import { lowerCall } from './lower-call.ts';
import { isCondition, lowerCondition, presentIn } from './lower-condition.ts';
import { lowerDateSum } from './lower-date.ts';
import { lowerName } from './lower-name.ts';
import { zeroOf } from './zero.ts';

/**
 * Lowers a value. `expected` gives numbers without a unit their type; everything else has a type of its own.
 *
 * Precondition: the document has no finding of severity error. What the calculators cannot do is refused.
 */
export function lowerExpression(node: Expression, place: Place, expected?: ValueType): Expr {
  if (isCondition(node)) return lowerCondition(node, place);
  switch (node.$type) {
    case 'QuantityLiteral':
      return lowerQuantity(node);
    case 'NumberLiteral':
      return lowerNumber(node, expected);
    case 'DateLiteral':
      return literal({ kind: 'date' }, node.value);
    case 'YearLiteral':
      return numberLiteral(integer, Number.parseInt(node.value, 10));
    case 'TextLiteral':
      return literal(text, node.value);
    case 'Binary':
      return lowerBinary(node, place, expected);
    case 'Negative':
      return {
        kind: 'arithmetic',
        operator: '-',
        left: zeroOf(irTypeOf(node.operand, place) ?? expected ?? integer),
        right: lowerExpression(node.operand, place, expected),
      };
    case 'Choice': {
      const when = lowerCondition(node.condition, place);
      const inside = { ...place, present: presentIn(node.condition, place) };
      return choose(
        when,
        lowerExpression(node.whenTrue, inside, expected),
        lowerExpression(node.whenFalse, place, expected),
      );
    }
    case 'Guarded':
      return lowerGuarded(node, place, expected);
    case 'AsZero':
      return {
        kind: 'or-else',
        operand: lowerExpression(node.operand, place, expected),
        fallback: zeroOf(irTypeOf(node.operand, place) ?? expected ?? { kind: 'money' }),
      };
    case 'AllocatedWhole':
      return place.share?.whole ?? noMoney;
    case 'AllocatedLeft':
      return place.share?.left ?? noMoney;
    case 'Call':
      return lowerCall(node, place, expected);
    case 'NameReference':
    case 'MemberAccess':
    case 'IndexAccess':
      return lowerName(node, place);
    case 'SetLiteral':
      return lowerSet(node.items, place, expected);
    default:
      return refuse(place, spanOf(node), {
        zh: '这里不能写区间',
        en: 'a range cannot stand here',
      });
  }
}

/** `e 当 c`: where c does not hold, numbers are 0 and anything else is 不适用 (reference 1.1, expression forms). */
function lowerGuarded(node: Guarded, place: Place, expected: ValueType | undefined): Expr {
  const when = lowerCondition(node.condition, place);
  const inside = { ...place, present: presentIn(node.condition, place) };
  const value = lowerExpression(node.value, inside, expected);
  const type = irTypeOf(node.value, inside) ?? expected ?? { kind: 'money' };
  const countable = type.kind !== 'date' && type.kind !== 'text' && type.kind !== 'enumeration';
  return choose(when, value, countable ? zeroOf(type) : notApplicable(type, '条件不成立'));
}

function lowerBinary(node: Binary, place: Place, expected: ValueType | undefined): Expr {
  const left = irTypeOf(node.left, place);
  if (left?.kind === 'date' && (node.operator === '+' || node.operator === '-')) {
    return lowerDateSum(node, place);
  }
  if (node.operator === '/') return lowerDivision(node, place, expected);
  if (node.operator === '*') {
    return times(lowerExpression(node.left, place), lowerExpression(node.right, place));
  }
  const wanted = left ?? irTypeOf(node.right, place) ?? expected;
  return {
    kind: 'arithmetic',
    operator: node.operator === '+' ? '+' : '-',
    left: lowerExpression(node.left, place, wanted),
    right: lowerExpression(node.right, place, wanted),
  };
}

/** Division is by a literal only (checked), so it is a product with its exact reciprocal. */
function lowerDivision(node: Binary, place: Place, expected: ValueType | undefined): Expr {
  const divisor = lowerExpression(node.right, place);
  const value =
    divisor.kind === 'literal' && typeof divisor.value === 'string'
      ? parseRational(divisor.value)
      : undefined;
  if (!value || value.numerator === 0n) {
    return refuse(place, spanOf(node.right), {
      zh: '除数只能是不为 0 的数；两个金额之比写 商(甲, 乙)，只用在 结果 中',
      en: 'a divisor is a number other than 0; a ratio of amounts is quotient(a, b), in outputs only',
    });
  }
  return times(
    lowerExpression(node.left, place, expected),
    numberLiteral({ kind: 'decimal' }, rational(value.denominator, value.numerator)),
  );
}

function lowerSet(
  items: readonly Expression[],
  place: Place,
  expected: ValueType | undefined,
): Expr {
  const members = items.flatMap((item) => {
    const value = lowerExpression(item, place);
    return value.kind === 'literal' && typeof value.value === 'string' ? [value] : [];
  });
  const [first] = members;
  const type: ValueType | undefined =
    expected?.kind === 'set'
      ? expected
      : first?.type.kind === 'enumeration'
        ? { kind: 'set', enumeration: first.type.enumeration }
        : undefined;
  if (!type) {
    const [item] = items;
    const message = {
      zh: '不知道这是哪个枚举的集合',
      en: 'the enumeration of this set is not known',
    };
    if (item) return refuse(place, spanOf(item), message);
    return literal({ kind: 'set', enumeration: '' }, []);
  }
  return literal(type, members.map(({ value }) => String(value)).sort());
}
