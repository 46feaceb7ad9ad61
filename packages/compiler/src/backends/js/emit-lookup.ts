import { parseRational } from '@tiaoli/base';
import type { KeyMatch, Lookup, NumberRange } from '@tiaoli/ir';
import { rowsInOrder } from '@tiaoli/ir';
import { coversAll } from '../../passes/covers-all.ts';
import { numberOf } from '../../passes/literal-value.ts';
import type { Range } from '../../passes/range.ts';
import { combinations, matchesPoint } from '../../passes/table-points.ts';
import type { Code } from './code.ts';
import { inScale, literalCode, plainCode, unifyCodes, withStatus } from './code.ts';
import type { EmitExpr, Scope } from './emission.ts';
import {
  constantOf,
  freshName,
  inBlock,
  memberCount,
  memberIndex,
  nameCode,
  nameStatus,
  statusOfCause,
  statusOfNotApplicable,
  textConstant,
} from './emission.ts';
import { emitWay, gapCode } from './emit-choice.ts';
import { isWideSet } from './emit-condition.ts';

type Row = Lookup['rows'][number];

/** The value of the first row in order that matches; of each member, and the best of them, where a key is a set. */
export function emitLookup(expr: Lookup, range: Range, scope: Scope, emit: EmitExpr): Code {
  const keys = expr.keys.map((key) => nameCode(scope, emit(key, scope)));
  const statuses = keys.map(({ status }) => status);
  const plainKeys = keys.map(({ status: _, ...key }) => key);
  const table = emitTable(expr, plainKeys, range, scope);
  const code =
    table ??
    emitMembers(
      expr,
      plainKeys,
      { range, isTotal: coversAll(expr, scope.emission.ranges) },
      scope,
      emit,
    );
  return withStatus(code, ...statuses);
}

interface Choice {
  readonly range: Range;
  readonly isTotal: boolean;
}

/** Takes the first key that is a set apart, a loop over its members each. */
function emitMembers(
  expr: Lookup,
  keys: readonly Code[],
  choice: Choice,
  scope: Scope,
  emit: EmitExpr,
): Code {
  const column = keys.findIndex(({ kind }) => kind === 'set');
  const set = keys[column];
  if (!set) return emitRows(rowsInOrder(expr.rows), keys, choice, scope, emit);
  const member = freshName(scope.emission, 'm');
  const element = plainCode(member, 'index', set.enumeration);
  const inner = keys.with(column, element);
  const { lines, result } = inBlock(scope, (block) => {
    const code = emitMembers(expr, inner, choice, block, emit);
    return nameStatus(block, nameCode(block, code));
  });
  return emitBest(expr, set, { member, lines, code: { ...result, range: choice.range } }, scope);
}

interface OneMember {
  readonly member: string;
  readonly lines: readonly string[];
  readonly code: Code;
}

/** The empty set is looked up as member −1, which only `any` and `otherwise` match. */
function emitBest(
  { best }: Lookup,
  set: Code,
  { member, lines, code }: OneMember,
  scope: Scope,
): Code {
  const { emission } = scope;
  const isWide = isWideSet(set.enumeration, scope);
  const bit = isWide
    ? `(${set.text} >> BigInt(${member}) & 1n) === 0n`
    : `(${set.text} >> ${member} & 1) === 0`;
  const target = freshName(emission, 't');
  const status = freshName(emission, 's');
  const missing = freshName(emission, 's');
  const none = statusOfNotApplicable(emission, '');
  const own = code.status ?? '0';
  const sign = best === 'lowest' ? '<' : '>';
  const zero = isWide ? '0n' : '0';
  scope.block.push(
    `let ${target} = ${code.kind === 'bigint' ? '0n' : '0'}, ${status} = ${none}, ${missing} = 0;`,
    `for (let ${member} = ${set.text} === ${zero} ? -1 : 0; ${member} < ${memberCount(emission, set.enumeration)}; ${member}++) {`,
    `if (${member} >= 0 && ${bit}) continue;`,
    ...lines,
    `if (${own} < 0) ${missing} = ${missing} || ${own};`,
    `else if (${own} === 0 && (${status} !== 0 || ${code.text} ${sign} ${target})) { ${target} = ${code.text}; ${status} = 0; }`,
    `else if (${own} > 0 && ${status} !== 0) ${status} = ${own};`,
    `if (${member} < 0) break;`,
    '}',
  );
  const { status: _, ...plain } = code;
  return nameStatus(
    scope,
    withStatus(
      { ...plain, text: target },
      code.status === undefined ? undefined : `(${missing} || ${status})`,
    ),
  );
}

/** Row after row; the last one needs no test where the rows cover every key. */
function emitRows(
  rows: readonly Row[],
  keys: readonly Code[],
  { range, isTotal }: Choice,
  scope: Scope,
  emit: EmitExpr,
): Code {
  const [row, ...rest] = rows;
  if (!row) return gapCode(statusOfCause(scope.emission, 'gap', '表中没有这一行'));
  const tests = row.match.flatMap((match, column) => testOf(match, keys[column], scope));
  if (tests.length === 0 || (isTotal && rest.length === 0)) return emit(row.value, scope);
  return emitWay(
    {
      guard: plainCode(`(${tests.join(' && ')})`, 'boolean'),
      emit: (inner) => emit(row.value, inner),
    },
    (inner) => emitRows(rest, keys, { range, isTotal }, inner, emit),
    range,
    scope,
  );
}

function testOf(match: KeyMatch, key: Code | undefined, scope: Scope): readonly string[] {
  if (!key || match.kind === 'any' || match.kind === 'otherwise') return [];
  if (match.kind === 'range') return rangeTests(match, key);
  const wanted = match.members.map((member) => {
    if (key.kind === 'text') return textConstant(scope.emission, member);
    if (key.kind === 'boolean') return `${member === 'true'}`;
    if (key.kind === 'index')
      return `${memberIndex(scope.emission, key.enumeration ?? '', member)}`;
    const number = parseRational(member);
    return number ? literalIn(key, number) : 'undefined';
  });
  return [`(${wanted.map((each) => `${key.text} === ${each}`).join(' || ') || 'false'})`];
}

/** A bound in the scale of the key; the key is scaled up where the bound has more decimals. */
function rangeTests({ low, high }: NumberRange, key: Code): readonly string[] {
  const test = (bound: NumberRange['low'], strict: string, loose: string): readonly string[] => {
    const value = bound && parseRational(bound.value);
    if (!bound || !value) return [];
    const scale = key.scale % value.denominator === 0n ? key.scale : key.scale * value.denominator;
    const scaled = inScale(key, scale);
    const limit = (value.numerator * scale) / value.denominator;
    const suffix = scaled.kind === 'bigint' ? 'n' : '';
    return [`${scaled.text} ${bound.included ? loose : strict} ${limit}${suffix}`];
  };
  return [...test(low, '>', '>='), ...test(high, '<', '<=')];
}

function literalIn(
  key: Code,
  value: { readonly numerator: bigint; readonly denominator: bigint },
): string {
  if (key.scale % value.denominator !== 0n) return 'undefined';
  const integer = (value.numerator * key.scale) / value.denominator;
  return key.kind === 'bigint' ? `${integer}n` : `${integer}`;
}

/** Cells that are all numbers, by members alone: an array. */
function emitTable(
  expr: Lookup,
  keys: readonly Code[],
  range: Range,
  scope: Scope,
): Code | undefined {
  const values = expr.rows.map(({ value }) => numberOf(value));
  if (keys.length === 0 || keys.some(({ kind }) => kind !== 'index')) return undefined;
  if (!values.every((value) => value !== undefined)) return undefined;
  const counts = keys.map(({ enumeration }) => memberCount(scope.emission, enumeration));
  const points = combinations(counts);
  if (points.length === 0 || points.length > 4096) return undefined;
  const rows = rowsInOrder(expr.rows);
  const enumerations = keys.map(({ enumeration }) => enumeration);
  const { members } = scope.emission;
  const cells = points.map((point) =>
    rows.find((row) => matchesPoint(row, enumerations, point, members)),
  );
  const literals = cells.map((row) => {
    const value = row && numberOf(row.value);
    return value && literalCode(value);
  });
  if (!literals.every((code) => code !== undefined)) return undefined;
  const unified = unifyCodes(literals, range);
  const [form] = unified;
  if (!form) return undefined;
  const array = constantOf(scope.emission, `[${unified.map(({ text }) => text).join(', ')}]`);
  const index = keys
    .map(({ text }, column) => {
      const stride = counts.slice(column + 1).reduce((product, count) => product * count, 1);
      return stride === 1 ? text : `${text} * ${stride}`;
    })
    .join(' + ');
  return { text: `${array}[${index}]`, kind: form.kind, scale: form.scale, range };
}
