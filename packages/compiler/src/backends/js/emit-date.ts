import { assertNever } from '@tiaoli/base';
import type { DatePart, DateShift } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import type { Code } from './code.ts';
import { inKind, numberCode, withStatus } from './code.ts';
import type { EmitExpr, Scope } from './emission.ts';
import { insuredYearText } from './runtime-source.ts';

/** Dates and their parts; days are counted from 1970-01-01 = 0. */
export function emitDate(
  expr: DatePart | DateShift,
  range: Range,
  scope: Scope,
  emit: EmitExpr,
): Code {
  const operand = emit(expr.operand, scope);
  const day = inKind(operand, 'number');
  if (expr.kind === 'date-part') {
    return withStatus(numberCode(partOf(expr, day, scope), 'number', 1n, range), operand.status);
  }
  const by = expr.by && emit(expr.by, scope);
  const text = shifted(expr, day, by ? inKind(by, 'number') : '0', scope);
  return withStatus(numberCode(text, 'number', 1n, range), operand.status, by?.status);
}

function partOf({ part }: DatePart, day: string, { emission }: Scope): string {
  if (part !== 'insured-year') {
    emission.runtime.add(part);
    return `${part}(${day})`;
  }
  emission.runtime.add('insuredYear');
  return insuredYearText(day, emission.yearStart);
}

function shifted(
  { shift }: DateShift,
  operand: string,
  months: string,
  { emission }: Scope,
): string {
  switch (shift) {
    case 'months':
      emission.runtime.add('addMonths');
      return `addMonths(${operand}, ${months})`;
    case 'first-of-next-month':
      emission.runtime.add('firstOfNextMonth');
      return `firstOfNextMonth(${operand})`;
    case 'year-start':
      emission.runtime.add('days');
      return `days(${operand}, 1, 1)`;
    default:
      return assertNever(shift);
  }
}
