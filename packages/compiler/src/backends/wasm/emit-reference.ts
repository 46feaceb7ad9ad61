import type { AccumulatorRef, InputDeclaration, InputRef } from '@tiaoli/ir';
import { startsAbsent } from '@tiaoli/ir';
import { isNonNegative, joinRanges } from '../../passes/range.ts';
import type { AccumulatorSlot } from './accumulator-slots.ts';
import { otherSlot, slotOf } from './accumulator-slots.ts';
import type { Column, Field } from './columns.ts';
import { cell, fieldOf, formOfInput, spellFieldOf } from './columns.ts';
import type { EmitExpr, Scope } from './emission.ts';
import { freshLocal, homeRecord, statusOfNotApplicable, topScope } from './emission.ts';
import { increment, onlyIf } from './emit-aggregate.ts';
import { emitWay, gapValue } from './emit-way.ts';
import type { Node } from './node.ts';
import { int, local, long } from './node.ts';
import { both, compareInt, compareLong, not, select, wrap } from './operators.ts';
import type { Status, Value } from './value.ts';
import {
  joinStatus,
  named,
  namedStatus,
  notGiven,
  plainValue,
  truth,
  unify,
  withoutStatus,
  withStatus,
  zeroNode,
} from './value.ts';

/** A definition, worked out once on its record, or in the one branch that reads it, and then read from a local. */
export function emitDefinition(id: string, scope: Scope, emit: EmitExpr): Value {
  const definition = scope.emission.analysis.index.definitions.get(id);
  if (!definition) throw new Error(`a verified program has the definition ${id}`);
  const home = homeRecord(definition.entity, scope.record);
  const known = home.known.get(id);
  if (known) return known;
  const { branch } = home;
  const body = branch?.inner.get(id);
  const top = topScope(scope, home);
  const place = branch && body ? { ...top, block: branch.block } : top;
  const value = named(place, emit(body ?? definition.body, place));
  home.known.set(id, value);
  return value;
}

/** The fact given; at a date the spell of that day; else the default; else missing. */
export function emitInput(expr: InputRef, scope: Scope, emit: EmitExpr): Value {
  const input = scope.emission.analysis.index.inputs.get(expr.input);
  const home = homeRecord(input?.entity, scope.record);
  const key = expr.at === undefined ? expr.input : `${expr.input} ${expr.at}`;
  const known = home.known.get(key);
  if (known) return known;
  const top = topScope(scope, home);
  const plain = readInput(expr.input, input, top, emit);
  const value =
    expr.at !== undefined && input?.spells ? readSpell(expr.at, input, plain, top, emit) : plain;
  home.known.set(key, value);
  return value;
}

/** The column as a claim within its bounds has it: without a sign a narrow cell takes one load, with a sign two. */
function admitted({ value, form }: Field): Column {
  return form.kind === 'number' && isNonNegative(form.range) ? { ...value, signed: false } : value;
}

function readInput(
  id: string,
  input: InputDeclaration | undefined,
  top: Scope,
  emit: EmitExpr,
): Value {
  const { emission, record } = top;
  const form = formOfInput(input);
  const isOptional = input?.optional === true;
  const mayBeLeftOut = input?.default !== undefined || input?.spells === true;
  const mayLack = !emission.given.has(id) && (isOptional || mayBeLeftOut || emission.partial);
  const field = fieldOf(emission, id, mayLack);
  const own: Value = named(top, { ...form, node: cell(admitted(field), record.row) });
  if (!field.given) return own;
  const mark = named(top, truth(cell(field.given, record.row))).node;
  const isGiven = truth(compareInt['='](mark, int(1)));
  const none = gapValue(statusOfNotApplicable(emission, ''));
  const fallback = input?.default;
  const absent = (scope: Scope): Value => (fallback ? emit(fallback, scope) : gapValue(notGiven));
  const otherwise = (scope: Scope): Value =>
    isOptional
      ? emitWay(
          { guard: truth(compareInt['='](mark, int(2))), emit: () => none },
          absent,
          form.range,
          scope,
        )
      : absent(scope);
  return named(top, emitWay({ guard: isGiven, emit: () => own }, otherwise, form.range, top));
}

/** The first stretch of days that holds the date; what is given without days where there are no stretches. */
function readSpell(
  at: string,
  input: InputDeclaration,
  plain: Value,
  top: Scope,
  emit: EmitExpr,
): Value {
  const { emission, record } = top;
  const date = emit({ kind: 'input', input: at }, top);
  const field = spellFieldOf(emission, input);
  const [index, status] = [freshLocal(top, 'i32'), freshLocal(top, 'i32')];
  const row = local('i32', index);
  const cellValue: Value = { ...field.form, node: cell(field.value, row) };
  const range = joinRanges(field.form.range, plain.range);
  const [own = cellValue, rest = plain] = unify([cellValue, plain], range, emission);
  const target = freshLocal(top, own.node.type);
  const isFound = not(local('i32', status));
  const absent = joinStatus(top, date.status, notGiven);
  const day = date.node;
  const [from, to] = [field.from, field.to].map((column) => cell(column, row));
  const holds = both(
    compareInt['<'](from ?? int(0), intAfter(day)),
    compareInt['>='](to ?? int(0), wrap(day)),
  );
  const take = onlyIf(holds, [
    { kind: 'set', local: target, value: own.node },
    { kind: 'set', local: status, value: int(0) },
  ]);
  const isLeft = compareInt['<'](row, cell(field.starts, record.row, 1));
  const dated = date.status ? both(isLeft, not(date.status.node)) : isLeft;
  top.block.push({
    kind: 'if',
    condition: cell(field.given, record.row),
    yes: [
      { kind: 'set', local: target, value: zeroNode(own.kind) },
      { kind: 'set', local: status, value: absent?.node ?? int(0) },
      { kind: 'set', local: index, value: cell(field.starts, record.row) },
      {
        kind: 'while',
        condition: both(asTruth(dated), not(isFound)),
        body: [...take, increment(index)],
      },
    ],
    no: [
      { kind: 'set', local: target, value: rest.node },
      { kind: 'set', local: status, value: rest.status?.node ?? int(0) },
    ],
  });
  const result = { ...withoutStatus(own), node: local(own.node.type, target) };
  return { ...result, status: { node: local('i32', status), mayMiss: true } };
}

function asTruth(node: Node): Node {
  return not(not(node));
}

function intAfter(day: Node): Node {
  return { kind: 'op', type: 'i32', code: [0x6a], args: [wrap(day), int(1)] };
}

/** The value before the claim, read once; under keys that the reference names, read where it stands. */
export function emitAccumulator(
  { accumulator: id, keys }: AccumulatorRef,
  scope: Scope,
  emit: EmitExpr,
): Value {
  const accumulator = scope.emission.analysis.index.accumulators.get(id);
  if (!accumulator) throw new Error(`a verified program has the accumulator ${id}`);
  const isAbsent = startsAbsent(accumulator);
  if (keys) return readSlot(otherSlot(accumulator, keys, scope, emit), isAbsent, scope);
  const root = homeRecord(undefined, scope.record);
  const known = root.known.get(id);
  if (known) return known;
  const top = topScope(scope, root);
  const value = readSlot(slotOf(accumulator, top, emit), isAbsent, top);
  root.known.set(id, value);
  return value;
}

/** `isAbsent`: before the first claim of a period there is no value, else it is zero. */
function readSlot(slot: AccumulatorSlot, isAbsent: boolean, scope: Scope): Value {
  const { form, isCurrent } = slot;
  const current = named(scope, truth(isCurrent)).node;
  const held = select(current, slot.stored, long(0));
  const node = form.kind === 'boolean' ? compareLong['!='](held, long(0)) : held;
  const value = named(scope, { ...form, node });
  if (!isAbsent) return withStatus(scope, value, slot.status);
  const none = statusOfNotApplicable(scope.emission, '');
  const absent: Status = namedStatus(scope, select(current, int(0), none.node), false);
  return withStatus(
    scope,
    { ...plainValue(value.node, value.kind), ...value },
    slot.status,
    absent,
  );
}
