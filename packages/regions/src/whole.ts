/**
 * An integer for arithmetic that is done millions of times: exact at any size, quick while it is small.
 *
 * INVARIANT: a safe integer is a `number`, every other one a `bigint`. So `===` and `<` compare values, and a result that
 * would not be safe is worked out with `bigint` instead: nothing is ever rounded.
 */
export type Whole = number | bigint;

export function wholeOf(value: bigint): Whole {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

export function bigOf(value: Whole): bigint {
  return BigInt(value);
}

export function plus(left: Whole, right: Whole): Whole {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return wholeOf(BigInt(left) + BigInt(right));
}

/** A rounded product is no safe integer unless the product itself is one. */
export function times(left: Whole, right: Whole): Whole {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    if (Number.isSafeInteger(product)) return product;
  }
  return wholeOf(BigInt(left) * BigInt(right));
}

export function minus(value: Whole): Whole {
  return typeof value === 'number' ? -value : wholeOf(-value);
}

/** left ÷ right, which divides it. */
export function divided(left: Whole, right: Whole): Whole {
  if (typeof left === 'number' && typeof right === 'number') return left / right;
  return wholeOf(BigInt(left) / BigInt(right));
}

/** The greatest common divisor, not negative. */
export function commonDivisor(left: Whole, right: Whole): Whole {
  let a = left < 0 ? minus(left) : left;
  let b = right < 0 ? minus(right) : right;
  while (b !== 0) [a, b] = [b, remainder(a, b)];
  return a;
}

function remainder(left: Whole, right: Whole): Whole {
  if (typeof left === 'number' && typeof right === 'number') return left % right;
  return wholeOf(BigInt(left) % BigInt(right));
}
