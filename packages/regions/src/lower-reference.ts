import type { Validity } from '@tiaoli/base';
import { isNumber, isSet, valueOfLiteral } from '@tiaoli/interpreter';
import type { InputDeclaration, InputRef, ModuleIndex, ValueType } from '@tiaoli/ir';
import { isBelowEvent, isNumeric, startsAbsent } from '@tiaoli/ir';
import { isWithin, never } from './conditions.ts';
import { declaredBounds, scaledBounds, scaleOfFact } from './facts.ts';
import type { Bounds } from './integers.ts';
import { bounds } from './integers.ts';
import { termForm } from './linear-form.ts';
import type { Lowered, LoweredValue, Status } from './lowered.ts';
import { present } from './lowered.ts';
import type { Lowering } from './lowering.ts';
import type { Condition, FiniteTerm, Pool, Source } from './pool.ts';
import { internFinite, internNumber } from './pool.ts';

/** A fact: free in its declared domain; a governing date also in the days for which the program was bound. */
export function lowerInput({ input: id, at }: InputRef, lowering: Lowering): Lowered {
  const source = sourceOf(id, at, lowering);
  const key = keyOfSource(source);
  const known = lowering.inputs.get(id) ?? lowering.facts.get(key);
  if (known) return known;
  const lowered = lowerFact(id, source, lowering);
  lowering.facts.set(key, lowered);
  return lowered;
}

function sourceOf(input: string, at: string | undefined, { index, claim }: Lowering): Source {
  const own = claim > 1 && !isShared(input, index) ? { claim } : {};
  return { kind: 'input', input, ...(at !== undefined && { at }), ...own };
}

/** Whether a person's claims have the fact in common: dates, texts such as the visit, what is not of the claim itself. */
export function isShared(id: string, index: ModuleIndex): boolean {
  const input = index.inputs.get(id);
  if (!input || input.type.kind === 'date' || input.type.kind === 'text') return true;
  const isEvent = (index.entities.get(input.entity)?.order.length ?? 0) > 0;
  return !isEvent && !isBelowEvent(input.entity, index);
}

function lowerFact(id: string, source: Source, lowering: Lowering): Lowered {
  const { pool, program, index } = lowering;
  const input = index.inputs.get(id);
  const window = program.validity[id];
  if (!input) return dayOf(pool, source, window);
  const status = input.optional ? optional(pool, source) : present(pool);
  const scale = scaleOfFact(input);
  const range = (): Bounds => meetWindow(declaredBounds(input, scale), window);
  const value = factValue(lowering, input.type, { source, scale, range, input });
  noteDefault(pool, input, source, value, scale);
  return { ...value, ...status };
}

/** What a case has unless it says otherwise, where that is a literal. */
function noteDefault(
  pool: Pool,
  { default: usual }: InputDeclaration,
  source: Source,
  value: LoweredValue,
  scale: bigint,
): void {
  if (usual?.kind !== 'literal') return;
  const held = valueOfLiteral(usual);
  const [term] = value.kind === 'number' ? value.value.ids : [];
  if (term !== undefined && isNumber(held)) {
    pool.usualNumbers.set(term, (held.numerator * scale) / held.denominator);
  }
  for (const { id, meaning } of finitesOf(pool, source)) {
    if (meaning.kind === 'member') {
      pool.usualFinites.set(id, Math.max(0, meaning.members.indexOf(String(held))));
    } else if (meaning.kind === 'truth') {
      pool.usualFinites.set(id, held === true ? 1 : 0);
    } else if (meaning.kind === 'in-set') {
      const isHeld = typeof held === 'object' && isSet(held) && held.has(meaning.member);
      pool.usualFinites.set(id, isHeld ? 1 : 0);
    }
  }
}

function finitesOf({ finites }: Pool, source: Source): readonly FiniteTerm[] {
  const key = keyOfSource(source);
  return finites.filter(
    ({ meaning }) => meaning.kind !== 'opaque' && keyOfSource(meaning.source) === key,
  );
}

/** `on`, or a governing date that is no input: any day of the window. */
function dayOf(pool: Pool, source: Source, window: Validity | undefined): Lowered {
  const meaning = { kind: 'fact', source, scale: 1n } as const;
  const range = (): Bounds => meetWindow({ low: -719_528n, high: 2_932_896n }, window);
  const value = termForm(internNumber(pool, keyOfSource(source), meaning, range));
  return { kind: 'number', value, ...present(pool) };
}

function meetWindow({ low, high }: Bounds, window: Validity | undefined): Bounds {
  const from = window?.from === undefined ? undefined : BigInt(window.from);
  const to = window?.to === undefined ? undefined : BigInt(window.to);
  return bounds(
    low === undefined || (from !== undefined && from > low) ? from : low,
    high === undefined || (to !== undefined && to < high) ? to : high,
  );
}

export function keyOfSource(source: Source): string {
  return source.kind === 'input'
    ? `input ${source.input} ${source.at ?? ''} ${source.claim ?? ''}`
    : `accumulator ${source.accumulator}`;
}

function optional(pool: Pool, source: Source): Status {
  const meaning = { kind: 'given', source } as const;
  const { id } = internFinite(pool, `given ${keyOfSource(source)}`, meaning, 2);
  return { missing: {}, absent: isWithin(pool, id, 1n) };
}

interface FactDomain {
  readonly source: Source;
  readonly scale: bigint;
  readonly range: () => Bounds;
  readonly input?: InputDeclaration;
}

function factValue(lowering: Lowering, type: ValueType, domain: FactDomain): LoweredValue {
  const { pool } = lowering;
  const { source, scale } = domain;
  const key = keyOfSource(source);
  if (isNumeric(type)) {
    const meaning = { kind: 'fact', source, scale } as const;
    return {
      kind: 'number',
      value: termForm(internNumber(pool, key, meaning, domain.range), scale),
    };
  }
  if (type.kind === 'boolean') {
    const { id } = internFinite(pool, key, { kind: 'truth', source }, 2);
    return { kind: 'truth', value: isWithin(pool, id, 2n) };
  }
  if (type.kind === 'set') {
    const members = membersOf(lowering, type.enumeration);
    return { kind: 'set', members: setMembers(pool, source, members, domain.input?.atMost) };
  }
  const members = type.kind === 'text' ? lowering.texts : membersOf(lowering, type.enumeration);
  const { id } = internFinite(pool, key, { kind: 'member', source, members }, members.length);
  const options = members.map((member, at) => ({
    member,
    when: isWithin(pool, id, 1n << BigInt(at)),
  }));
  return { kind: 'member', options };
}

function membersOf({ index }: Lowering, enumeration: string): readonly string[] {
  return index.enumerations.get(enumeration)?.members.map(({ name }) => name) ?? [];
}

function setMembers(
  pool: Pool,
  source: Source,
  members: readonly string[],
  most: number | undefined,
): ReadonlyMap<string, Condition> {
  const key = keyOfSource(source);
  const finites = members.map((member) =>
    internFinite(pool, `${key} 含 ${member}`, { kind: 'in-set', source, member }, 2),
  );
  if (most !== undefined && most < members.length) {
    pool.cardinalities.set(key, { finites: finites.map(({ id }) => id), most });
  }
  return new Map(members.map((member, at) => [member, isWithin(pool, finites[at]?.id ?? 0, 2n)]));
}

/** The prior state: free in what a calculator accepts, unless the question says more. */
export function lowerAccumulator(id: string, lowering: Lowering): Lowered {
  if (lowering.accumulatorOf) return lowering.accumulatorOf(id);
  const { pool, index, analysis } = lowering;
  const accumulator = index.accumulators.get(id);
  if (!accumulator) throw new Error(`no such accumulator: ${id}`);
  const source: Source = { kind: 'accumulator', accumulator: id };
  const facts = analysis.accumulators.get(id);
  const scale = facts?.scale ?? 1n;
  const range = (): Bounds => scaledBounds(facts?.range.low, facts?.range.high, scale);
  const status = startsAbsent(accumulator)
    ? optional(pool, source)
    : { missing: {}, absent: never(pool) };
  return { ...factValue(lowering, accumulator.type, { source, scale, range }), ...status };
}
