import type { Expr, ValueType } from '@tiaoli/ir';
import { literal } from '@tiaoli/ir';

/** The neutral value of a type: what 视为0 gives. */
export function zeroOf(type: ValueType): Expr {
  if (type.kind === 'date') return literal(type, '1970-01-01');
  if (type.kind === 'boolean') return literal(type, false);
  if (type.kind === 'set') return literal(type, []);
  if (type.kind === 'text' || type.kind === 'enumeration') return literal(type, '');
  return literal(type, '0');
}
