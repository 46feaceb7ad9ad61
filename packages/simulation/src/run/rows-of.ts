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
  const values =
    value.bytes === 4
      ? new Int32Array(buffer, value.offset, into.length)
      : new BigInt64Array(buffer, value.offset, into.length);
  const statuses = status && new Int16Array(buffer, status.offset, into.length);
  for (let row = 0; row < into.length; row += 1) {
    if (statuses && statuses[row] !== 0) continue;
    into[row] = (into[row] ?? 0) + sign * Number(values[row]);
  }
}

function resultPlace({ layout }: BulkCalculator, definition: string): ResultPlace {
  const place = layout.results.find((each) => each.definition === definition);
  if (!place) throw new Error(`${definition} is not among the results`);
  return place;
}
