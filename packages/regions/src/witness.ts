import type { Rational } from '@tiaoli/base';
import { add, rational } from '@tiaoli/base';
import type { Facts, Spell, State, Value } from '@tiaoli/interpreter';
import {
  accumulatorPlaces,
  emptyState,
  interpretStep,
  isNumber,
  isSameValue,
  valueOfLiteral,
  withStored,
} from '@tiaoli/interpreter';
import type { ModuleIndex } from '@tiaoli/ir';
import { isBelowEvent, startsAbsent } from '@tiaoli/ir';
import type { FixedFacts, FixedValue, Side } from './claim.ts';
import { isShared } from './lower-reference.ts';
import type { Point } from './point.ts';
import { numberAt } from './point.ts';
import type { FiniteTerm, NumberTerm, Pool, Source } from './pool.ts';
import type { ReadSet } from './read-set.ts';
import type { RegionSession } from './session.ts';
import { analysisOf, referenceOf } from './session.ts';

/** A claim as the interpreter takes it: facts and the state before it. */
export interface Case {
  readonly facts: Facts;
  readonly state: State;
}

/**
 * The case of a point, as one side reads it; what equals its literal default is left out.
 *
 * The state before a later claim is what the interpreter leaves after the one before it.
 */
export function caseOf(session: RegionSession, side: Side, read: ReadSet, point: Point): Case {
  const { after, claim = 1, ...plain } = side;
  if (after) return settled(session, side, caseOf(session, { ...plain, claim }, read, point));
  const { index } = analysisOf(session, side.program);
  const values = valuesBySource(takenTerms(session.pool, read, { index, claim }), point);
  const facts = factsOf(side, index, read, values);
  if (claim === 1) return { facts, state: stateOf(side, index, read, facts, values) };
  const earlier = { ...plain, changes: [], claim: claim - 1 };
  return { facts, state: settled(session, earlier, caseOf(session, earlier, read, point)).state };
}

/** The same facts with the state after the claim. */
function settled(session: RegionSession, { program }: Side, { facts, state }: Case): Case {
  const options = { reference: referenceOf(session) };
  return { facts, state: interpretStep(program, state, facts, options).state };
}

type Values = ReadonlyMap<string, SourceValue>;

interface SourceValue {
  readonly source: Source;
  /** null: expressly none. */
  readonly value: Value | null;
}

/** The terms of a pool that a claim reads, in the order of the pool. */
interface TakenTerms {
  readonly facts: (readonly [FactTerm, string])[];
  readonly finites: (readonly [FiniteTerm & { readonly meaning: OwnMeaning }, string])[];
  /** So many terms of the pool were looked at: others may have come since. */
  numbers: number;
  finiteCount: number;
}

type FactTerm = Extract<NumberTerm, { kind: 'fact' }>;
type OwnMeaning = Exclude<FiniteTerm['meaning'], { kind: 'opaque' }>;

const knownTerms = new WeakMap<Pool, WeakMap<ReadSet, Map<number, TakenTerms>>>();

/** A pool has thousands of terms, a claim reads some dozens, and is tried on thousands of points. */
function takenTerms(
  pool: Pool,
  read: ReadSet,
  { index, claim }: { readonly index: ModuleIndex; readonly claim: number },
): TakenTerms {
  const ofPool = knownTerms.get(pool) ?? new WeakMap<ReadSet, Map<number, TakenTerms>>();
  knownTerms.set(pool, ofPool);
  const ofRead = ofPool.get(read) ?? new Map<number, TakenTerms>();
  ofPool.set(read, ofRead);
  const taken = ofRead.get(claim) ?? { facts: [], finites: [], numbers: 0, finiteCount: 0 };
  ofRead.set(claim, taken);
  for (; taken.numbers < pool.numbers.length; taken.numbers += 1) {
    const term = pool.numbers[taken.numbers];
    if (term?.kind !== 'fact' || !isRead(term.source, read, index, claim)) continue;
    taken.facts.push([term, keyOf(term.source)]);
  }
  for (; taken.finiteCount < pool.finites.length; taken.finiteCount += 1) {
    const finite = pool.finites[taken.finiteCount];
    const meaning = finite?.meaning;
    if (!meaning || meaning.kind === 'opaque') continue;
    if (isRead(meaning.source, read, index, claim)) {
      taken.finites.push([{ ...finite, meaning }, keyOf(meaning.source)]);
    }
  }
  return taken;
}

/** The value of each fact and accumulator that is read, by the key of its source. */
function valuesBySource({ facts, finites }: TakenTerms, point: Point): Values {
  const found = new Map<string, SourceValue>();
  for (const [term, key] of facts) {
    const value = rational(numberAt(point, term), term.scale);
    found.set(key, { source: term.source, value });
  }
  const sets = new Map<string, { readonly source: Source; readonly members: Set<string> }>();
  for (const [{ meaning, id }, key] of finites) {
    const { source } = meaning;
    const bit = point.finites.get(id) ?? 0;
    if (meaning.kind === 'member') found.set(key, { source, value: meaning.members[bit] ?? '' });
    if (meaning.kind === 'truth') found.set(key, { source, value: bit === 1 });
    if (meaning.kind !== 'in-set') continue;
    const set = sets.get(key) ?? { source, members: new Set<string>() };
    if (bit === 1) set.members.add(meaning.member);
    sets.set(key, set);
  }
  for (const [key, { source, members }] of sets) found.set(key, { source, value: members });
  for (const [{ meaning, id }, key] of finites) {
    if (meaning.kind !== 'given' || point.finites.get(id) === 1) continue;
    found.set(key, { source: meaning.source, value: null });
  }
  return found;
}

function keyOf(source: Source): string {
  return source.kind === 'input'
    ? `${source.input} ${source.at ?? ''}`
    : `accumulator ${source.accumulator}`;
}

/** Read by the claim with this number: facts of its own, and those that are shared. */
function isRead(source: Source, read: ReadSet, index: ModuleIndex, claim: number): boolean {
  if (source.kind === 'accumulator') return read.accumulators.has(source.accumulator);
  if (!read.inputs.has(source.input)) return false;
  return isShared(source.input, index) || (source.claim ?? 1) === claim;
}

function factsOf(side: Side, index: ModuleIndex, read: ReadSet, values: Values): Facts {
  const inputs = new Map<string, Value | null>();
  const spells = new Map<string, Spell[]>();
  const added = new Map(side.changes.map(({ input, add: by }) => [input, by]));
  for (const { source, value } of values.values()) {
    if (source.kind !== 'input' || side.fixed?.has(source.input)) continue;
    const by = added.get(source.input);
    const changed = by !== undefined && value !== null ? plus(value, by) : value;
    if (by === undefined && isDefault(index, source.input, value)) continue;
    const day = source.at === undefined ? undefined : values.get(`${source.at} `)?.value;
    if (day !== undefined && day !== null && value !== null && isNumber(day)) {
      const from = Number(day.numerator);
      const list = spells.get(source.input) ?? [];
      if (!list.some(({ validity }) => validity.from === from)) {
        list.push({ validity: { from, to: from }, value });
      }
      spells.set(source.input, list);
    } else inputs.set(source.input, changed);
  }
  for (const [input, fixed] of side.fixed ?? []) {
    const value = valueOfFixed(fixed);
    if (read.inputs.has(input) && !isDefault(index, input, value)) inputs.set(input, value);
  }
  return { inputs, spells, children: noRecords(index, read) };
}

/** With some facts as they are said to be; what equals its literal default is left out. */
export function withFixed(facts: Facts, fixed: FixedFacts, indexes: readonly ModuleIndex[]): Facts {
  const inputs = new Map(facts.inputs);
  for (const [input, each] of fixed) {
    const value = valueOfFixed(each);
    inputs.delete(input);
    if (!indexes.every((index) => isDefault(index, input, value))) inputs.set(input, value);
  }
  return { ...facts, inputs };
}

function valueOfFixed(fixed: FixedValue): Value {
  return typeof fixed === 'object' ? new Set(fixed) : fixed;
}

function plus(value: Value, by: bigint): Value {
  return isNumber(value) ? add(value, rational(by)) : value;
}

function isDefault({ inputs }: ModuleIndex, id: string, value: Value | null): boolean {
  const usual = inputs.get(id)?.default;
  if (usual?.kind !== 'literal' || value === null) return false;
  return isSameValue(valueOfLiteral(usual), value);
}

/** Claims of a witness have no records below them: what is summed over records is summed over none. */
function noRecords(index: ModuleIndex, { inputs }: ReadSet): ReadonlyMap<string, readonly Facts[]> {
  const entities = [...inputs].flatMap((id) => index.inputs.get(id)?.entity ?? []);
  const below = entities.filter((entity) => isBelowEvent(entity, index));
  return new Map(below.map((entity) => [entity, []]));
}

function stateOf(
  { program }: Side,
  index: ModuleIndex,
  read: ReadSet,
  facts: Facts,
  values: Values,
): State {
  const places = accumulatorPlaces(program, facts, read.accumulators);
  let state = emptyState;
  for (const [id, { key, instance }] of places) {
    const value = values.get(`accumulator ${id}`)?.value;
    const accumulator = index.accumulators.get(id);
    if (value === undefined || value === null || !accumulator) continue;
    // The zero of a 最近 says that there was something; of others it is what they hold before any claim.
    if (isNumber(value) && isZero(value) && !startsAbsent(accumulator)) continue;
    state = withStored(state, { name: accumulator.name, key }, { instance, value });
  }
  return state;
}

function isZero({ numerator }: Rational): boolean {
  return numerator === 0n;
}
