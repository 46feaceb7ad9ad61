import type { AccumulatorRef, InputDeclaration, InputRef, ValueType } from '@tiaoli/ir';
import { startsAbsent } from '@tiaoli/ir';
import { fitsDouble, joinRanges } from '../../passes/range.ts';
import { rangeOfInput } from '../../passes/range-of-expr.ts';
import { scaleOfInput } from '../../passes/scale-of-expr.ts';
import type { AccumulatorSlot } from './accumulator-slots.ts';
import { otherSlot, slotOf } from './accumulator-slots.ts';
import type { Code } from './code.ts';
import { joinStatus, unifyCodes, withStatus, zeroOf } from './code.ts';
import type { EmitExpr, Field, Scope } from './emission.ts';
import {
  apart,
  freshName,
  homeRecord,
  inBlock,
  noteStatus,
  notGivenStatus,
  statusOfNotApplicable,
  topScope,
} from './emission.ts';
import { kindOfType } from './kind-of-type.ts';

/** A definition, worked out once on its record and then read from a variable. */
export function emitDefinition(id: string, scope: Scope, emit: EmitExpr): Code {
  const definition = scope.emission.analysis.index.definitions.get(id);
  if (!definition) throw new Error(`a verified program has the definition ${id}`);
  const home = homeRecord(definition.entity, scope.record);
  const known = home.known.get(id);
  if (known) return known;
  const top = topScope(scope, home);
  const code = apart(scope.emission, id, () => declare(top, emit(definition.body, top)));
  home.known.set(id, code);
  return code;
}

/** Puts a definition into variables `d` and, where it may have no value, `e`. */
export function declare(scope: Scope, code: Code): Code {
  const isAtom = /^\w+$/.test(code.text);
  const name = isAtom ? code.text : freshName(scope.emission, 'd');
  if (!isAtom) scope.block.push(`const ${name} = ${code.text};`);
  const { status, ...plain } = code;
  if (status === undefined || /^-?\w+$/.test(status)) return { ...code, text: name };
  const statusName = freshName(scope.emission, 'e');
  scope.block.push(`const ${statusName} = ${status};`);
  noteStatus(scope.emission, statusName, [status]);
  return { ...plain, text: name, status: statusName };
}

/** The fact given; at a date the spell of that day; else the default; else missing. */
export function emitInput(expr: InputRef, scope: Scope, emit: EmitExpr): Code {
  const { inputs } = scope.emission.analysis.index;
  const input = inputs.get(expr.input);
  const home = homeRecord(input?.entity, scope.record);
  const key = expr.at === undefined ? expr.input : `${expr.input} ${expr.at}`;
  const known = home.known.get(key);
  if (known) return known;
  const top = topScope(scope, home);
  const plain = apart(scope.emission, expr.input, () => readInput(expr.input, input, top, emit));
  const code =
    expr.at !== undefined && input?.spells ? readSpell(expr.at, input, plain, top, emit) : plain;
  home.known.set(key, code);
  return code;
}

export function fieldOf({ fields }: Scope['emission'], input: string, spells: boolean): Field {
  const key = `${spells ? 'p' : 'i'}${[...fields.values()].filter((field) => field.spells === spells).length}`;
  const id = spells ? `${input} spells` : input;
  const known = fields.get(id);
  if (known) return known;
  const field = { key, input, spells };
  fields.set(id, field);
  return field;
}

/** The form in which an input is given. */
export function inputForm(input: InputDeclaration | undefined): Omit<Code, 'text'> {
  const type: ValueType = input?.type ?? { kind: 'date' };
  const scale = scaleOfInput(input);
  const range = rangeOfInput(input);
  const kind = kindOfType(type);
  const isWide = kind === 'number' && !fitsDouble(range, scale);
  const enumeration = 'enumeration' in type ? type.enumeration : undefined;
  return { kind: isWide ? 'bigint' : kind, scale, range, ...(enumeration && { enumeration }) };
}

function readInput(
  id: string,
  input: InputDeclaration | undefined,
  top: Scope,
  emit: EmitExpr,
): Code {
  const { emission, record, block } = top;
  const form = inputForm(input);
  const given = `${record.name}.${fieldOf(emission, id, false).key}`;
  const mayBeNone = input?.optional === true;
  if (!input?.default && !mayBeNone && !emission.partial) {
    const name = freshName(emission, 'v');
    block.push(`const ${name} = ${given};`);
    return { ...form, text: name };
  }
  const name = freshName(emission, 'v');
  const status = freshName(emission, 'e');
  const fallback = input?.default;
  const other = inBlock(top, (scope) =>
    fallback ? emit(fallback, scope) : { ...form, text: zeroOf(form.kind), status: notGivenStatus },
  );
  const range = fallback ? joinRanges(form.range, other.result.range) : form.range;
  const [own, rest] = unifyCodes([{ ...form, text: given }, other.result], range);
  const hasStatus = mayBeNone || other.result.status !== undefined;
  const isAbsent = mayBeNone
    ? `${given} === undefined`
    : `${given} === undefined || ${given} === null`;
  block.push(`let ${name} = ${zeroOf(own?.kind ?? form.kind)};`);
  if (hasStatus) block.push(`let ${status} = 0;`);
  block.push(`if (${isAbsent}) {`, ...other.lines, `${name} = ${rest?.text};`);
  if (other.result.status !== undefined) block.push(`${status} = ${other.result.status};`);
  if (mayBeNone) {
    const none = statusOfNotApplicable(emission, '');
    block.push(`} else if (${given} === null) {`, `${status} = ${none};`);
  }
  block.push('} else {', `${name} = ${own?.text ?? given};`, '}');
  const code = { ...form, ...(own && { kind: own.kind, scale: own.scale }), range, text: name };
  return withStatus(code, hasStatus ? status : undefined);
}

function readSpell(
  at: string,
  input: InputDeclaration,
  plain: Code,
  top: Scope,
  emit: EmitExpr,
): Code {
  const { emission, record, block } = top;
  const form = inputForm(input);
  const date = emit({ kind: 'input', input: at }, top);
  const list = `${record.name}.${fieldOf(emission, input.id, true).key}`;
  const name = freshName(emission, 'v');
  const status = freshName(emission, 'e');
  const [own, rest] = unifyCodes(
    [{ ...form, text: 's[2]' }, plain],
    joinRanges(form.range, plain.range),
  );
  block.push(
    `let ${name} = ${rest?.text ?? plain.text}, ${status} = ${plain.status ?? '0'};`,
    `if (${list} !== undefined) {`,
    `${name} = ${zeroOf(own?.kind ?? form.kind)};`,
    `${status} = ${joinStatus(date.status, notGivenStatus)};`,
    `if (${date.status ?? '0'} === 0) for (const s of ${list}) {`,
    `if (s[0] <= ${date.text} && ${date.text} <= s[1]) { ${name} = ${own?.text}; ${status} = 0; break; }`,
    '}',
    '}',
  );
  const { status: _, ...value } = plain;
  return { ...value, ...(own && { kind: own.kind, scale: own.scale }), text: name, status };
}

/** The value before the claim, read once; under keys that the reference names, read where it stands. */
export function emitAccumulator(
  { accumulator: id, keys }: AccumulatorRef,
  scope: Scope,
  emit: EmitExpr,
): Code {
  const accumulator = scope.emission.analysis.index.accumulators.get(id);
  if (!accumulator) throw new Error(`a verified program has the accumulator ${id}`);
  if (keys) {
    return readSlot(otherSlot(accumulator, keys, scope, emit), startsAbsent(accumulator), scope);
  }
  const root = homeRecord(undefined, scope.record);
  const known = root.known.get(id);
  if (known) return known;
  const top = topScope(scope, root);
  const slot = slotOf(accumulator, top, emit);
  const code = readSlot(slot, startsAbsent(accumulator), top);
  root.known.set(id, code);
  return code;
}

/** `isAbsent`: before the first claim of a period there is no value, else it is zero. */
function readSlot(slot: AccumulatorSlot, isAbsent: boolean, { emission, block }: Scope): Code {
  const { form, isCurrent, stored } = slot;
  const name = freshName(emission, 'b');
  const zero = zeroOf(form.kind);
  const code: Code = { ...form, text: name };
  if (!isAbsent) {
    const isEver = isCurrent === 'true';
    block.push(`const ${name} = ${isEver ? stored : `${isCurrent} ? ${stored} : ${zero}`};`);
    return withStatus(code, slot.status);
  }
  const status = freshName(emission, 'e');
  const none = statusOfNotApplicable(emission, '');
  const own = joinStatus(slot.status, `(${isCurrent} && ${stored} !== undefined ? 0 : ${none})`);
  block.push(`const ${status} = ${own};`, `const ${name} = ${status} === 0 ? ${stored} : ${zero};`);
  return withStatus(code, status);
}
