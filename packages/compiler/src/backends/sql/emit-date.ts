import { assertNever } from '@tiaoli/base';
import type { DatePart, DateShift } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import { addMonths, civilOf, firstOfNextMonth, firstOfYear, insuredYearOf } from './calendar.ts';
import type { Emission, EmitExpr, Scope } from './emission.ts';
import type { Node } from './node.ts';
import { integer } from './operators.ts';
import type { Value } from './value.ts';
import { inType, numberValue, withStatus } from './value.ts';

/** Dates and their parts; days are counted from 1970-01-01 = 0. */
export function emitDate(
  expr: DatePart | DateShift,
  range: Range,
  scope: Scope,
  emit: EmitExpr,
): Value {
  const { emission } = scope;
  const operand = emit(expr.operand, scope);
  const day = inType(emission, operand.node, 'integer');
  if (expr.kind === 'date-part') {
    const node = partOf(expr, day, emission);
    return withStatus(emission, numberValue(emission, node, 1n, range), operand.status);
  }
  const by = expr.by && emit(expr.by, scope);
  const months = by ? inType(emission, by.node, 'integer') : integer(emission, 0);
  const node = shifted(expr, day, months, emission);
  return withStatus(emission, numberValue(emission, node, 1n, range), operand.status, by?.status);
}

function partOf({ part }: DatePart, day: Node, emission: Emission): Node {
  return part === 'insured-year'
    ? insuredYearOf(emission, day, emission.yearStart)
    : civilOf(emission, day)[part];
}

function shifted({ shift }: DateShift, operand: Node, months: Node, emission: Emission): Node {
  switch (shift) {
    case 'months':
      return addMonths(emission, operand, months);
    case 'first-of-next-month':
      return firstOfNextMonth(emission, operand);
    case 'year-start':
      return firstOfYear(emission, operand);
    default:
      return assertNever(shift);
  }
}
