import type { BulkCalculator, ColumnPlace, FieldPlace, TotalPlace } from '@tiaoli/compiler';
import type { ClaimSource } from './claim-source.ts';
import type { EncodedField, FactSource } from './encode-field.ts';
import { encodeField } from './encode-field.ts';

/** Rules at work: a module, and where its facts come from. */
export interface LoadedRules {
  readonly calculator: BulkCalculator;
  readonly sources: ReadonlyMap<string, FactSource>;
  /** Ids of results without which a claim is not settled. */
  readonly essential: readonly string[];
}

/** What the people of a bucket who have claims came to, in their order. */
export interface SettledBucket {
  /** By result, as held; one for each of `ClaimSource.people`. */
  readonly totals: ReadonlyMap<string, Float64Array>;
  /** People whom the module could not settle: places in `ClaimSource.people`. */
  readonly lost: readonly number[];
}

/** What is looked at while the results of a call still stand in the memory. */
export type LookAtRows = (
  calculator: BulkCalculator,
  batch: Batch,
  /** People of the batch whose results are not to be used. */
  lost: readonly number[],
) => void;

/** Whole people with their claims, as many as one call takes: places in `people`, places in `rows`. */
export interface Batch {
  readonly firstPerson: number;
  readonly lastPerson: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Folds the claims of all people, call by call. */
export function settleBucket(
  rules: LoadedRules,
  claims: ClaimSource,
  look: LookAtRows = () => undefined,
): SettledBucket {
  const { calculator, sources } = rules;
  const { layout } = calculator;
  const fields = layout.fields.flatMap((field) => {
    const source = sources.get(field.input);
    return source ? [{ field, encoded: encodeField(field, source, claims, layout.texts) }] : [];
  });
  const totals = new Map(
    layout.totals.map(({ definition }) => [definition, new Float64Array(claims.people.length)]),
  );
  const lost: number[] = [];
  for (const batch of batchesOf(claims, layout.capacity)) {
    fillBatch(calculator, claims, batch, fields);
    calculator.admit(0, batch.lastRow - batch.firstRow);
    calculator.fold(0, batch.lastPerson - batch.firstPerson);
    for (const place of layout.totals) {
      const into = totals.get(place.definition);
      if (into) readTotals(calculator, place, batch, into);
    }
    const own = lostIn(rules, claims, batch);
    lost.push(...own);
    look(calculator, batch, own);
  }
  return { totals, lost };
}

/** Cut between people, so that each is folded in one call. */
export function batchesOf(
  { people, firsts }: ClaimSource,
  { rows: most, people: mostPeople }: { readonly rows: number; readonly people: number },
): readonly Batch[] {
  const batches: Batch[] = [];
  let first = 0;
  const firstRowOf = (person: number): number => firsts[person] ?? 0;
  for (let person = 0; person < people.length; person += 1) {
    const end = firstRowOf(person + 1);
    if (end - firstRowOf(person) > most) throw new Error(`a person with more than ${most} claims`);
    const isFull = end - firstRowOf(first) > most || person - first >= mostPeople;
    if (isFull) {
      batches.push(batchFrom(first, person, firstRowOf));
      first = person;
    }
  }
  if (first < people.length) batches.push(batchFrom(first, people.length, firstRowOf));
  return batches;
}

function batchFrom(
  firstPerson: number,
  lastPerson: number,
  firstRowOf: (person: number) => number,
): Batch {
  const [firstRow, lastRow] = [firstRowOf(firstPerson), firstRowOf(lastPerson)];
  return { firstPerson, lastPerson, firstRow, lastRow };
}

function fillBatch(
  { memory: { buffer }, layout }: BulkCalculator,
  { firsts }: ClaimSource,
  { firstPerson, lastPerson, firstRow, lastRow }: Batch,
  fields: readonly { readonly field: FieldPlace; readonly encoded: EncodedField }[],
): void {
  const people = new Int32Array(buffer, layout.people.offset, lastPerson - firstPerson + 1);
  for (let at = 0; at < people.length; at += 1) {
    people[at] = (firsts[firstPerson + at] ?? 0) - firstRow;
  }
  for (const { field, encoded } of fields) {
    copyCells(buffer, field.value, encoded.cells.subarray(firstRow, lastRow));
    if (!field.given) continue;
    const marks = new Uint8Array(buffer, field.given.offset, lastRow - firstRow);
    if (encoded.given) marks.set(encoded.given.subarray(firstRow, lastRow));
    else marks.fill(1);
  }
}

function copyCells(
  buffer: ArrayBuffer,
  { offset, bytes }: ColumnPlace,
  cells: EncodedField['cells'],
): void {
  if (cells.BYTES_PER_ELEMENT !== bytes) throw new Error('cells of another width');
  const given = new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength);
  new Uint8Array(buffer, offset, cells.byteLength).set(given);
}

/** Whole numbers of 64 bits as doubles; throws beyond what these hold. */
function readTotals(
  { memory: { buffer } }: BulkCalculator,
  { total }: TotalPlace,
  { firstPerson, lastPerson }: Batch,
  into: Float64Array,
): void {
  const halves = new Int32Array(buffer, total.offset, 2 * (lastPerson - firstPerson));
  for (let at = 0; at < lastPerson - firstPerson; at += 1) {
    const high = halves[2 * at + 1] ?? 0;
    into[firstPerson + at] = high * 2 ** 32 + ((halves[2 * at] ?? 0) >>> 0);
    if (high >= 2 ** 21 || high < -(2 ** 21)) throw new RangeError('a sum beyond 53 bits');
  }
}

/** People with a flag, and people of whom something essential is missing. */
function lostIn(
  { calculator, essential }: LoadedRules,
  { firsts }: ClaimSource,
  { firstPerson, lastPerson, firstRow }: Batch,
): readonly number[] {
  const { memory, layout } = calculator;
  const flags = new Uint8Array(memory.buffer, layout.unitFlags.offset, lastPerson - firstPerson);
  const statuses = layout.results
    .filter(({ definition, status }) => status && essential.includes(definition))
    .map(({ status }) => statusColumn(memory.buffer, status));
  const rows = (firsts[lastPerson] ?? 0) - firstRow;
  const gaps = statuses.filter((column) => hasGap(column, rows));
  const isMissing = (row: number): boolean => gaps.some((column) => (column[row] ?? 0) < 0);
  const lost: number[] = [];
  for (let at = 0; at < flags.length; at += 1) {
    const first = (firsts[firstPerson + at] ?? 0) - firstRow;
    const last = (firsts[firstPerson + at + 1] ?? 0) - firstRow;
    let isLost = flags[at] !== 0;
    for (let row = first; gaps.length > 0 && row < last && !isLost; row += 1) {
      isLost = isMissing(row);
    }
    if (isLost) lost.push(firstPerson + at);
  }
  return lost;
}

/** Nearly no column has any: then nobody looks at it person by person. */
function hasGap(column: Int16Array, rows: number): boolean {
  for (let row = 0; row < rows; row += 1) if ((column[row] ?? 0) < 0) return true;
  return false;
}

function statusColumn(buffer: ArrayBuffer, place: ColumnPlace | undefined): Int16Array {
  if (place?.bytes !== 2) throw new Error('a status of another width');
  return new Int16Array(buffer, place.offset);
}
