import type { InputDeclaration } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import { magnitudeOf } from '../../passes/range.ts';
import { rangeOfInput } from '../../passes/range-of-expr.ts';
import { scaleOfInput } from '../../passes/scale-of-expr.ts';
import type { Emission } from './emission.ts';
import { memberCount, newRegion } from './emission.ts';
import type { Node, Region, Statement } from './node.ts';
import { int, long } from './node.ts';
import { intArithmetic } from './operators.ts';
import type { Value, ValueKind } from './value.ts';
import { kindOfType } from './value.ts';

/** Cells of one width, one for each row. */
export interface Column {
  readonly region: Region;
  readonly bytes: 1 | 2 | 4 | 8;
  readonly signed: boolean;
  /** True for what is held as `i32`: truth, statuses, places. */
  readonly isInt: boolean;
}

/** A fact of a record. */
export interface Field {
  readonly input: string;
  readonly form: Omit<Value, 'node' | 'status'>;
  readonly value: Column;
  /** 0 where the fact is not given, 1 where it is, 2 where there is expressly none; absent: always given. */
  readonly given?: Column;
}

/** The stretches of days of a fact: those of row r stand from `starts[r]` to before `starts[r + 1]`. */
export interface SpellField {
  readonly input: string;
  readonly form: Omit<Value, 'node' | 'status'>;
  readonly starts: Column;
  /** Whether there are any. */
  readonly given: Column;
  readonly from: Column;
  readonly to: Column;
  readonly value: Column;
}

/** The records of a child entity: those of the parent's row r stand from `starts[r]` to before `starts[r + 1]`. */
export interface ChildField {
  readonly entity: string;
  readonly starts: Column;
  readonly given?: Column;
}

export interface Columns {
  readonly fields: Map<string, Field>;
  readonly spells: Map<string, SpellField>;
  readonly children: Map<string, ChildField>;
}

type Width = Pick<Column, 'bytes' | 'signed' | 'isInt'>;

const place: Width = { bytes: 4, signed: true, isInt: true };
const mark: Width = { bytes: 1, signed: false, isInt: true };

export function formOfInput(input: InputDeclaration | undefined): Field['form'] {
  const kind = input ? kindOfType(input.type) : 'number';
  const enumeration = input && 'enumeration' in input.type ? input.type.enumeration : undefined;
  return {
    kind,
    scale: scaleOfInput(input),
    range: rangeOfInput(input),
    ...(enumeration !== undefined && { enumeration }),
  };
}

/** The least width that holds every value of the form. */
export function widthOf(
  { kind, enumeration, range, scale }: Field['form'],
  emission: Emission,
): Width {
  const members = memberCount(emission, enumeration);
  switch (kind) {
    case 'boolean':
      return mark;
    case 'text':
      return { bytes: 4, signed: true, isInt: false };
    case 'index':
      return { bytes: members < 256 ? 1 : 4, signed: false, isInt: false };
    case 'set':
      return { bytes: bytesOfBits(members), signed: false, isInt: false };
    default:
      return { bytes: isShort(range, scale) ? 4 : 8, signed: true, isInt: false };
  }
}

function bytesOfBits(bits: number): Column['bytes'] {
  if (bits <= 8) return 1;
  if (bits <= 16) return 2;
  return bits <= 32 ? 4 : 8;
}

function isShort(range: Range, scale: bigint): boolean {
  const magnitude = magnitudeOf(range);
  return magnitude !== undefined && magnitude.numerator * scale < 2n ** 31n * magnitude.denominator;
}

export function newColumn(emission: Emission, width: Width, rows: number): Column {
  return { ...width, region: newRegion(emission, width.bytes * rows) };
}

export function placeColumn(emission: Emission, rows: number): Column {
  return newColumn(emission, place, rows);
}

export function markColumn(emission: Emission, rows: number): Column {
  return newColumn(emission, mark, rows);
}

/** How many records of an entity there can be. */
export function rowsOf(entity: string | undefined, { capacity, columns }: Emission): number {
  return entity !== undefined && columns.children.has(entity) ? capacity.records : capacity.rows;
}

export function fieldOf(emission: Emission, id: string, mayLack: boolean): Field {
  const { columns, analysis } = emission;
  const known = columns.fields.get(id);
  if (known) return known;
  const input = analysis.index.inputs.get(id);
  const form = formOfInput(input);
  const rows = rowsOf(input?.entity, emission);
  const field: Field = {
    input: id,
    form,
    value: newColumn(emission, widthOf(form, emission), rows),
    ...(mayLack && { given: markColumn(emission, rows) }),
  };
  columns.fields.set(id, field);
  return field;
}

export function spellFieldOf(emission: Emission, input: InputDeclaration): SpellField {
  const { columns, capacity } = emission;
  const known = columns.spells.get(input.id);
  if (known) return known;
  const form = formOfInput(input);
  const rows = rowsOf(input.entity, emission);
  const field: SpellField = {
    input: input.id,
    form,
    starts: placeColumn(emission, rows + 1),
    given: markColumn(emission, rows),
    from: placeColumn(emission, capacity.spells),
    to: placeColumn(emission, capacity.spells),
    value: newColumn(emission, widthOf(form, emission), capacity.spells),
  };
  columns.spells.set(input.id, field);
  return field;
}

export function childFieldOf(emission: Emission, entity: string): ChildField {
  const { columns, analysis, partial } = emission;
  const known = columns.children.get(entity);
  if (known) return known;
  const rows = rowsOf(analysis.index.entities.get(entity)?.parent, emission);
  const field: ChildField = {
    entity,
    starts: placeColumn(emission, rows + 1),
    ...(partial && { given: markColumn(emission, rows) }),
  };
  columns.children.set(entity, field);
  return field;
}

const longLoads = { 1: [0x30, 0x31], 2: [0x32, 0x33], 4: [0x34, 0x35], 8: [0x29, 0x29] } as const;
const intLoads = { 1: [0x2c, 0x2d], 2: [0x2e, 0x2f], 4: [0x28, 0x28] } as const;
const longStores = { 1: 0x3c, 2: 0x3d, 4: 0x3e, 8: 0x37 } as const;
const intStores = { 1: 0x3a, 2: 0x3b, 4: 0x36 } as const;

/** The cell of a row; `next`: of the row behind it. */
export function cell(column: Column, row: Node, next: 0 | 1 = 0): Node {
  const { region, bytes, signed, isInt } = column;
  const codes = isInt && bytes !== 8 ? intLoads[bytes] : longLoads[bytes];
  const code = codes[signed ? 0 : 1];
  const type = isInt ? 'i32' : 'i64';
  return { kind: 'load', type, code, region, skip: next * bytes, address: addressOf(column, row) };
}

export function storeCell(column: Column, row: Node, value: Node): Statement {
  const { region, bytes, isInt } = column;
  const code = isInt && bytes !== 8 ? intStores[bytes] : longStores[bytes];
  return { kind: 'store', code, region, skip: 0, address: addressOf(column, row), value };
}

function addressOf({ bytes }: Column, row: Node): Node {
  return bytes === 1 ? row : intArithmetic.shiftLeft(row, int(Math.log2(bytes)));
}

/** A number of 64 bits at a fixed place of a region. */
export function word(region: Region, skip: number, address: Node = int(0)): Node {
  return { kind: 'load', type: 'i64', code: 0x29, region, skip, address };
}

export function storeWord(
  region: Region,
  skip: number,
  value: Node,
  address: Node = int(0),
): Statement {
  return { kind: 'store', code: 0x37, region, skip, address, value };
}

/** Truth as it is held among numbers. */
export function isLong(kind: ValueKind): boolean {
  return kind !== 'boolean';
}

/** No period that a claim could be in. */
export const noPeriod: Node = long(-(2n ** 63n));
