import type { Rounding } from '@tiaoli/base';
import type { Expr, SetAggregate, ValueType } from '@tiaoli/ir';
import { noMoney } from '@tiaoli/ir';
import type { Argument, Call, Expression } from '../../generated/ast.ts';
import type { FunctionName } from '../../references/predefined.ts';
import { recordsReadIn } from '../../references/records-read.ts';
import { spanOf } from '../../span-of.ts';
import type { Place } from '../lower-context.ts';
import { refuse } from '../lower-context.ts';
import { lowerCondition } from './lower-condition.ts';
import { lowerWindow } from './lower-window.ts';

type Aggregate = SetAggregate['operator'];

const AGGREGATES: Readonly<Partial<Record<FunctionName, Aggregate>>> = {
  合计: 'sum',
  计数: 'count',
  最大: 'max',
  第二大: 'second-max',
};

/** A ratio is rounded at once; without a 取整 of its own to four places, as the national interface shows it. */
const RATIO_ROUNDING: Rounding = { mode: 'half-away-from-zero', unit: '0.0001' };

export function lowerCall(node: Call, place: Place, expected?: ValueType): Expr {
  const callee = place.scope.resolve(node.callee);
  const [first, second] = node.arguments;
  if (callee.kind !== 'function' || !first) return unknownCall(node, place);
  const aggregate = AGGREGATES[callee.name];
  if (first.window !== undefined) return lowerWindow(node, first, first.window, place);
  if (aggregate && isOverRecords(first, node.arguments.length, callee.name, place)) {
    return lowerAggregate(aggregate, first, place);
  }
  const value = (argument: Argument): Expr => place.lower(argument.value, place, expected);
  switch (callee.name) {
    case '最大':
    case '最小':
      return {
        kind: 'extremum',
        operator: callee.name === '最大' ? 'max' : 'min',
        operands: node.arguments.map(value),
      };
    case '年':
      return { kind: 'date-part', part: 'year', operand: value(first) };
    case '月':
      return { kind: 'date-part', part: 'month', operand: value(first) };
    case '日':
      return { kind: 'date-part', part: 'day', operand: value(first) };
    case '年初':
      return { kind: 'date-shift', shift: 'year-start', operand: value(first) };
    case '次月首日':
      return { kind: 'date-shift', shift: 'first-of-next-month', operand: value(first) };
    case '每满':
      return second
        ? { kind: 'floor-divide', left: value(first), right: value(second) }
        : unknownCall(node, place);
    case '商':
      return second
        ? { kind: 'quotient', left: value(first), right: value(second), ...RATIO_ROUNDING }
        : unknownCall(node, place);
    case '日数':
      // Days between two dates are a whole number, and so is what they are compared with.
      return value(first);
    default:
      return unknownCall(node, place);
  }
}

function unknownCall(node: Call, place: Place): Expr {
  return refuse(place, spanOf(node), {
    zh: '这个函数不能这样用',
    en: 'this function cannot be used like this',
  });
}

/** 最大(a, b) compares amounts; 最大(x 于 set), 计数(set) and 合计(明细.x) go over members or records. */
function isOverRecords(first: Argument, count: number, name: FunctionName, place: Place): boolean {
  if (first.set || childEntity(first.value, place) !== undefined) return true;
  if (count > 1) return false;
  return name !== '最大' || place.scope.typeOf(first.value).type.kind === 'set';
}

function lowerAggregate(operator: Aggregate, argument: Argument, place: Place): Expr {
  const when = argument.condition && lowerCondition(argument.condition, place);
  const entity = childEntity(argument.value, place);
  if (entity !== undefined && operator !== 'second-max') {
    return {
      kind: 'child-aggregate',
      operator,
      entity,
      value: operator === 'count' ? noMoney : place.lower(argument.value, place),
      ...(when && { when }),
    };
  }
  const set = place.lower(argument.set ?? argument.value, place);
  return {
    kind: 'set-aggregate',
    operator,
    set,
    value: argument.set ? place.lower(argument.value, place) : { kind: 'element' },
    ...(when && { when }),
  };
}

function childEntity(node: Expression, place: Place): string | undefined {
  const name = recordsReadIn(node, place.scope);
  return name === undefined ? undefined : place.context.entityIds.get(name);
}
