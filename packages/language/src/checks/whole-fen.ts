import { isInteger } from '@tiaoli/base';
import type { Expression } from '../generated/ast.ts';
import { isExpression } from '../generated/ast.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import { numericLiteral } from '../types/type-use.ts';

/** Parameters may be derived from parameters; deeper than this nobody reads them, and a cycle is reported apart. */
const MOST_STEPS = 8;

/** Whether an amount is in whole fen by its form: literals, rounded or whole parameters, their sums and multiples. */
export function isWholeFen(value: Expression, scope: DocumentScope, steps = MOST_STEPS): boolean {
  const every = (parts: readonly Expression[]): boolean =>
    parts.every((part) => isWholeFen(part, scope, steps));
  switch (value.$type) {
    case 'QuantityLiteral':
    case 'NumberLiteral': {
      const number = numericLiteral(value);
      return number === undefined || isInteger(number);
    }
    case 'Binary':
      return value.operator !== '/' && every([value.left, value.right]);
    case 'Negative':
      return every([value.operand]);
    case 'AsZero':
      return every([value.operand]);
    case 'Choice':
      return every([value.whenTrue, value.whenFalse]);
    case 'Guarded':
      return every([value.value]);
    case 'Call':
      return every(value.arguments.map((argument) => argument.value));
    case 'NameReference':
    case 'MemberAccess':
    case 'IndexAccess':
      return isWholeName(value, scope, steps);
    default:
      return true;
  }
}

function isWholeName(value: Expression, scope: DocumentScope, steps: number): boolean {
  const resolution = scope.resolve(value);
  const { type } = scope.typeOf(value);
  if (type.kind === 'rate' || type.kind === 'decimal') return false;
  if (resolution.kind === 'parameter') {
    return resolution.declared.nodes.every((node) => {
      if (node.$type === 'Table' || steps === 0) return true;
      return node.versions.every(
        ({ value: version, rounding }) =>
          rounding !== undefined || !isExpression(version) || isWholeFen(version, scope, steps - 1),
      );
    });
  }
  if (resolution.kind !== 'definition' || steps === 0) return true;
  return resolution.declared.nodes.every(({ value: body, rounding, cases }) => {
    if (rounding !== undefined) return true;
    const bodies = [
      body,
      ...cases.flatMap((each) => (each.$type === 'Overlap' ? [] : [each.value])),
    ];
    return bodies.every(
      (each) => each === undefined || !isExpression(each) || isWholeFen(each, scope, steps - 1),
    );
  });
}
