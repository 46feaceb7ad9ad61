import type { Analysis } from '@tiaoli/compiler';
import { analyse } from '@tiaoli/compiler';
import type { Expr, Program, ReferenceData, WorkingDays } from '@tiaoli/ir';
import { noReference, walkExpr } from '@tiaoli/ir';
import type { AnnouncedDays } from './announced-days.ts';
import { announcedBy } from './announced-days.ts';
import { chooseLowered, isValued } from './choose-lowered.ts';
import type { FixedValue, Side } from './claim.ts';
import type { ComparedReading } from './compare-readings.ts';
import { always, negate, never } from './conditions.ts';
import type { Peers } from './joint-domains.ts';
import { addForms, constantForm } from './linear-form.ts';
import { lowerExpr } from './lower-expr.ts';
import { lowerAccumulator } from './lower-reference.ts';
import type { Lowered, LoweredValue } from './lowered.ts';
import { present } from './lowered.ts';
import type { Lowering } from './lowering.ts';
import type { Pool } from './pool.ts';
import { createPool } from './pool.ts';
import type { Proofs } from './proofs.ts';
import { createProofs } from './proofs.ts';
import type { Limits } from './search.ts';
import { settle } from './settle.ts';

/**
 * Terms that the questions about some programs share: the work for one is kept for the next.
 *
 * Facts and accumulators of the same id are the same on every side, and free in what every program allows: a case that one
 * of them refuses is none to compare.
 */
export interface RegionSession {
  readonly pool: Pool;
  readonly lowerings: Map<string, Lowering>;
  readonly analyses: Map<Program, Analysis>;
  readonly peers: Peers;
  readonly texts: readonly string[];
  /** The calendar by which working days are counted and witnesses settled; unknown without one. */
  readonly workingDays: WorkingDays | undefined;
  readonly announced: AnnouncedDays | undefined;
  /** Amounts are steps of their own: of one program. What two programs share shows in the plain terms. */
  readonly bySteps: boolean;
  readonly work: Work;
  /** What parts of comparisons came to, by what was compared in them: several results may be the same terms. */
  readonly compared: Map<string, ComparedReading>;
  /** Of several programs the same session with amounts as steps, for what is easier to see there. */
  readonly layers?: RegionSession;
}

/** What the searches of a session came to so far, in parts of case splits in which nothing was cut any more. */
interface Work {
  leaves: number;
  /** Beyond so many each question is worth little: it is answered by what is seen at once, or left undecided. */
  readonly mostLeaves: number;
}

/** A session for questions about one program, or for comparing several. */
export function openSession(...programs: readonly Program[]): RegionSession {
  return openSessionWith({}, ...programs);
}

export interface SessionOptions {
  /** What was proved in other sessions: it is used, and added to. */
  readonly proofs?: Proofs;
  readonly workingDays?: WorkingDays | undefined;
  /** See `Work`; without it each question has its own limits alone. */
  readonly mostLeaves?: number;
}

export function openSessionWith(
  { proofs = createProofs(), workingDays, mostLeaves = Number.POSITIVE_INFINITY }: SessionOptions,
  ...programs: readonly Program[]
): RegionSession {
  const peers = programs.map((program) => ({ program, analysis: analyse(program) }));
  const layers = {
    pool: createPool(proofs),
    lowerings: new Map(),
    analyses: new Map(peers.map(({ program, analysis }) => [program, analysis])),
    peers,
    texts: textsOf(programs),
    workingDays,
    announced: workingDays && announcedBy(workingDays),
    bySteps: true,
    work: { leaves: 0, mostLeaves },
    compared: new Map(),
  };
  if (programs.length === 1) return layers;
  return { ...layers, pool: createPool(proofs), lowerings: new Map(), bySteps: false, layers };
}

/** What a case is settled with beside its facts. */
export function referenceOf({ workingDays }: Pick<RegionSession, 'workingDays'>): ReferenceData {
  return workingDays ? { workingDays } : noReference;
}

/** What a question may cost, given what those before it did. */
export function limitsLeft({ work }: Pick<RegionSession, 'work'>, limits: Limits): Limits {
  return work.leaves < work.mostLeaves
    ? limits
    : { ...limits, splits: Math.min(limits.splits, splitsAfterAll) };
}

const splitsAfterAll = 10;

/** The program as it is. */
export function sideOf(program: Program, name = ''): Side {
  return { name, program, changes: [] };
}

/** What an expression of a side is, over the terms of the session. */
export function lowerOn(session: RegionSession, side: Side, expr: Expr): Lowered {
  const lowering = loweringOf(session, side);
  const known = lowering.asked.get(expr);
  if (known) return known;
  const lowered = lowerExpr(expr, lowering);
  lowering.asked.set(expr, lowered);
  return lowered;
}

export function loweringOf(session: RegionSession, side: Side): Lowering {
  const key = keyOfSide(session, side);
  const known = session.lowerings.get(key);
  if (known) return known;
  const lowering = side.after
    ? { ...loweringAfter(loweringOf(session, before(side))), name: key }
    : loweringOfClaim(session, side);
  session.lowerings.set(key, lowering);
  return lowering;
}

function before({ after: _, ...side }: Side): Side {
  return side;
}

function loweringOfClaim(session: RegionSession, side: Side): Lowering {
  const { program, claim = 1 } = side;
  const analysis = analysisOf(session, program);
  const plain: Lowering = {
    name: keyOfSide(session, side),
    pool: session.pool,
    program,
    index: analysis.index,
    analysis,
    texts: session.texts,
    peers: session.peers,
    announced: session.announced,
    bySteps: session.bySteps,
    inputs: new Map(),
    fixed: side.fixed ?? new Map(),
    claim,
    facts: new Map(),
    definitions: new Map(),
    asked: new WeakMap(),
    outside: new Set(),
  };
  const inputs = new Map([...changedInputs(plain, side), ...fixedInputs(plain)]);
  const lowering =
    side.changes.length === 0
      ? { ...plain, inputs, ...freeLowering(session, side), ...settledIn(session, side) }
      : { ...plain, inputs, plain: loweringOf(session, { ...side, changes: [] }) };
  if (claim === 1) return lowering;
  const earlier = loweringOf(session, { ...side, changes: [], claim: claim - 1 });
  return { ...lowering, accumulatorOf: nextValues(earlier) };
}

/** The same facts, read on the state that the claim leaves behind. */
function loweringAfter({ free: _, settled: __, ...lowering }: Lowering): Lowering {
  // A definition reads the state too, so that after a claim none of them is that of before.
  return {
    ...lowering,
    definitions: new Map(),
    asked: new WeakMap(),
    accumulatorOf: nextValues(lowering),
  };
}

/** What each accumulator is after the claim: as it was where nothing is written. */
function nextValues(lowering: Lowering): (id: string) => Lowered {
  const { pool, index } = lowering;
  const known = new Map<string, Lowered>();
  return (id) => {
    const found = known.get(id);
    if (found) return found;
    const definition = index.accumulators.get(id)?.next;
    if (definition === undefined) throw new Error(`no such accumulator: ${id}`);
    const next = lowerExpr({ kind: 'definition', definition }, lowering);
    const isWritten = isValued(pool, next);
    const value = chooseLowered(pool, [
      { when: isWritten, value: next },
      { when: negate(pool, isWritten), value: lowerAccumulator(id, lowering) },
    ]);
    known.set(id, value);
    return value;
  };
}

function keyOfSide(session: RegionSession, side: Side): string {
  analysisOf(session, side.program);
  const number = [...session.analyses.keys()].indexOf(side.program);
  const changes = side.changes.map(({ input, add }) => `${input}+${add}`).join(' ');
  const fixed = JSON.stringify([...(side.fixed ?? [])]);
  return `${number} ${side.claim ?? 1} ${side.after ?? false} ${changes} ${fixed}`;
}

/**
 * What is known of a program of the session, or of one made from it by changing definitions alone: that one declares the
 * same facts, so the session may be asked about it too. Throws for any other.
 */
export function analysisOf({ analyses, peers, texts }: RegionSession, program: Program): Analysis {
  const known = analyses.get(program);
  if (known) return known;
  const isDerived = peers.some(
    (peer) =>
      peer.program.declarations === program.declarations &&
      peer.program.accumulators === program.accumulators,
  );
  const isWritten = textsOf([program])
    .slice(1)
    .every((text) => texts.includes(text));
  if (!isDerived || !isWritten) throw new Error('the session was opened without this program');
  const analysis = analyse(program);
  analyses.set(program, analysis);
  return analysis;
}

/** A first claim reads its facts and the free state: nothing but what is fixed can make a definition another one. */
function freeLowering(session: RegionSession, side: Side): Pick<Lowering, 'free'> {
  const { fixed = new Map(), claim = 1, ...free } = side;
  return fixed.size > 0 && claim === 1 ? { free: loweringOf(session, free) } : {};
}

/** What is proved by layers of a first claim, with nothing but its sets known. */
function settledIn(session: RegionSession, side: Side): Pick<Lowering, 'settled'> {
  const { layers } = session;
  const { fixed = new Map<string, FixedValue>(), claim = 1, ...free } = side;
  const sets = new Map([...fixed].filter(([, value]) => typeof value === 'object'));
  if (!layers || sets.size === 0 || claim > 1) return {};
  const known = { ...free, fixed: sets };
  const settled = (definition: string): boolean | undefined => {
    const lowering = loweringOf(layers, known);
    return settle(lowering, lowerExpr({ kind: 'definition', definition }, lowering));
  };
  return { settled };
}

function changedInputs(lowering: Lowering, { changes }: Side): ReadonlyMap<string, Lowered> {
  return new Map(
    changes.map(({ input, add }) => {
      const own = lowerExpr({ kind: 'input', input }, lowering);
      if (own.kind !== 'number') throw new Error(`no number: ${input}`);
      const value = addForms(own.value, constantForm({ numerator: add, denominator: 1n }));
      return [input, { ...own, value }] as const;
    }),
  );
}

function fixedInputs({ pool, fixed }: Lowering): ReadonlyMap<string, Lowered> {
  const status = present(pool);
  return new Map(
    [...fixed].map(([input, value]): readonly [string, Lowered] => [
      input,
      { ...fixedValue(pool, value), ...status },
    ]),
  );
}

function fixedValue(pool: Pool, value: FixedValue): LoweredValue {
  if (typeof value === 'string') {
    return { kind: 'member', options: [{ when: always(pool), member: value }] };
  }
  if (typeof value === 'boolean') {
    return { kind: 'truth', value: value ? always(pool) : never(pool) };
  }
  return { kind: 'set', members: new Map(value.map((member) => [member, always(pool)])) };
}

/** Every text that the programs write, and one that they do not. */
function textsOf(programs: readonly Program[]): readonly string[] {
  const found = new Set<string>();
  const visit = (expr: Expr): void => {
    for (const text of textsWritten(expr)) found.add(text);
  };
  for (const { definitions, declarations } of programs) {
    for (const { body } of definitions) walkExpr(body, visit);
    for (const each of declarations) {
      if (each.kind === 'invariant') walkExpr(each.condition, visit);
      if (each.kind === 'monotony') walkExpr(each.value, visit);
    }
  }
  let other = '1';
  while (found.has(other)) other += '1';
  return [other, ...found];
}

function textsWritten(expr: Expr): readonly string[] {
  if (expr.kind === 'literal') return expr.type.kind === 'text' ? [String(expr.value)] : [];
  if (expr.kind === 'member') return expr.members;
  if (expr.kind !== 'lookup') return [];
  const matches = expr.rows.flatMap(({ match }) => match);
  return matches.flatMap((match) => (match.kind === 'members' ? match.members : []));
}
