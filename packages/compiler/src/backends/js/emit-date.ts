import { assertNever } from '@tiaoli/base';
import type { DatePart, DateShift, WorkingDayShift } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import type { Code } from './code.ts';
import { inKind, numberCode, withStatus } from './code.ts';
import type { EmitExpr, Scope } from './emission.ts';
import { freshName, statusOfCause } from './emission.ts';
import { insuredYearText } from './runtime-source.ts';

/** Dates and their parts; days are counted from 1970-01-01 = 0. */
export function emitDate(
  expr: DatePart | DateShift | WorkingDayShift,
  range: Range,
  scope: Scope,
  emit: EmitExpr,
): Code {
  if (expr.kind === 'working-day-shift') return emitWorkingDays(expr, range, scope, emit);
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

/** Where the calendar knows nothing of a day the function gives undefined, and the status says so. */
function emitWorkingDays(expr: WorkingDayShift, range: Range, scope: Scope, emit: EmitExpr): Code {
  const { emission, block } = scope;
  const [operand, by] = [emit(expr.operand, scope), emit(expr.by, scope)];
  emission.runtime.add('addWorkingDays');
  const [day, status] = [freshName(emission, 't'), freshName(emission, 's')];
  const unknown = statusOfCause(emission, 'not-seen', noHolidayNotice);
  const [from, count] = [inKind(operand, 'number'), inKind(by, 'number')];
  block.push(
    `const ${day} = addWorkingDays(x.workingDays, ${from}, ${count});`,
    `const ${status} = ${day} === undefined ? ${unknown} : 0;`,
  );
  const code = numberCode(`(${day} ?? 0)`, 'number', 1n, range);
  return withStatus(code, operand.status, by.status, status);
}

const noHolidayNotice = '国务院办公厅尚未公布该年放假安排，不能推算工作日';
