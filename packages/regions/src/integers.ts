/** ⌊left ÷ right⌋ with `right` > 0. */
export function floorDivide(left: bigint, right: bigint): bigint {
  const quotient = left / right;
  return left < 0n && quotient * right !== left ? quotient - 1n : quotient;
}

/** ⌈left ÷ right⌉ with `right` > 0. */
export function ceilingDivide(left: bigint, right: bigint): bigint {
  return -floorDivide(-left, right);
}

/** An integer between ends that may be open. */
export interface Bounds {
  readonly low?: bigint;
  readonly high?: bigint;
}

export function bounds(low: bigint | undefined, high: bigint | undefined): Bounds {
  return { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}

/** The smallest bounds that hold all of `each`; open when there are none. */
export function hullOf(each: readonly Bounds[]): Bounds {
  const [first, ...rest] = each;
  if (!first) return {};
  return rest.reduce<Bounds>(
    (hull, next) => bounds(extreme(hull.low, next.low, -1), extreme(hull.high, next.high, 1)),
    first,
  );
}

function extreme(
  left: bigint | undefined,
  right: bigint | undefined,
  sign: -1 | 1,
): bigint | undefined {
  if (left === undefined || right === undefined) return undefined;
  return left > right === sign > 0 ? left : right;
}

/** What is within both. */
export function meet(left: Bounds, right: Bounds): Bounds {
  return bounds(narrower(left.low, right.low, 1), narrower(left.high, right.high, -1));
}

function narrower(
  left: bigint | undefined,
  right: bigint | undefined,
  sign: -1 | 1,
): bigint | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left > right === sign > 0 ? left : right;
}
