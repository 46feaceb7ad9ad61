import { compare, rational } from '@tiaoli/base';
import type { Calculator, HeldState } from '@tiaoli/compiler';
import { holdFacts, loadCalculator } from '@tiaoli/compiler';
import type { Behaviour, Region, ResultDifference } from '@tiaoli/diff';
import { isSame } from '@tiaoli/diff';
import type { Facts } from '@tiaoli/interpreter';
import { valueOfLiteral } from '@tiaoli/interpreter';
import type { Program, ReferenceData } from '@tiaoli/ir';
import { isOneOf } from '@tiaoli/regions';
import { pendingOf } from './admission.ts';
import type { Carry } from './carry-state.ts';
import { carryBetween } from './carry-state.ts';
import type { ClaimYear } from './claim-years.ts';
import type { HeldCell, Slot } from './held-cells.ts';
import { cellsOf, slotsOf } from './held-cells.ts';

/** What claims of many persons say of a comparison. */
export interface Verdict {
  readonly claims: number;
  /** Claims, each from the state that those before it have left under the earlier rule, of which some result is another. */
  readonly changed: number;
  /** What was said and is not so, each once: of which result, and a claim. */
  readonly broken: readonly Breach[];
}

export interface Breach {
  readonly result: string;
  readonly said: string;
  readonly found: string;
  /** The claims up to that one. */
  readonly year: ClaimYear;
}

/** Settles the claims on both sides with generated calculators, and holds every word of the comparison against them. */
export function judge(
  behaviour: Behaviour,
  years: Iterable<ClaimYear>,
  reference: ReferenceData,
): Verdict {
  const court = openCourt(behaviour, reference);
  const tally = openTally();
  for (const year of years) {
    let state = court.before.zero();
    for (const [at, facts] of year.entries()) {
      const settled = settle(court, state, facts);
      if (!settled) break;
      noteClaim(tally, settled, year.slice(0, at + 1));
      state = settled.state;
      if (!court.carry) break;
    }
  }
  return { ...tally, broken: [...tally.broken.values()] };
}

/**
 * Every claim of every person in every state that fewer than `mostClaims` of that person's claims leave behind, held
 * against the comparison.
 */
export function judgeAll(
  behaviour: Behaviour,
  persons: readonly (readonly Facts[])[],
  { reference, mostClaims }: { readonly reference: ReferenceData; readonly mostClaims: number },
): Verdict {
  const court = openCourt(behaviour, reference);
  const tally = openTally();
  for (const claims of persons) {
    const seen = new Set<string>();
    let states: readonly HeldState[] = [court.before.zero()];
    for (let count = 0; count < mostClaims; count += 1) {
      const left = states.flatMap((state) =>
        claims.flatMap((facts) => {
          const settled = settle(court, state, facts);
          if (settled) noteClaim(tally, settled, [facts]);
          return settled && court.carry ? [settled.state] : [];
        }),
      );
      states = left.filter((state) => isNew(seen, state));
    }
  }
  return { ...tally, broken: [...tally.broken.values()] };
}

function isNew(seen: Set<string>, state: HeldState): boolean {
  const text = JSON.stringify(state, (_, value) => {
    if (value instanceof Map) return [...value];
    return typeof value === 'bigint' ? `${value}n` : value;
  });
  if (seen.has(text)) return false;
  seen.add(text);
  return true;
}

interface Tally {
  claims: number;
  changed: number;
  readonly broken: Map<string, Breach>;
}

function openTally(): Tally {
  return { claims: 0, changed: 0, broken: new Map() };
}

function noteClaim(tally: Tally, { isChanged, breaches }: Settled, year: ClaimYear): void {
  tally.claims += 1;
  if (isChanged) tally.changed += 1;
  for (const breach of breaches) {
    if (!tally.broken.has(breach.result)) tally.broken.set(breach.result, { ...breach, year });
  }
}

interface Court {
  /** Facts that the sides declare otherwise: only claims that give them are the same claim on both. */
  readonly unlike: readonly string[];
  readonly before: Calculator;
  readonly after: Calculator;
  readonly isAlikeHeld: boolean;
  readonly reference: ReferenceData;
  readonly program: Program;
  readonly slots: readonly Slot[];
  /** Of claims with a fact that is 待补充 nothing is said. */
  readonly isPending: (facts: Facts) => boolean;
  /** Without it only first claims are from the same state on both sides. */
  readonly carry?: Carry;
}

function openCourt(behaviour: Behaviour, reference: ReferenceData): Court {
  const [before, after] = [behaviour.before, behaviour.after].map((program) =>
    loadCalculator(program, { facts: 'partial' }),
  );
  if (!before || !after) throw new Error('a comparison has two sides');
  const isAlikeHeld = JSON.stringify(before.tables.fields) === JSON.stringify(after.tables.fields);
  const slots = slotsOf(behaviour, before.tables, after.tables);
  const carry = carryBetween(before, after);
  const program = behaviour.before;
  const unlike = unlikeFacts(behaviour);
  const isPending = pendingOf(program, reference);
  const sides = { before, after, isAlikeHeld, program, slots, ...(carry && { carry }) };
  return { unlike, reference, isPending, ...sides };
}

/** By the words in which the comparison says that it did not look at them. */
function unlikeFacts({ before, unlike }: Behaviour): readonly string[] {
  return before.declarations.flatMap((each) =>
    each.kind === 'input' && unlike.some(({ zh }) => zh.includes(`「${each.name}」`))
      ? [each.id]
      : [],
  );
}

interface Settled {
  readonly state: HeldState;
  readonly isChanged: boolean;
  readonly breaches: readonly Omit<Breach, 'year'>[];
}

/** Both sides from one state; undefined where a number is beyond what one of them declares, or it is another claim on each. */
function settle(court: Court, state: HeldState, facts: Facts): Settled | undefined {
  const { before, after, reference, unlike } = court;
  if (unlike.some((id) => !facts.inputs.has(id) && !facts.spells?.has(id))) return undefined;
  const held = holdFacts(facts, before.tables);
  const other = court.isAlikeHeld ? held : holdFacts(facts, after.tables);
  const same = court.carry?.(state) ?? after.zero();
  if (!before.admits(state, held) || !after.admits(same, other)) return undefined;
  const old = before.step(state, held, reference);
  const now = after.step(same, other, reference);
  const breaches: Omit<Breach, 'year'>[] = [];
  let isChanged = false;
  for (const slot of court.slots) {
    const cells = cellsOf(slot, [state, old, now]);
    if (cells.some(({ isAlike }) => !isAlike)) isChanged = true;
    else if (slot.admitsNothing) continue;
    const regions = slot.result.regions.filter((region) => holdsOf(region, facts, court.program));
    for (const cell of cells) {
      if (regions.some((region) => isTrueOf(region, cell))) continue;
      if (isUnsaid(slot, cell) && court.isPending(facts)) continue;
      const said = regions.map(saidOf).join(' | ') || 'nothing of this claim';
      breaches.push({ result: nameOf(slot.result), said, found: cell.shown });
    }
  }
  return { state: old.state, isChanged, breaches };
}

/** What a fact that is 待补充 leads to: it is not known, or nothing was counted. */
function isUnsaid({ rows }: Slot, { statuses, isAlike }: HeldCell): boolean {
  return statuses?.includes('missing') ?? (rows.kind === 'state' && isAlike);
}

function nameOf({ name, kind }: ResultDifference): string {
  return kind === 'state' ? `${name} 之后` : name;
}

function saidOf({ state, low, high }: Region): string {
  const ends = [low, high].map((end) => (end ? `${end.numerator}/${end.denominator}` : '?'));
  return `${state} ${ends.join('..')}`;
}

function holdsOf({ facts: told }: Region, facts: Facts, program: Program): boolean {
  return [...told].every(([id, values]) => {
    const value = facts.inputs.get(id) ?? facts.spells?.get(id)?.[0]?.value ?? usualOf(id, program);
    return value === undefined || value === null || isOneOf(value, values);
  });
}

/** What a fact is that was not given: undefined where the program has to work it out. */
function usualOf(id: string, { declarations }: Program) {
  const declared = declarations.find((each) => each.kind === 'input' && each.id === id);
  const usual = declared?.kind === 'input' ? declared.default : undefined;
  return usual?.kind === 'literal' ? valueOfLiteral(usual) : undefined;
}

/** Whether a word about a part of the domain is true of a claim in it. */
function isTrueOf({ state, low, high }: Region, cell: HeldCell): boolean {
  if (isSame(state)) return cell.isAlike;
  if (cell.statuses) {
    if (state === 'undecided') return true;
    return state === (cell.statuses.includes('missing') ? 'one-sided' : 'applicability');
  }
  if (state === 'applicability' || state === 'one-sided') return false;
  if (!cell.difference) return true;
  const [numerator, denominator] = cell.difference;
  const difference = rational(numerator, denominator);
  return (!low || compare(low, difference) <= 0) && (!high || compare(high, difference) >= 0);
}
