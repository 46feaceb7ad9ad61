import type { Binary, Expression, SetLiteral } from '../generated/ast.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import { addedType, dividedType, multipliedType } from './arithmetic.ts';
import { resolvedType } from './declared-type.ts';
import { inferCall } from './infer-call.ts';
import type { Inferred, LanguageType } from './language-type.ts';
import { unknownType, unknownValue } from './language-type.ts';
import { literalType } from './literal-type.ts';
import { isReadUnderPresence } from './presence.ts';
import { widest } from './widest.ts';

/**
 * What is known of the value of an expression: its type with units, whether it may be 不适用, how many values it has.
 *
 * Reports nothing: where units disagree the type is `unknown`, and the check of types says so.
 */
export function inferExpression(expression: Expression, scope: DocumentScope): Inferred {
  const literal = literalType(expression);
  if (literal) return { type: literal, optional: false, constness: 'static' };
  switch (expression.$type) {
    case 'NameReference':
    case 'MemberAccess':
    case 'IndexAccess': {
      const named = resolvedType(scope.resolve(expression), scope);
      return named.optional && isReadUnderPresence(expression, scope)
        ? { ...named, optional: false }
        : named;
    }
    case 'Call':
      return inferCall(expression, scope);
    case 'Binary':
      return inferBinary(expression, scope);
    case 'Negative':
      return scope.typeOf(expression.operand);
    case 'AsZero':
      return { ...scope.typeOf(expression.operand), optional: false };
    case 'Choice':
      return either([scope.typeOf(expression.whenTrue), scope.typeOf(expression.whenFalse)]);
    case 'Guarded':
      return guarded(scope.typeOf(expression.value));
    case 'Absent':
      return unknownValue;
    case 'AllocatedLeft':
    case 'AllocatedWhole':
      return { type: { kind: 'money' }, optional: false, constness: 'open' };
    case 'SetLiteral':
      return inferSet(expression, scope);
    case 'Range':
      return scope.typeOf(expression.low);
    default:
      return { type: { kind: 'boolean' }, optional: false, constness: 'finite' };
  }
}

function inferBinary({ left, operator, right }: Binary, scope: DocumentScope): Inferred {
  const operands = [scope.typeOf(left), scope.typeOf(right)] as const;
  const type = binaryType(operator, operands[0].type, operands[1].type);
  return { type: type ?? unknownType, ...widest(operands) };
}

/** The type of an operation; undefined where the units of its operands do not go together. */
export function binaryType(
  operator: Binary['operator'],
  left: LanguageType,
  right: LanguageType,
): LanguageType | undefined {
  if (operator === '*') return multipliedType(left, right);
  if (operator === '/') return dividedType(left, right);
  return addedType(operator, left, right);
}

/** `e 当 c` is nothing where c does not hold: 0 for an amount, 不适用 for a date or a member. */
function guarded(value: Inferred): Inferred {
  const { kind } = value.type;
  const hasZero =
    kind !== 'date' && kind !== 'enumeration' && kind !== 'text' && kind !== 'boolean';
  return hasZero ? value : { ...value, optional: true };
}

function either(branches: readonly Inferred[]): Inferred {
  const typed = branches.find(({ type }) => type.kind !== 'number' && type.kind !== 'unknown');
  return { ...(typed ?? branches[0] ?? unknownValue), ...widest(branches) };
}

function inferSet(set: SetLiteral, scope: DocumentScope): Inferred {
  const items = set.items.map((item) => scope.typeOf(item).type);
  const member = items.find(({ kind }) => kind === 'enumeration' || kind === 'set');
  if (member?.kind === 'enumeration' || member?.kind === 'set') {
    return constantSet({ kind: 'set', enumeration: member.enumeration });
  }
  const isNumeric = items.some(({ kind }) => kind === 'number' || kind === 'integer');
  return constantSet(isNumeric ? { kind: 'integer-set' } : unknownType);
}

function constantSet(type: LanguageType): Inferred {
  return { type, optional: false, constness: 'static' };
}
