import { bind, governingDates } from '@tiaoli/compiler';
import type { Module, Program } from '@tiaoli/ir';
import { verify } from '@tiaoli/ir';
import type { EditedSide } from '../behaviour/find-idle-edits.ts';
import type { Change } from '../structure/structure.ts';
import type { ChangeBar } from './bars-of-changes.ts';
import { barsOf } from './bars-of-changes.ts';
import { mixModules } from './mixed-module.ts';
import { atomsOf, declarationKey, meaningText } from './parts-of-change.ts';
import { settleModule } from './settle-module.ts';

/** One change made alone. */
export interface ChangeAlone {
  /** What was changed; several that mean something together only. Empty where nothing but the day is another. */
  readonly changes: readonly Change[];
  /** Ids of the declarations that say it. */
  readonly owners: readonly string[];
  /** The earlier side with this change. */
  readonly program: Program;
}

/**
 * The earlier side with each change of the later side alone: every change that computes something is in one of them.
 *
 * Undefined for different documents, and where both sides cannot be taken apart so that all changes together are the
 * later side exactly.
 */
export function changesAlone(
  before: EditedSide,
  after: EditedSide,
): readonly ChangeAlone[] | undefined {
  if (before.module.document !== after.module.document) return undefined;
  const old = settleModule(before.module, before.on);
  const now = settleModule(after.module, after.on);
  const sides: Sides = { old, now, before, after };
  const first = bound(old, before.on);
  const last = bound(now, after.on);
  if (!first || !last) return undefined;
  const atoms = atomsOf(old, now);
  const all = keysOf(atoms);
  const withAll = programOf(sides, all);
  if (!withAll) return undefined;
  const isOfDay = !isSameProgram(withAll, last);
  if (isOfDay && !isSameProgram(programOf(sides, all, after.on), last)) return undefined;
  const bars = merged(withNeeds(barsOf(before, after, atoms), sides), sides);
  const ofDay = isOfDay ? programOf(sides, new Set(), after.on) : undefined;
  const day = ofDay ? [{ changes: [], keys: new Set<string>(), program: ofDay }] : [];
  return [...bars, ...day]
    .filter(({ program }) => !isSameProgram(program, first))
    .map(({ changes, keys, program }) => {
      const own = atoms.filter(({ key }) => keys.has(key));
      return { changes, owners: [...new Set(own.map(({ owner }) => owner))], program };
    });
}

interface Sides {
  readonly old: Module;
  readonly now: Module;
  readonly before: EditedSide;
  readonly after: EditedSide;
}

interface SoundBar extends ChangeBar {
  readonly program: Program;
}

/** What a bar needs of another (a new case its parameter) makes both one. */
function withNeeds(bars: readonly ChangeBar[], { old, now }: Sides): readonly ChangeBar[] {
  return bars.reduce<readonly ChangeBar[]>((known, bar) => {
    const { needed } = mixModules(old, now, bar.keys);
    const keys = new Set([...needed].map(declarationKey));
    const own = known.find((each) => [...bar.keys].every((key) => each.keys.has(key))) ?? bar;
    const isMet = (each: ChangeBar): boolean =>
      each === own || [...each.keys].some((key) => keys.has(key));
    const met = known.filter(isMet);
    if (met.length < 2) return known;
    return [...known.filter((each) => !isMet(each)), met.reduce(joined)];
  }, bars);
}

/** Bars that are a sound policy alone; one that is not is joined to the first one with which it is, or to all others that are not. */
function merged(bars: readonly ChangeBar[], sides: Sides): readonly SoundBar[] {
  const alone = bars.map((bar) => ({ ...bar, program: programOf(sides, bar.keys) }));
  const broken = alone.find(({ program }) => !program);
  if (!broken)
    return alone.flatMap(({ program, ...bar }) => (program ? [{ ...bar, program }] : []));
  const others = bars.filter(({ keys }) => keys !== broken.keys);
  const partner = others.find((other) => programOf(sides, joined(broken, other).keys));
  if (partner) {
    const rest = others.filter((other) => other !== partner);
    return merged([...rest, joined(broken, partner)], sides);
  }
  const [next, ...rest] = others;
  return next ? merged([...rest, joined(broken, next)], sides) : [];
}

function joined(left: ChangeBar, right: ChangeBar): ChangeBar {
  return {
    changes: [...left.changes, ...right.changes],
    keys: new Set([...left.keys, ...right.keys]),
  };
}

function keysOf(atoms: readonly { readonly key: string }[]): ReadonlySet<string> {
  return new Set(atoms.map(({ key }) => key));
}

/** The earlier side with some atoms of the later, on its own day unless said; undefined where that is no sound policy. */
function programOf(
  { old, now, before }: Sides,
  keys: ReadonlySet<string>,
  day = before.on,
): Program | undefined {
  const { module } = mixModules(old, now, keys);
  return verify(module).length > 0 ? undefined : bound(module, day);
}

function bound(module: Module, day: number): Program | undefined {
  const dates = Object.fromEntries(governingDates(module).map((each) => [each, day]));
  return bind(module, { dates }).program;
}

function isSameProgram(left: Program | undefined, right: Program): boolean {
  return left !== undefined && computed(left) === computed(right);
}

/** What a program computes, as text: definitions and accumulators by their ids. */
function computed({ definitions, accumulators, yearStart, declarations }: Program): string {
  const bodies = definitions.map(({ id, body }) => [id, body] as const);
  const payers = declarations.flatMap((each) =>
    each.kind === 'layer' ? [[each.id, each.payer] as const] : [],
  );
  const inputs = declarations.flatMap((each) => (each.kind === 'input' ? [each] : []));
  const byId = (left: { readonly 0: string }, right: { readonly 0: string }): number =>
    left[0] < right[0] ? -1 : 1;
  return meaningText([
    bodies.toSorted(byId),
    accumulators.map((each) => [each.id, each] as const).toSorted(byId),
    inputs.map((each) => [each.id, each] as const).toSorted(byId),
    payers.toSorted(byId),
    yearStart,
  ]);
}
