import { parseRational } from '@tiaoli/base';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The accumulators that a condition reads, where it is a truth value made of numbers of the state and constants alone;
 * undefined of everything else, whatever a certificate may hold in its place.
 */
export function accumulatorsIn(condition: unknown): readonly string[] | undefined {
  const expr = fieldsOf(condition);
  switch (expr?.kind) {
    case 'compare':
      return isOneOf(expr.operator, ['=', '!=', '<', '<=', '>', '>=']) && !('order' in expr)
        ? together([expr.left, expr.right], accumulatorsInNumber)
        : undefined;
    case 'logic':
      return isOneOf(expr.operator, ['and', 'or'])
        ? together(expr.operands, accumulatorsIn)
        : undefined;
    case 'not':
      return accumulatorsIn(expr.operand);
    default:
      return undefined;
  }
}

function accumulatorsInNumber(value: unknown): readonly string[] | undefined {
  const expr = fieldsOf(value);
  switch (expr?.kind) {
    case 'accumulator': {
      const id = expr.accumulator;
      return typeof id === 'string' && !('keys' in expr) ? [id] : undefined;
    }
    case 'literal': {
      const isMoney = fieldsOf(expr.type)?.kind === 'money';
      const { value: text } = expr;
      return isMoney && typeof text === 'string' && parseRational(text) ? [] : undefined;
    }
    case 'arithmetic':
      return isOneOf(expr.operator, ['+', '-'])
        ? together([expr.left, expr.right], accumulatorsInNumber)
        : undefined;
    default:
      return undefined;
  }
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
}

function isOneOf(value: unknown, all: readonly string[]): boolean {
  return typeof value === 'string' && all.includes(value);
}

function together(
  parts: unknown,
  read: (part: unknown) => readonly string[] | undefined,
): readonly string[] | undefined {
  const lists = Array.isArray(parts) ? parts.map(read) : [undefined];
  return lists.every((each) => each !== undefined)
    ? lists.flatMap((each) => each ?? [])
    : undefined;
}
