import type { Rational } from '@tiaoli/base';
import { leastCommonMultiple } from '@tiaoli/base';
import type { Range } from '../../passes/range.ts';
import { anyNumber, exactly, fitsDouble } from '../../passes/range.ts';

/** How a value is held at run time: members of an enumeration by their index, sets as bits. */
export type CodeKind = 'number' | 'bigint' | 'boolean' | 'index' | 'set' | 'text';

/**
 * A piece of emitted JavaScript that gives a value.
 *
 * INVARIANT: `text` is an identifier, a literal or parenthesised, and without effect, so it can be put anywhere and
 * twice. Where the status is not 0 the value is harmless but has no meaning.
 */
export interface Code {
  readonly text: string;
  readonly kind: CodeKind;
  /** Numbers are held as integers: the value times this. */
  readonly scale: bigint;
  readonly range: Range;
  /** Of members and sets. */
  readonly enumeration?: string;
  /**
   * Gives 0 for a value, k > 0 for 不适用 (reason k), k < 0 for missing (cause −k). Absent: always a value.
   */
  readonly status?: string;
}

export function plainCode(text: string, kind: CodeKind, enumeration?: string): Code {
  return { text, kind, scale: 1n, range: anyNumber, ...(enumeration && { enumeration }) };
}

/** An integer `text` that stands for value × `scale`, held as narrowly as the range allows. */
export function numberCode(
  text: string,
  kind: 'number' | 'bigint',
  scale: bigint,
  range: Range,
): Code {
  if (kind === 'bigint' && fitsDouble(range, scale)) {
    return { text: `Number(${text})`, kind: 'number', scale, range };
  }
  return { text, kind, scale, range };
}

export function literalCode(value: Rational): Code {
  const { numerator, denominator } = value;
  const range = exactly(value);
  const isNarrow = fitsDouble(range, denominator);
  const digits = isNarrow ? `${numerator}` : `${numerator}n`;
  const text = numerator < 0n ? `(${digits})` : digits;
  return { text, kind: isNarrow ? 'number' : 'bigint', scale: denominator, range };
}

export function withStatus(code: Code, ...statuses: readonly (string | undefined)[]): Code {
  const status = joinStatus(code.status, ...statuses);
  return status === undefined ? code : { ...code, status };
}

/** The first that is not 0; absent when all are. */
export function joinStatus(...statuses: readonly (string | undefined)[]): string | undefined {
  const given = [...new Set(statuses.filter((status) => status !== undefined && status !== '0'))];
  if (given.length === 0) return undefined;
  return given.length === 1 ? given[0] : `(${given.join(' || ')})`;
}

/** A number as it is held in doubles or in integers of any size. */
export function inKind(code: Code, kind: 'number' | 'bigint'): string {
  if (code.kind === kind) return code.text;
  if (kind === 'number') return `Number(${code.text})`;
  return /^\d+$/.test(code.text) ? `${code.text}n` : `BigInt(${code.text})`;
}

export function inScale(code: Code, scale: bigint): Code {
  if (code.scale === scale) return code;
  const factor = scale / code.scale;
  const kind = fitsDouble(code.range, scale) ? 'number' : 'bigint';
  const literal = /^\(?(-?\d+)n?\)?$/.exec(code.text)?.[1];
  if (literal !== undefined) {
    const digits = `${BigInt(literal) * factor}${kind === 'bigint' ? 'n' : ''}`;
    return { ...code, text: digits.startsWith('-') ? `(${digits})` : digits, kind, scale };
  }
  const text = `(${inKind(code, kind)} * ${factor}${kind === 'bigint' ? 'n' : ''})`;
  return { ...code, text, kind, scale };
}

/** Numbers on one scale and in one kind; `range` is what is to be made of them. */
export function alignCodes(
  codes: readonly Code[],
  range: Range,
): {
  readonly texts: readonly string[];
  readonly kind: 'number' | 'bigint';
  readonly scale: bigint;
} {
  const scale = codes.map((code) => code.scale).reduce(leastCommonMultiple, 1n);
  const scaled = codes.map((code) => inScale(code, scale));
  const isWide = scaled.some(({ kind }) => kind === 'bigint') || !fitsDouble(range, scale);
  const kind = isWide ? 'bigint' : 'number';
  return { texts: scaled.map((code) => inKind(code, kind)), kind, scale };
}

/** Values of one and the same form, so that one variable can hold each. */
export function unifyCodes(codes: readonly Code[], range: Range): readonly Code[] {
  const [first] = codes;
  if (first?.kind !== 'number' && first?.kind !== 'bigint') return codes;
  const { texts, kind, scale } = alignCodes(codes, anyRangeOf(codes, range));
  return codes.map((code, index) => ({
    ...code,
    text: texts[index] ?? code.text,
    kind,
    scale,
    range,
  }));
}

/** Codes that already fit stay doubles: a choice makes no number larger. */
function anyRangeOf(codes: readonly Code[], range: Range): Range {
  return codes.every((code) => code.kind === 'number')
    ? exactly({ numerator: 0n, denominator: 1n })
    : range;
}

/** What a variable holds before it is given a value, and where there is none. */
export function zeroOf(kind: CodeKind): string {
  switch (kind) {
    case 'bigint':
      return '0n';
    case 'boolean':
      return 'false';
    case 'text':
      return "''";
    default:
      return '0';
  }
}
