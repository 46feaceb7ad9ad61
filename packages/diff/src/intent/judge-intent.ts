import type { Expr, Program } from '@tiaoli/ir';
import {
  both,
  choose,
  compareTo,
  either,
  indexModule,
  inputRef,
  literal,
  not,
  notApplicable,
} from '@tiaoli/ir';
import type { Reading } from '@tiaoli/regions';
import type { Behaviour, Region, ResultDifference } from '../behaviour/behaviour.ts';
import { isSame } from '../behaviour/behaviour.ts';
import type { OpenedComparison, Progress } from '../behaviour/compare-behaviour.ts';
import { differenceOf } from '../behaviour/compare-behaviour.ts';
import type { ComparedResult } from '../behaviour/compared-results.ts';
import type {
  Intent,
  IntentFact,
  IntentRange,
  IntentRanges,
  IntentVerdict,
  PlacedRegion,
} from './intent.ts';

/**
 * Holds what changes against what was to change. A region that lies partly within is compared again, once within and once
 * outside; nothing about it is inferred. Yields after each result.
 */
export function* judgeIntent(
  opened: OpenedComparison,
  behaviour: Behaviour,
  intent: Intent,
): Generator<Progress, IntentVerdict> {
  const outside: PlacedRegion[] = [];
  const inside: PlacedRegion[] = [];
  const changed = behaviour.results.filter(({ state }) => !isSame(state));
  for (const [at, result] of changed.entries()) {
    const parts = partsOf(result, opened, intent);
    outside.push(...placed(result, parts.outside));
    inside.push(...placed(result, parts.inside));
    yield { done: at + 1, of: changed.length, name: result.name };
  }
  return verdictOf(intent, behaviour, { outside, inside });
}

interface Parts {
  readonly outside: readonly Region[];
  readonly inside: readonly Region[];
}

function placed(result: ResultDifference, regions: readonly Region[]): readonly PlacedRegion[] {
  const { key, name, kind, type } = result;
  const changed = regions.filter(({ state }) => !isSame(state));
  return changed.map((region) => ({ result: { key, name, kind, type }, region }));
}

function partsOf(result: ResultDifference, opened: OpenedComparison, intent: Intent): Parts {
  const { key, regions } = result;
  const changed = regions.filter(({ state }) => !isSame(state));
  if (intent.results && !intent.results.has(key)) return { outside: changed, inside: [] };
  const places = changed.map((region) => placeOf(region, intent.facts));
  const at = (wanted: Place) => changed.filter((_, index) => places[index] === wanted);
  // What is kept otherwise counts for other claims: its values alone tell nothing, wherever they are looked at.
  const isKept = changed.some(({ reasons }) => reasons.includes('kept-otherwise'));
  if (isKept) return { outside: changed, inside: changed };
  if (!places.includes('across')) return { outside: at('outside'), inside: at('inside') };
  const pair = opened.pairs.find((each) => each.key === key);
  if (!pair) throw new Error('every result was compared');
  const within = holdsFor(intent.facts, opened.before);
  return {
    outside: differenceOf(opened, only(pair, not(within))).regions,
    inside: differenceOf(opened, only(pair, within)).regions,
  };
}

type Place = 'inside' | 'outside' | 'across';

function placeOf({ facts }: Region, wanted: readonly IntentFact[]): Place {
  const places = wanted.map((fact): Place => {
    const own = facts.get(fact.id);
    if (!own || fact.kind !== 'one') return 'across';
    const met = own.filter((value) => fact.values.some((each) => each === value));
    if (met.length === own.length) return 'inside';
    return met.length === 0 ? 'outside' : 'across';
  });
  if (places.includes('outside')) return 'outside';
  return places.includes('across') ? 'across' : 'inside';
}

/** A result where the condition holds; 不适用 on both sides, so the same, where it does not. */
function only(pair: ComparedResult, when: Expr): ComparedResult {
  const limited = ({ side, value }: Reading): Reading => ({
    side,
    value: choose(when, value, notApplicable(pair.type, '')),
  });
  return { ...pair, before: limited(pair.before), after: limited(pair.after) };
}

/** Plainly true or false: a fact that is absent has none of the values. */
function holdsFor(facts: readonly IntentFact[], program: Program): Expr {
  const { inputs } = indexModule(program);
  const conditions = facts.map((fact): Expr => {
    const { id, kind } = fact;
    const operand = inputRef(id);
    if (kind === 'range')
      return either(...fact.ranges.map((range) => liesIn(operand, fact, range)));
    const { values } = fact;
    if (kind === 'set') return { kind: 'intersects', operand, members: values.map(String) };
    if (inputs.get(id)?.type.kind !== 'boolean') {
      return { kind: 'member', operand, members: values.map(String) };
    }
    if (values.length > 1) return { kind: 'present', operand };
    return values.includes(true) ? operand : not(operand);
  });
  const absent = literal({ kind: 'boolean' }, false);
  return both(
    ...conditions.map((operand): Expr => ({ kind: 'or-else', operand, fallback: absent })),
  );
}

function liesIn(operand: Expr, { type }: IntentRanges, { low, high }: IntentRange): Expr {
  return both(
    ...(low ? [compareTo(operand, low.isIncluded ? '>=' : '>', literal(type, low.value))] : []),
    ...(high ? [compareTo(operand, high.isIncluded ? '<=' : '<', literal(type, high.value))] : []),
  );
}

function verdictOf(
  intent: Intent,
  behaviour: Behaviour,
  { outside, inside }: Placed,
): IntentVerdict {
  const of = (...states: readonly Region['state'][]) =>
    outside.filter(({ region }) => states.includes(region.state));
  const rounding = of('rounding');
  const breaches = [
    ...of('changed-exact', 'changed-bounded', 'applicability'),
    ...(intent.exceptRounding ? [] : rounding),
  ];
  const unconfirmed = of('one-sided', 'undecided');
  const { onlyBefore, onlyAfter, unlike } = behaviour;
  const isOpen = [unconfirmed, onlyBefore, onlyAfter, unlike].some(({ length }) => length > 0);
  return {
    ...{ intent, breaches, unconfirmed },
    rounding: intent.exceptRounding ? rounding : [],
    holds: breaches.length > 0 ? 'no' : isOpen ? 'unknown' : 'yes',
    inside: insideOf(inside),
  };
}

interface Placed {
  readonly outside: readonly PlacedRegion[];
  readonly inside: readonly PlacedRegion[];
}

function insideOf(inside: readonly PlacedRegion[]): IntentVerdict['inside'] {
  if (inside.length === 0) return 'unchanged';
  return inside.some(({ region }) => region.state !== 'undecided') ? 'changed' : 'unknown';
}
