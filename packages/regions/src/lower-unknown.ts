import type { Expr, ValueType } from '@tiaoli/ir';
import { isNumeric, typeOfExpr } from '@tiaoli/ir';
import { isWithin, never } from './conditions.ts';
import { scaleOfType } from './facts.ts';
import type { Lowered, LoweredValue } from './lowered.ts';
import type { Lowering } from './lowering.ts';
import { opaqueNumber } from './number-terms.ts';
import type { Condition, Construct, Pool } from './pool.ts';
import { internFinite } from './pool.ts';
import { unknownKey } from './unknown-key.ts';

/** Something outside the fragment: it may have any value of its type, be 不适用 where it can be, or be undetermined. */
export function lowerUnknown(expr: Expr, construct: Construct, lowering: Lowering): Lowered {
  const { pool, index } = lowering;
  const key = `${construct} ${unknownKey(expr, lowering)}`;
  const known = typeOfExpr(expr, index);
  const missing = { gap: freeCondition(pool, `${key} gap`, construct) };
  if (!known) return { kind: 'none', missing, absent: never(pool) };
  const absent = known.optional ? freeCondition(pool, `${key} absent`, construct) : never(pool);
  return { ...freeValue(lowering, known.type, key, construct), missing, absent };
}

/** Something that may hold or not, for reasons outside the fragment. */
export function freeCondition(pool: Pool, key: string, construct: Construct): Condition {
  const { id } = internFinite(pool, key, { kind: 'opaque', construct }, 2);
  return isWithin(pool, id, 2n);
}

function freeValue(
  { pool, index, texts }: Lowering,
  type: ValueType,
  key: string,
  construct: Construct,
): LoweredValue {
  if (isNumeric(type)) {
    return { kind: 'number', value: opaqueNumber(pool, key, construct, {}, scaleOfType(type)) };
  }
  if (type.kind === 'boolean') return { kind: 'truth', value: freeCondition(pool, key, construct) };
  const names = (enumeration: string): readonly string[] =>
    index.enumerations.get(enumeration)?.members.map(({ name }) => name) ?? [];
  if (type.kind === 'set') {
    const held = names(type.enumeration).map(
      (member) => [member, freeCondition(pool, `${key} ${member}`, construct)] as const,
    );
    return { kind: 'set', members: new Map(held) };
  }
  const members = type.kind === 'text' ? texts : names(type.enumeration);
  const { id } = internFinite(pool, key, { kind: 'opaque', construct }, members.length);
  const options = members.map((member, at) => ({
    member,
    when: isWithin(pool, id, 1n << BigInt(at)),
  }));
  return { kind: 'member', options };
}
