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
import type { FiniteTerm, Pool, Source } from './pool.ts';
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
  const isTaken = (source: Source): boolean => isRead(source, read, index, claim);
  const values = valuesBySource(session.pool, point, isTaken);
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

/** The value of each fact and accumulator that is read, by the key of its source. */
function valuesBySource(pool: Pool, point: Point, isTaken: (source: Source) => boolean): Values {
  const found = new Map<string, SourceValue>();
  const put = (source: Source, value: Value): void => {
    found.set(keyOf(source), { source, value });
  };
  for (const term of pool.numbers) {
    if (term.kind !== 'fact' || !isTaken(term.source)) continue;
    put(term.source, rational(numberAt(point, term), term.scale));
  }
  const sets = new Map<string, { readonly source: Source; readonly members: Set<string> }>();
  for (const finite of pool.finites) putFinite(finite, point.finites.get(finite.id) ?? 0);
  for (const { source, members } of sets.values()) put(source, members);
  for (const { meaning, id } of pool.finites) {
    if (meaning.kind !== 'given' || !isTaken(meaning.source)) continue;
    if (point.finites.get(id) === 1) continue;
    found.set(keyOf(meaning.source), { source: meaning.source, value: null });
  }
  return found;

  function putFinite({ meaning }: FiniteTerm, bit: number): void {
    if (meaning.kind === 'opaque' || !isTaken(meaning.source)) return;
    if (meaning.kind === 'member') put(meaning.source, meaning.members[bit] ?? '');
    if (meaning.kind === 'truth') put(meaning.source, bit === 1);
    if (meaning.kind !== 'in-set') return;
    const key = keyOf(meaning.source);
    const set = sets.get(key) ?? { source: meaning.source, members: new Set<string>() };
    if (bit === 1) set.members.add(meaning.member);
    sets.set(key, set);
  }
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
