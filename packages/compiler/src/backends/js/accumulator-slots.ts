import type { Accumulator, Expr } from '@tiaoli/ir';
import type { NumberFacts } from '../../passes/analyse.ts';
import { conditionOfValue } from '../../passes/condition-of-value.ts';
import { placeExprs } from '../../passes/guarded-runs.ts';
import type { Code } from './code.ts';
import { joinStatus } from './code.ts';
import type { EmitExpr, InstanceCode, Scope } from './emission.ts';
import { freshName, homeRecord, nameCode, topScope } from './emission.ts';
import { emitKeyText } from './emit-key-text.ts';
import { kindOfType } from './kind-of-type.ts';
import { insuredYearText } from './runtime-source.ts';

/** Where the state holds an accumulator, and how the claim at hand finds it there. */
export interface AccumulatorSlot {
  /** `a0` …: its value, or its map by key. */
  readonly key: string;
  /** `g0` …: the period of which the value is; absent for accumulators that never end, and for those by key. */
  readonly group?: string;
  /** The period of the claim. */
  readonly instance: InstanceCode;
  /** Code that is true where what is stored is of the same period as the claim. */
  readonly isCurrent: string;
  /** For accumulators by key: the variable with the key of the claim. */
  readonly by?: string;
  /** What is stored, of whatever period. */
  readonly stored: string;
  /** Status of the place itself: the date or a key may be missing. */
  readonly status?: string;
  readonly form: Omit<Code, 'text' | 'status'>;
}

/** What tells the periods of an accumulator apart. */
function periodKey({ period, on, instance }: Accumulator): string {
  return instance ? `${period} ${JSON.stringify(instance)}` : `${period} ${on}`;
}

/** The place of an accumulator, worked out once on the statements of the claim (`top`). */
export function slotOf(accumulator: Accumulator, top: Scope, emit: EmitExpr): AccumulatorSlot {
  const { slots, analysis } = top.emission;
  const known = slots.get(accumulator.id);
  if (known) return known;
  const facts = analysis.accumulators.get(accumulator.id);
  if (!facts) throw new Error(`not analysed: ${accumulator.id}`);
  const form = formOf(accumulator, facts);
  const slot =
    accumulator.by.length > 0
      ? keyedSlot(accumulator, form, top, emit)
      : plainSlot(accumulator, form, top, emit);
  slots.set(accumulator.id, slot);
  return slot;
}

function plainSlot(
  accumulator: Accumulator,
  form: AccumulatorSlot['form'],
  top: Scope,
  emit: EmitExpr,
): AccumulatorSlot {
  const { emission, block } = top;
  const key = freshName(emission, 'a');
  const stored = `s.${key}`;
  if (accumulator.period === 'ever') {
    return { key, form, stored, instance: { text: "'ever'" }, isCurrent: 'true' };
  }
  const instance = instanceOf(accumulator, top, emit);
  const condition = conditionOfValue(accumulator.next, emission);
  // What is written on other claims than the rest of its period may stay behind them: it keeps an instance of its own.
  const isAlone = condition === undefined || instance.status !== undefined;
  const shared = isAlone ? accumulator.id : condition;
  const group = groupOf(`${shared} ${periodKey(accumulator)}`, top);
  const current = emission.currents.get(group) ?? freshName(emission, 'c');
  if (!emission.currents.has(group)) {
    emission.currents.set(group, current);
    block.push(`const ${current} = s.${group} === ${instance.text};`);
  }
  return {
    key,
    group,
    form,
    stored,
    instance,
    isCurrent: current,
    ...(instance.status !== undefined && { status: instance.status }),
  };
}

function groupOf(key: string, { emission }: Scope): string {
  const known = emission.groups.get(key) ?? freshName(emission, 'g');
  emission.groups.set(key, known);
  return known;
}

function keyedSlot(
  accumulator: Accumulator,
  form: AccumulatorSlot['form'],
  top: Scope,
  emit: EmitExpr,
): AccumulatorSlot {
  const key = freshName(top.emission, 'a');
  const isEver = accumulator.period === 'ever';
  const instance = isEver ? { text: "'ever'" } : instanceOf(accumulator, top, emit);
  return entrySlot({ key, form, instance }, accumulator.by, top, emit);
}

/** The slot of an accumulator under keys that a reference names, worked out where it stands. */
export function otherSlot(
  accumulator: Accumulator,
  keys: readonly Expr[],
  scope: Scope,
  emit: EmitExpr,
): AccumulatorSlot {
  const own = slotOf(accumulator, topScope(scope, homeRecord(undefined, scope.record)), emit);
  const { key, form, instance } = own;
  return entrySlot({ key, form, instance }, keys, scope, emit);
}

function entrySlot(
  { key, form, instance }: Pick<AccumulatorSlot, 'key' | 'form' | 'instance'>,
  by: readonly Expr[],
  scope: Scope,
  emit: EmitExpr,
): AccumulatorSlot {
  const { emission, block } = scope;
  const keys = by.map((expr) => nameCode(scope, emit(expr, scope)));
  const name = freshName(emission, 'y');
  const entry = freshName(emission, 'y');
  block.push(
    `const ${name} = ${keyTextOf(keys, scope)};`,
    `const ${entry} = s.${key}.get(${name});`,
  );
  const status = joinStatus(instance.status, ...keys.map((each) => each.status));
  return {
    key,
    form,
    instance,
    by: name,
    stored: `${entry}[1]`,
    isCurrent: `(${entry} !== undefined && ${entry}[0] === ${instance.text})`,
    ...(status !== undefined && { status }),
  };
}

/** The text under which the state holds what has these keys. */
export function keyTextOf(keys: readonly Code[], scope: Scope): string {
  return keys.map((each) => emitKeyText(each, scope)).join(" + '|' + ");
}

function formOf(
  { type }: Accumulator,
  { range, scale, wide }: NumberFacts,
): AccumulatorSlot['form'] {
  const kind = kindOfType(type);
  if (kind === 'number') return { kind: wide ? 'bigint' : 'number', scale, range };
  const enumeration = 'enumeration' in type ? { enumeration: type.enumeration } : {};
  return { kind, scale: 1n, range, ...enumeration };
}

/** The period of the claim, in a variable shared by all accumulators that tell periods apart in the same way. */
function instanceOf(accumulator: Accumulator, top: Scope, emit: EmitExpr): InstanceCode {
  const { instances } = top.emission;
  const key = periodKey(accumulator);
  const known = instances.get(key);
  if (known) return known;
  const code = emitInstance(accumulator, top, emit);
  instances.set(key, code);
  return code;
}

function emitInstance(accumulator: Accumulator, top: Scope, emit: EmitExpr): InstanceCode {
  const { period } = accumulator;
  const [source] = placeExprs({ ...accumulator, by: [] });
  if (!source) throw new Error(`an accumulator per ${period} has an instance`);
  const code = nameCode(top, emit(source, top));
  const { runtime, yearStart } = top.emission;
  if (period === 'year') {
    runtime.add('insuredYear');
    return nameCode(top, { ...code, text: insuredYearText(code.text, yearStart) });
  }
  if (period !== 'month') return code;
  runtime.add('monthIndex');
  return nameCode(top, { ...code, text: `monthIndex(${code.text})` });
}
