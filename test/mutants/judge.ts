import { compare, rational } from '@tiaoli/base';
import type { Calculator, HeldFacts, HeldState } from '@tiaoli/compiler';
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
import { cellsOf, isPlainlyAlike, slotsOf } from './held-cells.ts';

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

/** What the claims of many persons come to under the earlier rule: the same for every edit of it. */
export interface Earlier {
  /** The program, as text. */
  readonly meaning: string;
  readonly persons: readonly (readonly Prior[])[];
}

/** A claim in the state that those before it have left. */
interface Prior {
  readonly facts: Facts;
  readonly held: HeldFacts;
  readonly state: HeldState;
  readonly old: Step;
}

/** Settles the claims of each person up to one that is beyond what is declared. */
export function settleEarlier(
  program: Program,
  years: Iterable<ClaimYear>,
  reference: ReferenceData,
): Earlier {
  const calculator = calculatorOf(program);
  const persons = Array.from(years, (year) => {
    const settled: Prior[] = [];
    let state = calculator.zero();
    for (const facts of year) {
      const prior = settlePrior(calculator, { state, facts, reference });
      if (!prior) break;
      settled.push(prior);
      state = prior.old.state;
    }
    return settled;
  });
  return { meaning: JSON.stringify(program), persons };
}

/** The same claims under the rule that comes first in another comparison: mostly the very same one. */
export function settleAgain(
  earlier: Earlier | undefined,
  { before }: Behaviour,
  years: Iterable<ClaimYear>,
  reference: ReferenceData,
): Earlier {
  return earlier?.meaning === JSON.stringify(before)
    ? earlier
    : settleEarlier(before, years, reference);
}

function settlePrior(
  { tables, admits, step }: Calculator,
  {
    state,
    facts,
    reference,
  }: Pick<Prior, 'state' | 'facts'> & { readonly reference: ReferenceData },
): Prior | undefined {
  const held = holdFacts(facts, tables);
  return admits(state, held)
    ? { facts, held, state, old: step(state, held, reference) }
    : undefined;
}

/** Settles the claims on the later side too, and holds every word of the comparison against both. */
export function judge(behaviour: Behaviour, earlier: Earlier, reference: ReferenceData): Verdict {
  if (earlier.meaning !== JSON.stringify(behaviour.before)) throw new Error('another earlier rule');
  const court = openCourt(behaviour, reference);
  const tally = openTally();
  for (const priors of earlier.persons) {
    for (const [at, prior] of priors.entries()) {
      const settled = settle(court, prior);
      if (!settled) break;
      noteClaim(tally, settled, () => priors.slice(0, at + 1).map(({ facts }) => facts));
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
          const prior = settlePrior(court.before, { state, facts, reference });
          const settled = prior && settle(court, prior);
          if (settled) noteClaim(tally, settled, () => [facts]);
          return settled && court.carry ? [prior.old.state] : [];
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

function noteClaim(tally: Tally, { isChanged, breaches }: Settled, yearOf: () => ClaimYear): void {
  tally.claims += 1;
  if (isChanged) tally.changed += 1;
  for (const breach of breaches) {
    if (tally.broken.has(breach.result)) continue;
    tally.broken.set(breach.result, { ...breach, year: yearOf() });
  }
}

type Step = ReturnType<Calculator['step']>;

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
  const [before, after] = [calculatorOf(behaviour.before), calculatorOf(behaviour.after)];
  const isAlikeHeld = JSON.stringify(before.tables.fields) === JSON.stringify(after.tables.fields);
  const slots = slotsOf(behaviour, before.tables, after.tables);
  const carry = carryBetween(before, after);
  const program = behaviour.before;
  const unlike = unlikeFacts(behaviour);
  const isPending = pendingOf(program, reference);
  const sides = { before, after, isAlikeHeld, program, slots, ...(carry && { carry }) };
  return { unlike, reference, isPending, ...sides };
}

function calculatorOf(program: Program): Calculator {
  return loadCalculator(program, { facts: 'partial' });
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
  readonly isChanged: boolean;
  readonly breaches: readonly Omit<Breach, 'year'>[];
}

/** The later side from the same state; undefined where a number is beyond what it declares, or it is another claim there. */
function settle(court: Court, { facts, held, state, old }: Prior): Settled | undefined {
  const { after, reference, unlike } = court;
  if (unlike.some((id) => !facts.inputs.has(id) && !facts.spells?.has(id))) return undefined;
  const other = court.isAlikeHeld ? held : holdFacts(facts, after.tables);
  const same = court.carry?.(state) ?? after.zero();
  if (!after.admits(same, other)) return undefined;
  const now = after.step(same, other, reference);
  const breaches: Omit<Breach, 'year'>[] = [];
  let isChanged = false;
  for (const slot of court.slots) {
    if (slot.admitsNothing && isPlainlyAlike(slot, old, now)) continue;
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
  return { isChanged, breaches };
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
