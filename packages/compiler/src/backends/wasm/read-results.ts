import type { ExactOutcome, ExactState } from '../js/run-calculator.ts';
import type { BulkCalculator } from './bulk-calculator.ts';
import { exactCell, heldCell, keyOfText, keyText, readCell } from './cells.ts';
import type { AccumulatorPlace, CellForm, ResultPlace } from './layout.ts';

/** What the claim of a row came to, by definition id. */
export function readOutcomes(
  calculator: BulkCalculator,
  row: number,
): ReadonlyMap<string, ExactOutcome> {
  return new Map(
    calculator.layout.results.map((place) => [place.definition, outcomeAt(calculator, place, row)]),
  );
}

function outcomeAt(
  { memory, layout, texts }: BulkCalculator,
  place: ResultPlace,
  row: number,
): ExactOutcome {
  const status = place.status ? Number(readCell(memory, place.status, row)) : 0;
  if (status > 0) {
    return { status: 'not-applicable', reason: layout.notApplicable[status - 1] ?? '' };
  }
  if (status < 0) {
    const { cause = 'not-given', reason = '' } = layout.causes[-status - 1] ?? {};
    return { status: 'missing', cause, reason };
  }
  return { status: 'value', value: exactCell(readCell(memory, place.value, row), place, texts) };
}

/** An entry of an accumulator by key: its period, its value, its keys. */
const valueAt = 8;
const keysAt = 16;

/** Stands for no period. */
const noPeriod = -(2n ** 63n);

/** The state of the person at hand as the interpreter carries it. */
export function readState(calculator: BulkCalculator): ExactState {
  return new Map(
    calculator.layout.accumulators.map((place) => [
      place.name,
      place.keys ? readEntries(calculator, place, place.keys) : readPlain(calculator, place),
    ]),
  );
}

type Stored = ReturnType<typeof storedAt>;

function readPlain(calculator: BulkCalculator, place: AccumulatorPlace): Map<string, Stored> {
  const instance = calculator.memory.getBigInt64(place.instance ?? 0, true);
  if (instance === noPeriod) return new Map();
  return new Map([['', storedAt(calculator, place, { instance, at: place.offset })]]);
}

function readEntries(
  calculator: BulkCalculator,
  place: AccumulatorPlace,
  keys: readonly CellForm[],
): Map<string, Stored> {
  const { memory, texts } = calculator;
  const count = Number(memory.getBigInt64(place.offset, true));
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = entryAt(place, keys, index);
      const parts = keys.map((form, key) =>
        keyText(memory.getBigInt64(at + keysAt + key * 8, true), form, texts),
      );
      const instance = memory.getBigInt64(at, true);
      return [parts.join('|'), storedAt(calculator, place, { instance, at: at + valueAt })];
    }),
  );
}

function entryAt({ offset }: AccumulatorPlace, keys: readonly CellForm[], index: number): number {
  return offset + 8 + index * (keysAt + keys.length * 8);
}

function storedAt(
  { memory, texts }: BulkCalculator,
  place: AccumulatorPlace,
  { instance, at }: { readonly instance: bigint; readonly at: number },
) {
  const value = exactCell(memory.getBigInt64(at, true), place, texts);
  return { instance: periodOf(place, instance, texts), value };
}

function periodOf(
  { period }: AccumulatorPlace,
  instance: bigint,
  texts: BulkCalculator['texts'],
): string | number {
  if (period === 'ever') return 'ever';
  return isByText(period) ? texts.textOf(Number(instance)) : Number(instance);
}

function isByText(period: AccumulatorPlace['period']): boolean {
  return period === 'visit' || period === 'stay';
}

/**
 * Makes the state that of somebody with earlier claims.
 *
 * Where accumulators that this program writes together are of several periods (a state from another program), the latest
 * counts, since claims come in their order: what is of an earlier one is zero in it.
 *
 * Throws a RangeError for a value that does not lie on its scale, for more keys than there is room for, and for several
 * periods of which none is the latest (visits).
 */
export function writeState(calculator: BulkCalculator, state: ExactState): void {
  calculator.reset();
  const { layout, memory } = calculator;
  const plain = layout.accumulators.filter(({ keys }) => !keys);
  const periods = latestPeriods(calculator, plain, state);
  for (const [at, period] of periods) memory.setBigInt64(at, period, true);
  for (const place of plain) {
    const stored = state.get(place.name)?.get('');
    const isCurrent =
      stored !== undefined &&
      heldPeriod(place, stored.instance, calculator.texts) === periods.get(place.instance ?? 0);
    const held = isCurrent ? heldCell(stored.value, place, calculator.texts) : 0n;
    memory.setBigInt64(place.offset, held, true);
  }
  for (const place of layout.accumulators) {
    if (place.keys) writeEntries(calculator, place, place.keys, state.get(place.name));
  }
}

/** By the place of each period. */
function latestPeriods(
  { texts }: BulkCalculator,
  plain: readonly AccumulatorPlace[],
  state: ExactState,
): ReadonlyMap<number, bigint> {
  const latest = new Map<number, bigint>();
  for (const place of plain) {
    const { instance: at = 0, name } = place;
    const stored = state.get(name)?.get('');
    if (stored === undefined) continue;
    const period = heldPeriod(place, stored.instance, texts);
    const before = latest.get(at) ?? period;
    if (period !== before && isByText(place.period)) {
      throw new RangeError(`${name} is of another ${place.period} than what is written with it`);
    }
    if (period >= before) latest.set(at, period);
  }
  return latest;
}

function writeEntries(
  { layout, memory, texts }: BulkCalculator,
  place: AccumulatorPlace,
  keys: readonly CellForm[],
  stored: ReturnType<ExactState['get']>,
): void {
  const entries = [...(stored ?? [])];
  if (entries.length > layout.capacity.keys)
    throw new RangeError('more keys than there is room for');
  memory.setBigInt64(place.offset, BigInt(entries.length), true);
  entries.forEach(([key, { instance, value }], index) => {
    const at = entryAt(place, keys, index);
    memory.setBigInt64(at, heldPeriod(place, instance, texts), true);
    memory.setBigInt64(at + valueAt, heldCell(value, place, texts), true);
    const parts = keys.length === 1 ? [key] : key.split('|');
    keys.forEach((form, column) => {
      const held = keyOfText(parts[column] ?? '', form, texts);
      memory.setBigInt64(at + keysAt + column * 8, held, true);
    });
  });
}

function heldPeriod(
  { period }: AccumulatorPlace,
  instance: string | number,
  texts: BulkCalculator['texts'],
): bigint {
  if (period === 'ever') return 0n;
  return BigInt(isByText(period) ? texts.numberOf(String(instance)) : instance);
}

/** What the results of a group came to, by definition id; sums as they are held, on the scale of the result. */
export interface GroupSum {
  readonly sum: bigint;
  readonly values: bigint;
  readonly missing: bigint;
}

export function readSums(
  { layout, memory }: BulkCalculator,
  group: number,
): ReadonlyMap<string, GroupSum> {
  const skip = group * layout.sumStride;
  const word = (offset: number): bigint => memory.getBigInt64(offset + skip, true);
  return new Map(
    layout.sums.map(({ definition, offset, counted }) => [
      definition,
      {
        sum: word(offset),
        values: counted ? word(offset + 8) : word(layout.claims),
        missing: word(offset + 16),
      },
    ]),
  );
}
