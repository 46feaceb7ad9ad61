import type { Rational } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import type { Value } from '@tiaoli/interpreter';
import { isNumber } from '@tiaoli/interpreter';
import type { Expr, Program, ValueType } from '@tiaoli/ir';
import { literal, numberLiteral } from '@tiaoli/ir';
import type { Claim, Reading, Side } from '@tiaoli/regions';
import { valuesUpTo } from './enumerate.ts';
import type { SmallPolicy } from './small-policies.ts';
import { usual } from './small-policies.ts';

/** The domain of the enumeration, where it is smaller than the declared one. */
export function domainOf(program: Program, policy: SmallPolicy, side: Side): readonly Claim[] {
  const read = (value: Reading['value']): Reading => ({ side, value });
  const held = program.accumulators.flatMap((each): Claim[] => {
    const most = valuesUpTo(policy.state?.[each.name] ?? 0, each.denominator).at(-1);
    const top = read(numberLiteral(each.type, most && isNumber(most) ? most : 0));
    const bottom = read(numberLiteral(each.type, 0));
    const own = read({ kind: 'accumulator', accumulator: each.id });
    return [
      { kind: 'exceeds', left: top, right: own, by: 0n },
      { kind: 'exceeds', left: own, right: bottom, by: 0n },
    ];
  });
  const fixed = program.declarations.flatMap((each): Claim[] => {
    if (each.kind !== 'input') return [];
    const values = policy.facts[each.name] ?? [usual[each.name] ?? null];
    if (values.length > mostNamed) return [];
    const of = read({ kind: 'input', input: each.id });
    return [{ kind: 'any', parts: values.map((value) => isValue(each.type, of, value, read)) }];
  });
  return [...held, ...fixed];
}

/** Facts with more values than this have all that are declared. */
const mostNamed = 6;

function isValue(
  type: ValueType,
  of: Reading,
  value: Value | null,
  read: (value: Expr) => Reading,
): Claim {
  if (value === null) return { kind: 'absent', of };
  const same = isNumber(value)
    ? numberLiteral(type, value)
    : literal(type, typeof value === 'object' ? [...value] : value);
  const written = type.kind === 'date' && isNumber(value) ? literal(type, dateOf(value)) : same;
  return { kind: 'same', left: of, right: read(written) };
}

function dateOf({ numerator }: Rational): string {
  return printDate(Number(numerator));
}
