import type { ValueType } from '@tiaoli/ir';
import type { Expression } from '../../generated/ast.ts';
import type { Place } from '../lower-context.ts';

/** The IR's type of a value; undefined where the text leaves it open (a number without a unit). */
export function irTypeOf(node: Expression, place: Place): ValueType | undefined {
  const { type } = place.scope.typeOf(node);
  switch (type.kind) {
    case 'points':
      return { kind: 'rate' };
    case 'duration':
      return { kind: 'integer' };
    case 'number':
    case 'integer-set':
    case 'unknown':
      return undefined;
    default:
      return type;
  }
}
