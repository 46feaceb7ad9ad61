import { parseRational } from '@tiaoli/base';
import type { Expr } from '@tiaoli/ir';
import { integer, numberLiteral, times } from '@tiaoli/ir';
import type { Binary, Expression } from '../../generated/ast.ts';
import { spanOf } from '../../span-of.ts';
import { quantityOf } from '../../syntax/literals.ts';
import type { Place } from '../lower-context.ts';
import { refuse } from '../lower-context.ts';
import { irTypeOf } from './ir-type.ts';

/** date ± duration, or the days between two dates. */
export function lowerDateSum(node: Binary, place: Place): Expr {
  const left = place.lower(node.left, place);
  if (irTypeOf(node.right, place)?.kind === 'date') {
    return { kind: 'arithmetic', operator: '-', left, right: place.lower(node.right, place) };
  }
  const span = durationOf(node.right, place);
  if (!span) {
    return refuse(place, spanOf(node.right), {
      zh: '日期只能加减 天、个工作日、个月、年，或 日数(n)、工作日数(n)、月数(n)、年数(n)',
      en: 'a date takes days, working days, months or years, or days(n), working_days(n), months(n), years(n)',
    });
  }
  const operator = node.operator === '+' ? '+' : '-';
  const by = operator === '+' ? span.count : negative(span.count);
  if (span.unit === 'working-days') return { kind: 'working-day-shift', operand: left, by };
  if (span.unit === 'days') return { kind: 'arithmetic', operator, left, right: span.count };
  return { kind: 'date-shift', shift: 'months', operand: left, by };
}

interface Duration {
  readonly unit: 'days' | 'months' | 'working-days';
  readonly count: Expr;
}

function durationOf(node: Expression, place: Place): Duration | undefined {
  if (node.$type === 'QuantityLiteral') {
    const quantity = quantityOf(node.value);
    if (!quantity) return undefined;
    const count = numberLiteral(integer, quantity.value);
    if (quantity.kind === 'days') return { unit: 'days', count };
    if (quantity.kind === 'months' || quantity.kind === 'working-days') {
      return { unit: quantity.kind, count };
    }
    return quantity.kind === 'years' || quantity.kind === 'age' ? years(count) : undefined;
  }
  if (node.$type === 'Binary' && node.operator === '*') return scaledDuration(node, place);
  if (node.$type !== 'Call') {
    const type = irTypeOf(node, place);
    return type?.kind === 'integer' ? { unit: 'days', count: place.lower(node, place) } : undefined;
  }
  const callee = place.scope.resolve(node.callee);
  const [argument] = node.arguments;
  if (callee.kind !== 'function' || !argument) return undefined;
  const count = place.lower(argument.value, place);
  if (callee.name === '日数') return { unit: 'days', count };
  if (callee.name === '工作日数') return { unit: 'working-days', count };
  if (callee.name === '月数') return { unit: 'months', count };
  return callee.name === '年数' ? years(count) : undefined;
}

/** `等待月数 × 1个月` */
function scaledDuration(node: Binary, place: Place): Duration | undefined {
  const right = durationOf(node.right, place);
  if (right && node.right.$type !== 'NameReference') {
    return { ...right, count: times(place.lower(node.left, place), right.count) };
  }
  const left = durationOf(node.left, place);
  return left && { ...left, count: times(left.count, place.lower(node.right, place)) };
}

function years(count: Expr): Duration {
  return { unit: 'months', count: times(numberLiteral(integer, 12), count) };
}

function negative(count: Expr): Expr {
  if (count.kind === 'literal' && typeof count.value === 'string') {
    const value = parseRational(count.value);
    if (value) return numberLiteral(integer, { ...value, numerator: -value.numerator });
  }
  return { kind: 'arithmetic', operator: '-', left: numberLiteral(integer, 0), right: count };
}
