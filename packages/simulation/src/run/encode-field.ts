import type { FieldPlace } from '@tiaoli/compiler';
import type { ColumnValues } from '../table/columns.ts';
import type { InputMapping } from '../table/input-mapping.ts';
import type { ClaimSource } from './claim-source.ts';
import { columnOf, wordsOf } from './claim-source.ts';

/** Cells as the memory of a module holds them, one for each claim that is seen. */
export type Cells = Uint8Array | Uint16Array | Int32Array | Uint32Array | BigInt64Array;

export interface EncodedField {
  readonly cells: Cells;
  /** 1 where the fact is given; absent: it always is. */
  readonly given?: Uint8Array;
}

/** Where a fact comes from: a column, or what other rules gave. */
export type FactSource =
  | { readonly kind: 'column'; readonly mapping: InputMapping }
  | { readonly kind: 'rules'; readonly input: string };

/** The cells of a fact for all claims that are seen; made once for all rules that hold it alike. */
export function encodeField(
  field: FieldPlace,
  source: FactSource,
  claims: ClaimSource,
  texts: readonly string[],
): EncodedField {
  const { input, held, scale, members, value } = field;
  const own = held === 'text' ? texts.filter(isId) : [];
  const key = JSON.stringify([input, held, scale, members, value.bytes, value.signed, own]);
  const known = claims.encoded.get(key);
  if (known) return known;
  const encoded = encodeAnew(field, source, claims, texts);
  claims.encoded.set(key, encoded);
  return encoded;
}

function encodeAnew(
  field: FieldPlace,
  source: FactSource,
  claims: ClaimSource,
  texts: readonly string[],
): EncodedField {
  if (source.kind === 'rules') {
    const amounts = claims.derived.get(source.input);
    if (!amounts) throw new Error(`no rules gave ${source.input}`);
    return { cells: scaledCells(field, amounts) };
  }
  const { table, column } = source.mapping;
  const read = table === 'persons' ? claims.persons : claims.claims;
  const words = wordsOf(read, table, column);
  if (field.held === 'text' && column === 'claim_id' && !texts.some(isId)) {
    return { cells: ownNumbers(field, claims.rows) };
  }
  const values = gather(columnOf(read, column), table, claims);
  if (words.length > 0) return memberCells(field, source.mapping, words, values);
  const isText = field.held === 'text';
  return { cells: isText ? textCells(field, values, texts) : scaledCells(field, values) };
}

/** The value of each claim, in the order of `rows`. */
function gather(
  values: ColumnValues,
  table: InputMapping['table'],
  { rows, claims }: ClaimSource,
): ColumnValues {
  const owners = columnOf(claims, 'person_row');
  const found = newLike(values, rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    found[at] = values[table === 'persons' ? (owners[row] ?? 0) : row] ?? 0;
  }
  return found;
}

/** An empty column of the same kind. */
export function newLike(values: ColumnValues, count: number): ColumnValues {
  if (values instanceof Float64Array) return new Float64Array(count);
  return values instanceof Uint8Array ? new Uint8Array(count) : new Int32Array(count);
}

function memberCells(
  field: FieldPlace,
  { members, input }: InputMapping,
  words: readonly string[],
  values: ColumnValues,
): EncodedField {
  const held = words.map((word) => {
    const name = members ? members[word] : word;
    // What the policy does not see is not among the claims; a word without a member is not given.
    return name === undefined || name === null ? undefined : heldMember(field, name, input);
  });
  const cells = newCells(field, values.length);
  const given = new Uint8Array(values.length);
  // A list with gaps would be looked up more slowly; no member is held as a number below zero.
  const byWord = Float64Array.from(held, (member) => member ?? -1);
  for (let at = 0; at < values.length; at += 1) {
    const member = byWord[values[at] ?? 0] ?? -1;
    if (member < 0) continue;
    given[at] = 1;
    if (cells instanceof BigInt64Array) cells[at] = BigInt(member);
    else cells[at] = member;
  }
  return { cells, ...(held.includes(undefined) && { given }) };
}

function heldMember(field: FieldPlace, name: string, input: string): number {
  const at = (field.members ?? []).indexOf(name);
  if (at < 0) throw new Error(`${input} has no member ${name}`);
  return field.held === 'set' ? 2 ** at : at;
}

/** Numbers on the scale on which they are held. */
function scaledCells(field: FieldPlace, values: ColumnValues): Cells {
  const scale = Number(field.scale);
  const cells = newCells(field, values.length);
  if (cells instanceof BigInt64Array) {
    for (let at = 0; at < values.length; at += 1) {
      cells[at] = BigInt(values[at] ?? 0) * BigInt(scale);
    }
    return cells;
  }
  const most = cells instanceof Int32Array ? 2 ** 31 - 1 : 2 ** (8 * cells.BYTES_PER_ELEMENT) - 1;
  for (let at = 0; at < values.length; at += 1) {
    const value = (values[at] ?? 0) * scale;
    if (value > most || value < -most) throw new RangeError(`${field.input}: ${value} has no room`);
    cells[at] = value;
  }
  return cells;
}

/** Modules know fewer texts than this. */
const FIRST_ID = 2 ** 20;

/** Whether a text of a policy might be the number of a claim. */
function isId(text: string): boolean {
  return /^\d+$/.test(text);
}

/** Rules tell one id from another, no more, and no two claims have the same. */
function ownNumbers(field: FieldPlace, rows: Int32Array): Cells {
  const cells = newCells(field, rows.length);
  if (!(cells instanceof Int32Array)) throw new Error(`${field.input} is no text`);
  for (let at = 0; at < rows.length; at += 1) cells[at] = FIRST_ID + (rows[at] ?? 0);
  return cells;
}

/** Texts of ids that several claims may have: each a number, that of the module where it knows the text. */
function textCells(field: FieldPlace, values: ColumnValues, texts: readonly string[]): Cells {
  const numbers = new Map<number, number>();
  const cells = newCells(field, values.length);
  if (!(cells instanceof Int32Array)) throw new Error(`${field.input} is no text`);
  for (const [number, text] of texts.entries()) if (isId(text)) numbers.set(Number(text), number);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    const number = numbers.get(value) ?? FIRST_ID + numbers.size;
    numbers.set(value, number);
    cells[at] = number;
  }
  return cells;
}

function newCells({ value: { bytes, signed } }: FieldPlace, count: number): Cells {
  if (bytes === 8) return new BigInt64Array(count);
  if (bytes === 4) return signed ? new Int32Array(count) : new Uint32Array(count);
  return bytes === 2 ? new Uint16Array(count) : new Uint8Array(count);
}
