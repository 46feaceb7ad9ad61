import { isNumber, isSet, valueOfLiteral } from '@tiaoli/interpreter';
import type { InputDeclaration, InputRef, ModuleIndex, ValueType } from '@tiaoli/ir';
import { isBelowEvent, isNumeric, startsAbsent } from '@tiaoli/ir';
import { isWithin, never } from './conditions.ts';
import { scaleOfFact } from './facts.ts';
import type { Bounds } from './integers.ts';
import {
  declarationsOf,
  isAtOdds,
  jointBounds,
  jointMembers,
  jointMost,
  jointState,
} from './joint-domains.ts';
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
  const { pool, index, peers } = lowering;
  const input = index.inputs.get(id);
  const scale = input ? scaleOfFact(input) : 1n;
  const domain = jointBounds(id, scale, peers);
  if (isAtOdds(declarationsOf(id, peers)) || isEmpty(domain)) pool.atOdds.add(id);
  const range = (): Bounds => domain;
  if (!input) return dayOf(pool, source, domain);
  const status = input.optional ? optional(pool, source) : present(pool);
  const value = factValue(lowering, input.type, { source, scale, range });
  noteDefault(pool, input, source, value, scale);
  return { ...value, ...status };
}

function isEmpty({ low, high }: Bounds): boolean {
  return low !== undefined && high !== undefined && low > high;
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
function dayOf(pool: Pool, source: Source, range: Bounds): Lowered {
  const meaning = { kind: 'fact', source, scale: 1n } as const;
  const value = termForm(internNumber(pool, keyOfSource(source), meaning, () => range));
  return { kind: 'number', value, ...present(pool) };
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
}

function factValue(lowering: Lowering, type: ValueType, domain: FactDomain): LoweredValue {
  const { pool, peers } = lowering;
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
    const members = jointMembers(type.enumeration, peers);
    const most = source.kind === 'input' ? jointMost(source.input, peers) : undefined;
    return { kind: 'set', members: setMembers(pool, source, members, most) };
  }
  const members = type.kind === 'text' ? lowering.texts : jointMembers(type.enumeration, peers);
  const { id } = internFinite(pool, key, { kind: 'member', source, members }, members.length);
  const options = members.map((member, at) => ({
    member,
    when: isWithin(pool, id, 1n << BigInt(at)),
  }));
  return { kind: 'member', options };
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
  const { pool, index, peers } = lowering;
  const accumulator = index.accumulators.get(id);
  if (!accumulator) throw new Error(`no such accumulator: ${id}`);
  const source: Source = { kind: 'accumulator', accumulator: id };
  const { scale, range: domain, isAtOdds: differs } = jointState(id, peers);
  if (differs) pool.atOdds.add(id);
  const range = (): Bounds => domain;
  const status = startsAbsent(accumulator)
    ? optional(pool, source)
    : { missing: {}, absent: never(pool) };
  return { ...factValue(lowering, accumulator.type, { source, scale, range }), ...status };
}
