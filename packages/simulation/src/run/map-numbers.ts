/** `from` of typed arrays goes through an iterator, which costs more than the work that is done here. */
export function intsOf(
  values: ArrayLike<number>,
  of: (value: number, at: number) => number,
): Int32Array {
  const made = new Int32Array(values.length);
  for (let at = 0; at < made.length; at += 1) made[at] = of(values[at] ?? 0, at);
  return made;
}

export function doublesOf(
  values: ArrayLike<number>,
  of: (value: number, at: number) => number,
): Float64Array {
  const made = new Float64Array(values.length);
  for (let at = 0; at < made.length; at += 1) made[at] = of(values[at] ?? 0, at);
  return made;
}
