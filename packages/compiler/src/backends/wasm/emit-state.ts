import type { Accumulator, Program } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import type { AccumulatorSlot } from './accumulator-slots.ts';
import { keyOf, putEntry, slotOf } from './accumulator-slots.ts';
import { storeWord } from './columns.ts';
import type { Scope } from './emission.ts';
import { freshLocal, topScope } from './emission.ts';
import { onlyIf } from './emit-aggregate.ts';
import { emitExpr } from './emit-expr.ts';
import { emitDefinition } from './emit-reference.ts';
import type { Node, Statement } from './node.ts';
import { local, long } from './node.ts';
import { arithmetic, either, extendUnsigned, isAboveUnsigned } from './operators.ts';
import { raiseFlag } from './overflow.ts';
import type { Status, Value } from './value.ts';
import { inScale, isHeld, isThere, joinStatus, named } from './value.ts';

/** What the claim writes to the state; everything that it reads is in locals by then. */
export function emitState({ accumulators }: Program, scope: Scope): readonly Statement[] {
  const top = topScope(scope, scope.record);
  const writes = accumulators.map((accumulator) => ({
    accumulator,
    slot: slotOf(accumulator, top, emitExpr),
  }));
  const writing: Writing = {
    top,
    lost: freshLocal(top, 'i32'),
    high: freshLocal(top, 'i64'),
    bits: writes
      .map(({ slot }) => bitsOf(slot))
      .reduce((a, b) => (isWide(b) && b < a ? b : a), 63n),
  };
  const stores = writes.flatMap(({ accumulator, slot }) =>
    slot.keys
      ? keyedState(accumulator, { ...slot, keys: slot.keys }, writing)
      : plainState(accumulator, slot, writing),
  );
  return [...stores, ...onlyIf(isBeyond(writing), [raiseFlag])];
}

/** Where the writes stand, and the locals that watch over the ranges of what is written. */
interface Writing {
  readonly top: Scope;
  /** Not 0 once a value was beyond its range. */
  readonly lost: number;
  /** The bits of all values with a wide range, each less the low end of it. */
  readonly high: number;
  /** So many of those may be set: what the narrowest of the wide ranges surely holds. */
  readonly bits: bigint;
}

function isBeyond({ lost, high, bits }: Writing): Node {
  return either(local('i32', lost), isAboveUnsigned(local('i64', high), long((1n << bits) - 1n)));
}

function plainState(
  accumulator: Accumulator,
  slot: AccumulatorSlot,
  writing: Writing,
): readonly Statement[] {
  const { top } = writing;
  const next = emitDefinition(accumulator.next, top, emitExpr);
  const held = heldNode(next, slot, top);
  const stores = [
    storeWord(slot.region, 0, slot.instance.node),
    storeWord(slot.region, 8, held),
    ...outOfBounds(next, held, slot, writing),
  ];
  return written(joinStatus(top, slot.status, next.status), stores);
}

function written(status: Status | undefined, stores: readonly Statement[]): readonly Statement[] {
  return status === undefined ? stores : onlyIf(isThere(status), stores);
}

function heldNode(next: Value, { form }: AccumulatorSlot, top: Scope): Node {
  if (form.kind === 'boolean') return extendUnsigned(next.node);
  if (form.kind !== 'number') return next.node;
  return named(top, inScale(next, form.scale, top.emission)).node;
}

/**
 * The analysis takes a state within its range for granted: beyond it, the flag. Wide ranges are cut to the bits that all
 * of them have, which takes one operation for each; whoever is flagged for nothing is settled by the interpreter, alike.
 */
function outOfBounds(
  next: Value,
  held: Node,
  slot: AccumulatorSlot,
  { lost, high }: Writing,
): readonly Statement[] {
  const { kind, range } = slot.form;
  if (kind !== 'number' || isWithin(next.range, range)) return [];
  const { low, width } = boundsOf(slot);
  // Below the low end there is a large number without a sign.
  const above = arithmetic.subtract(held, long(low));
  if (isWide(bitsOf(slot))) {
    return [{ kind: 'set', local: high, value: arithmetic.or(local('i64', high), above) }];
  }
  const isOut = isAboveUnsigned(above, long(width));
  return [{ kind: 'set', local: lost, value: either(local('i32', lost), isOut) }];
}

/** Of whole fen: from 43 million yuan on, which nobody comes near. */
function isWide(bits: bigint): boolean {
  return bits >= 32n;
}

/** How many bits the values of the range have in any case, above its low end. */
function bitsOf(slot: AccumulatorSlot): bigint {
  return slot.form.kind === 'number'
    ? BigInt((boundsOf(slot).width + 1n).toString(2).length - 1)
    : 0n;
}

function boundsOf({ form: { range, scale } }: AccumulatorSlot): {
  readonly low: bigint;
  readonly width: bigint;
} {
  const [low, high] = [boundOf(range.low, scale, -most), boundOf(range.high, scale, most)];
  return { low, width: high - low };
}

const most = 2n ** 62n - 1n;

function boundOf(bound: Range['low'], scale: bigint, otherwise: bigint): bigint {
  const held = bound && (bound.numerator * scale) / bound.denominator;
  return held !== undefined && isHeld(held) ? held : otherwise;
}

function isWithin(inner: Range, outer: Range): boolean {
  const isAbove = outer.low && inner.low && isAtMost(outer.low, inner.low);
  const isBelow = outer.high && inner.high && isAtMost(inner.high, outer.high);
  return isAbove === true && isBelow === true;
}

function isAtMost(left: NonNullable<Range['low']>, right: NonNullable<Range['low']>): boolean {
  return left.numerator * right.denominator <= right.numerator * left.denominator;
}

type KeyedSlot = AccumulatorSlot & { readonly keys: readonly Value[] };

/** What the claim writes under its own key, and under each other that it names. */
function keyedState(
  accumulator: Accumulator,
  slot: KeyedSlot,
  writing: Writing,
): readonly Statement[] {
  const { top } = writing;
  const own = emitDefinition(accumulator.next, top, emitExpr);
  const others = (accumulator.writes ?? []).map(({ keys, next: id }) => {
    const next = emitDefinition(id, top, emitExpr);
    const values = keys.map((each) => keyOf(emitExpr(each, top), top));
    const statuses = values.map((each) => each.status);
    return { next, keys: values, status: joinStatus(top, slot.instance.status, ...statuses) };
  });
  const writes = [{ next: own, keys: slot.keys, status: slot.status }, ...others];
  return writes.flatMap(({ next, keys, status }) => {
    const held = heldNode(next, slot, top);
    const nodes = keys.map(({ node }) => node);
    const put = putEntry(slot.region, nodes, [slot.instance.node, held], top.emission);
    const stores = [put, ...outOfBounds(next, held, slot, writing)];
    return written(joinStatus(top, status, next.status), stores);
  });
}
