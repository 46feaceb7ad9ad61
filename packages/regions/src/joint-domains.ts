import type { Rational } from '@tiaoli/base';
import { greatest, least, leastCommonMultiple } from '@tiaoli/base';
import type { Analysis } from '@tiaoli/compiler';
import type { InputDeclaration, Program } from '@tiaoli/ir';
import { startsAbsent } from '@tiaoli/ir';
import { declaredBounds, scaledBounds, scaleOfFact } from './facts.ts';
import type { Bounds } from './integers.ts';
import { bounds } from './integers.ts';

/** The programs of a session: what they call by one id is one fact, free in what all of them allow. */
export type Peers = readonly { readonly program: Program; readonly analysis: Analysis }[];

/** What the programs declare of a fact; those that do not know it say nothing. */
export function declarationsOf(id: string, peers: Peers): readonly InputDeclaration[] {
  return peers.flatMap(({ analysis }) => analysis.index.inputs.get(id) ?? []);
}

/** A fact is told apart by kind, scale or being optional: it is not the same fact on every side. */
export function isAtOdds([first, ...others]: readonly InputDeclaration[]): boolean {
  return others.some(
    (other) =>
      first?.type.kind !== other.type.kind ||
      first.optional !== other.optional ||
      scaleOfFact(first) !== scaleOfFact(other),
  );
}

/** What every program allows of a number, and the days for which every one was bound. */
export function jointBounds(id: string, scale: bigint, peers: Peers): Bounds {
  const anyDay: Bounds = { low: -719_528n, high: 2_932_896n };
  const declared = declarationsOf(id, peers);
  const own = declared.map((input) => declaredBounds(input, scale));
  const windows = peers.map(({ program }): Bounds => {
    const { from, to } = program.validity[id] ?? {};
    return bounds(
      from === undefined ? undefined : BigInt(from),
      to === undefined ? undefined : BigInt(to),
    );
  });
  return [...(own.length === 0 ? [anyDay] : own), ...windows].reduce(meet);
}

function meet(left: Bounds, right: Bounds): Bounds {
  const low = left.low === undefined || (right.low ?? left.low) > left.low ? right.low : left.low;
  const high =
    left.high === undefined || (right.high ?? left.high) < left.high ? right.high : left.high;
  return bounds(low, high);
}

/** The members that every program knows, in the order of the first. */
export function jointMembers(enumeration: string, peers: Peers): readonly string[] {
  const [first, ...others] = peers.flatMap(({ analysis }) => {
    const members = analysis.index.enumerations.get(enumeration)?.members;
    return members ? [members.map(({ name }) => name)] : [];
  });
  return (first ?? []).filter((member) => others.every((other) => other.includes(member)));
}

/** How many members a set may have for every program. */
export function jointMost(id: string, peers: Peers): number | undefined {
  const limits = declarationsOf(id, peers).flatMap(({ atMost }) => atMost ?? []);
  return limits.length === 0 ? undefined : Math.min(...limits);
}

/** A scale that suits every program, and all that any of them accepts as the state. */
export function jointState(
  id: string,
  peers: Peers,
): { readonly scale: bigint; readonly range: Bounds; readonly isAtOdds: boolean } {
  const known = peers.flatMap(({ analysis }) => {
    const accumulator = analysis.index.accumulators.get(id);
    return accumulator ? [{ accumulator, facts: analysis.accumulators.get(id) }] : [];
  });
  const scale = known.map(({ facts }) => facts?.scale ?? 1n).reduce(leastCommonMultiple, 1n);
  const low = hullEnd(
    known.map(({ facts }) => facts?.range.low),
    least,
  );
  const high = hullEnd(
    known.map(({ facts }) => facts?.range.high),
    greatest,
  );
  const [first, ...others] = known.map(({ accumulator }) => accumulator);
  const differs = others.some(
    (other) => first?.type.kind !== other.type.kind || startsAbsent(first) !== startsAbsent(other),
  );
  return { scale, range: scaledBounds(low, high, scale), isAtOdds: differs };
}

function hullEnd(
  ends: readonly (Rational | undefined)[],
  join: (left: Rational, right: Rational) => Rational,
): Rational | undefined {
  const known = ends.filter((end) => end !== undefined);
  return known.length < ends.length || known.length === 0 ? undefined : known.reduce(join);
}
