import type { Rational } from '@tiaoli/base';
import { isInteger, multiply, printRational, rational } from '@tiaoli/base';
import type { ExactValue } from '../js/held-values.ts';
import type { CellForm, ColumnPlace } from './layout.ts';
import type { TextDictionary } from './text-dictionary.ts';

/** The value as a cell holds it. Throws a RangeError where it does not lie on the scale or has no place in 64 bits. */
export function heldCell(value: ExactValue, form: CellForm, texts: TextDictionary): bigint {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'string') {
    return BigInt(form.held === 'index' ? memberOf(value, form) : texts.numberOf(value));
  }
  if ('numerator' in value) return heldNumber(value, form);
  return [...value].reduce((all, name) => all | (1n << BigInt(memberOf(name, form))), 0n);
}

function heldNumber(value: Rational, { scale, type }: CellForm): bigint {
  const scaled = multiply(value, rational(BigInt(scale)));
  if (!isInteger(scaled)) throw new RangeError(`more decimals than ${type} holds`);
  const { numerator } = scaled;
  if (BigInt.asIntN(64, numerator) !== numerator) throw new RangeError(`a ${type} beyond 64 bits`);
  return numerator;
}

function memberOf(name: string, { members = [], type }: CellForm): number {
  const index = members.indexOf(name);
  if (index < 0) throw new RangeError(`no member of the ${type}: ${name}`);
  return index;
}

/** The value that a cell holds, exactly. */
export function exactCell(held: bigint, form: CellForm, texts: TextDictionary): ExactValue {
  const { members = [] } = form;
  switch (form.held) {
    case 'boolean':
      return held !== 0n;
    case 'text':
      return texts.textOf(Number(held));
    case 'index':
      return members[Number(held)] ?? '';
    case 'set':
      return new Set(members.filter((_, index) => (held >> BigInt(index)) & 1n));
    default:
      return rational(held, BigInt(form.scale));
  }
}

/** The text of a key, as the interpreter prints it. */
export function keyText(held: bigint, form: CellForm, texts: TextDictionary): string {
  const value = exactCell(held, form, texts);
  return typeof value === 'object' && 'numerator' in value ? printRational(value) : String(value);
}

/** The key as 64 bits, of the text that the interpreter prints; the other way round. */
export function keyOfText(text: string, form: CellForm, texts: TextDictionary): bigint {
  if (form.held === 'boolean') return text === 'true' ? 1n : 0n;
  if (form.held !== 'number') return heldCell(text, form, texts);
  const [top = '0', bottom = '1'] = text.split('/');
  const [whole = '0', decimals = ''] = top.split('.');
  const digits = rational(
    BigInt(whole + decimals),
    10n ** BigInt(decimals.length) * BigInt(bottom),
  );
  return heldNumber(digits, form);
}

export function readCell(
  view: DataView,
  { offset, bytes, signed }: ColumnPlace,
  row: number,
): bigint {
  const at = offset + row * bytes;
  switch (bytes) {
    case 1:
      return BigInt(signed ? view.getInt8(at) : view.getUint8(at));
    case 2:
      return BigInt(signed ? view.getInt16(at, true) : view.getUint16(at, true));
    case 4:
      return BigInt(signed ? view.getInt32(at, true) : view.getUint32(at, true));
    default:
      return view.getBigInt64(at, true);
  }
}

/** Throws a RangeError where the column is too narrow for the value. */
export function writeCell(
  view: DataView,
  { offset, bytes, signed }: ColumnPlace,
  row: number,
  value: bigint | number,
): void {
  const held = BigInt(value);
  const bits = bytes * 8;
  const kept = signed || bytes === 8 ? BigInt.asIntN(bits, held) : BigInt.asUintN(bits, held);
  if (kept !== held) throw new RangeError(`${held} does not fit a column of ${bytes} bytes`);
  const at = offset + row * bytes;
  if (bytes === 8) view.setBigInt64(at, held, true);
  else if (bytes === 4) view.setInt32(at, Number(BigInt.asIntN(32, held)), true);
  else if (bytes === 2) view.setInt16(at, Number(BigInt.asIntN(16, held)), true);
  else view.setInt8(at, Number(BigInt.asIntN(8, held)));
}
