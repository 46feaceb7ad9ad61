import type { BulkCalculator, ResultPlace } from '@tiaoli/compiler';

/** Adds what each claim of the last call came to; what does not apply is nothing. */
export function addRows(
  calculator: BulkCalculator,
  definition: string,
  into: Float64Array,
  sign: 1 | -1 = 1,
): void {
  const place = resultPlace(calculator, definition);
  const { buffer } = calculator.memory;
  const { value, status } = place;
  const statuses = status && new Int16Array(buffer, status.offset, into.length);
  // Words of 64 bits are read by halves: big integers would cost more than all that is done with them.
  const width = value.bytes / 4;
  const words = new Int32Array(buffer, value.offset, into.length * width);
  for (let row = 0; row < into.length; row += 1) {
    if (statuses && statuses[row] !== 0) continue;
    const low = words[row * width] ?? 0;
    const held = width === 1 ? low : (words[row * width + 1] ?? 0) * 2 ** 32 + (low >>> 0);
    into[row] = (into[row] ?? 0) + sign * held;
  }
}

function resultPlace({ layout }: BulkCalculator, definition: string): ResultPlace {
  const place = layout.results.find((each) => each.definition === definition);
  if (!place) throw new Error(`${definition} is not among the results`);
  return place;
}
