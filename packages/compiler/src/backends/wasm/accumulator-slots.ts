import type { Accumulator, Expr } from '@tiaoli/ir';
import { keyScale } from '../../passes/held-alike.ts';
import { insuredYearOf, monthIndex } from './calendar.ts';
import { storeWord, word } from './columns.ts';
import type { Emission, EmitExpr, Instance, Scope } from './emission.ts';
import { addHelper, homeRecord, newRegion, topScope } from './emission.ts';
import type { FunctionBody, FunctionRef, Node, Region, Statement } from './node.ts';
import { call, int, local, long } from './node.ts';
import {
  allOf,
  both,
  compareInt,
  compareLong,
  extend,
  extendUnsigned,
  intArithmetic,
  not,
  select,
  wrap,
} from './operators.ts';
import { raiseFlag } from './overflow.ts';
import type { GroupPlace, PeriodGroup } from './period-groups.ts';
import { groupPlace } from './period-groups.ts';
import type { Status, Value } from './value.ts';
import { inScale, joinStatus, kindOfType, named, namedNode } from './value.ts';

/** Where the state holds an accumulator, and how the claim at hand finds it there. */
export interface AccumulatorSlot {
  /** The value; of those by key a count, then [period, value, keys …] for each. */
  readonly region: Region;
  /** Where the period of the value stands; absent for those by key. */
  readonly group?: PeriodGroup;
  /** The period of the claim. */
  readonly instance: Instance;
  /** True where what is stored is of the same period as the claim. */
  readonly isCurrent: Node;
  /** What is stored, of whatever period. */
  readonly stored: Node;
  /** For accumulators by key: the keys of the claim. */
  readonly keys?: readonly Value[];
  /** Status of the place itself: the date or a key may be missing. */
  readonly status?: Status;
  readonly form: Omit<Value, 'node' | 'status'>;
}

/** The place of an accumulator, worked out once on the statements of the claim (`top`). */
export function slotOf(accumulator: Accumulator, top: Scope, emit: EmitExpr): AccumulatorSlot {
  const { slots } = top.emission;
  const known = slots.get(accumulator.id);
  if (known) return known;
  const form = formOf(accumulator, top.emission);
  const instance = instanceOf(accumulator, top, emit);
  const slot =
    accumulator.by.length > 0
      ? entrySlot(
          { region: keyedRegion(accumulator, top.emission), form, instance },
          accumulator.by,
          top,
          emit,
        )
      : plainSlot(
          form,
          groupPlace(accumulator, { instance, key: periodKey(accumulator) }, top),
          instance,
        );
  slots.set(accumulator.id, slot);
  return slot;
}

function formOf({ id, type }: Accumulator, { analysis }: Emission): AccumulatorSlot['form'] {
  const facts = analysis.accumulators.get(id);
  if (!facts) throw new Error(`not analysed: ${id}`);
  const kind = kindOfType(type);
  const enumeration = 'enumeration' in type ? { enumeration: type.enumeration } : {};
  const scale = kind === 'number' ? facts.scale : 1n;
  return { kind, scale, range: facts.range, ...enumeration };
}

function plainSlot(
  form: AccumulatorSlot['form'],
  { group, region, isCurrent }: GroupPlace,
  instance: Instance,
): AccumulatorSlot {
  return {
    ...{ region, group, form, instance, isCurrent },
    stored: word(region, 0),
    ...(instance.status && { status: instance.status }),
  };
}

/** Bytes of an entry of a keyed accumulator. */
function entryBytes(keys: number): number {
  return 16 + keys * 8;
}

function keyedRegion({ by }: Accumulator, emission: Emission): Region {
  // One more than there can be: searching looks one behind the last.
  return newRegion(emission, 8 + entryBytes(by.length) * (emission.capacity.keys + 1));
}

/** The slot of an accumulator under keys that a reference names, worked out where it stands. */
export function otherSlot(
  accumulator: Accumulator,
  keys: readonly Expr[],
  scope: Scope,
  emit: EmitExpr,
): AccumulatorSlot {
  const top = topScope(scope, homeRecord(undefined, scope.record));
  return entrySlot(slotOf(accumulator, top, emit), keys, scope, emit);
}

function entrySlot(
  { region, form, instance }: Pick<AccumulatorSlot, 'region' | 'form' | 'instance'>,
  by: readonly Expr[],
  scope: Scope,
  emit: EmitExpr,
): AccumulatorSlot {
  const keys = by.map((expr) => keyOf(emit(expr, scope), scope));
  const find = findFunction(region, keys.length, scope.emission);
  const entry = namedNode(scope, call(find, ...keys.map(({ node }) => node)));
  const isSamePeriod = compareLong['='](word(region, 0, entry), instance.node);
  const status = joinStatus(scope, instance.status, ...keys.map((each) => each.status));
  return {
    region,
    form,
    instance,
    keys,
    stored: word(region, 8, entry),
    isCurrent: both(not(not(entry)), isSamePeriod),
    ...(status !== undefined && { status }),
  };
}

/** A key as 64 bits: truth as a number, numbers on the scale of whole ones where they have it. */
export function keyOf(value: Value, scope: Scope): Value {
  if (value.kind === 'boolean') return named(scope, { ...value, node: extendUnsigned(value.node) });
  if (value.kind !== 'number') return named(scope, value);
  return named(scope, inScale(value, keyScale, scope.emission));
}

/** The place of the entry with these keys in the region; 0 where there is none. */
function findFunction(region: Region, keys: number, emission: Emission): FunctionRef {
  const at = local('i32', keys);
  const end = local('i32', keys + 1);
  const bytes = entryBytes(keys);
  const isSame = allOf(
    Array.from({ length: keys }, (_, index) =>
      compareLong['='](word(region, 16 + index * 8, at), local('i64', index)),
    ),
  );
  return addHelper(emission, `find ${emission.regions.indexOf(region)}`, () => ({
    ref: { name: 'find', parameters: Array.from({ length: keys }, () => 'i64'), result: 'i32' },
    locals: ['i32', 'i32'],
    statements: [
      { kind: 'set', local: keys, value: int(8) },
      { kind: 'set', local: keys + 1, value: endOf(region, bytes) },
      {
        kind: 'while',
        condition: both(compareInt['<'](at, end), not(isSame)),
        body: [{ kind: 'set', local: keys, value: intArithmetic.add(at, int(bytes)) }],
      },
    ],
    result: select(compareInt['<'](at, end), at, int(0)),
  }));
}

function endOf(region: Region, bytes: number): Node {
  const count = wrap(word(region, 0));
  return intArithmetic.add(intArithmetic.multiply(count, int(bytes)), int(8));
}

/** Writes a period and a value under keys; the flag where there is no room for another. */
export function putEntry(
  region: Region,
  keys: readonly Node[],
  [instance, value]: readonly [Node, Node],
  emission: Emission,
): Statement {
  const put = addHelper(emission, `put ${emission.regions.indexOf(region)}`, () =>
    putFunction(region, keys.length, emission),
  );
  return { kind: 'call', target: put, args: [...keys, instance, value] };
}

function putFunction(region: Region, keys: number, emission: Emission): FunctionBody {
  const given = Array.from({ length: keys }, (_, index) => local('i64', index));
  const [instance, value] = [local('i64', keys), local('i64', keys + 1)];
  const at = local('i32', keys + 2);
  const count = wrap(word(region, 0));
  const isFull = compareInt['>='](count, int(emission.capacity.keys));
  const next = extend(intArithmetic.add(count, select(isFull, int(0), int(1))));
  const fill: readonly Statement[] = [
    { kind: 'set', local: keys + 2, value: endOf(region, entryBytes(keys)) },
    { kind: 'if', condition: isFull, yes: [raiseFlag], no: [] },
    storeWord(region, 0, next),
    ...given.map((key, index) => storeWord(region, 16 + index * 8, key, at)),
  ];
  return {
    ref: {
      name: 'put',
      parameters: [...given.map(() => 'i64' as const), 'i64', 'i64'],
    },
    locals: ['i32'],
    statements: [
      { kind: 'set', local: keys + 2, value: call(findFunction(region, keys, emission), ...given) },
      { kind: 'if', condition: not(at), yes: fill, no: [] },
      storeWord(region, 0, instance, at),
      storeWord(region, 8, value, at),
    ],
  };
}

/** What tells the periods of an accumulator apart. */
function periodKey({ period, on, instance }: Accumulator): string {
  if (period === 'ever') return period;
  return instance ? `${period} ${JSON.stringify(instance)}` : `${period} ${on}`;
}

/** The period of the claim, in a local shared by all accumulators that tell periods apart in the same way. */
function instanceOf(accumulator: Accumulator, top: Scope, emit: EmitExpr): Instance {
  if (accumulator.period === 'ever') return { node: long(0) };
  const { instances } = top.emission;
  const key = periodKey(accumulator);
  const known = instances.get(key);
  if (known) return known;
  const source: Expr = accumulator.instance ?? { kind: 'input', input: accumulator.on };
  const { node, status } = emit(source, top);
  const instance = {
    node: namedNode(top, periodNode(accumulator, node, top.emission)),
    ...(status && { status }),
  };
  instances.set(key, instance);
  return instance;
}

function periodNode({ period }: Accumulator, node: Node, emission: Emission): Node {
  if (period === 'year') return insuredYearOf(emission, node);
  return period === 'month' ? monthIndex(emission, node) : node;
}
