import { assertNever } from '@tiaoli/base';
import type { DatePart, DateShift, WorkingDayShift } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import {
  addMonths,
  civil,
  dayOf,
  firstOfNextMonth,
  insuredYearOf,
  monthOf,
  yearOf,
  yearStart,
} from './calendar.ts';
import type { EmitExpr, Scope } from './emission.ts';
import { importOf, statusOfCause } from './emission.ts';
import type { Node } from './node.ts';
import { call, int, long } from './node.ts';
import { compareLong, extend, select, wrap } from './operators.ts';
import type { Value } from './value.ts';
import { named, namedNode, namedStatus, numberValue, withStatus } from './value.ts';

/** Dates and their parts; days are counted from 1970-01-01 = 0. */
export function emitDate(
  expr: DatePart | DateShift | WorkingDayShift,
  range: Range,
  scope: Scope,
  emit: EmitExpr,
): Value {
  if (expr.kind === 'working-day-shift') return emitWorkingDays(expr, range, scope, emit);
  const operand = emit(expr.operand, scope);
  if (expr.kind === 'date-part') {
    const part = numberValue(partOf(expr, operand.node, scope), 1n, range);
    return withStatus(scope, named(scope, part), operand.status);
  }
  const by = expr.by && emit(expr.by, scope);
  const node = shifted(expr, operand.node, by?.node ?? long(0), scope);
  const value = named(scope, numberValue(node, 1n, range));
  return withStatus(scope, value, operand.status, by?.status);
}

function partOf({ part }: DatePart, day: Node, { emission }: Scope): Node {
  switch (part) {
    case 'year':
      return yearOf(civil(emission, day));
    case 'month':
      return monthOf(civil(emission, day));
    case 'day':
      return dayOf(civil(emission, day));
    case 'insured-year':
      return insuredYearOf(emission, day);
    default:
      return assertNever(part);
  }
}

function shifted({ shift }: DateShift, operand: Node, months: Node, { emission }: Scope): Node {
  switch (shift) {
    case 'months':
      return addMonths(emission, operand, months);
    case 'first-of-next-month':
      return firstOfNextMonth(emission, operand);
    case 'year-start':
      return yearStart(emission, operand);
    default:
      return assertNever(shift);
  }
}

/** What the host gives for a day that no announcement settles: beyond every date. */
const unknownDay = -(2 ** 31);

/** Days off are announced, not computed: the host counts. */
function emitWorkingDays(expr: WorkingDayShift, range: Range, scope: Scope, emit: EmitExpr): Value {
  const { emission } = scope;
  const [operand, by] = [emit(expr.operand, scope), emit(expr.by, scope)];
  const host = importOf(emission, {
    name: 'addWorkingDays',
    parameters: ['i32', 'i32'],
    result: 'i32',
  });
  const found = extend(call(host, wrap(operand.node), wrap(by.node)));
  const day = namedNode(scope, found);
  const isUnknown = compareLong['='](day, long(unknownDay));
  const unknown = statusOfCause(emission, 'not-seen', noHolidayNotice);
  const status = namedStatus(scope, select(isUnknown, unknown.node, int(0)), true);
  const value = named(scope, numberValue(select(isUnknown, long(0), day), 1n, range));
  return withStatus(scope, value, operand.status, by.status, status);
}

const noHolidayNotice = '国务院办公厅尚未公布该年放假安排，不能推算工作日';
