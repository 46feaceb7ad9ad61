import type { DayNumber } from '@tiaoli/base';
import { assertNever, isInForce } from '@tiaoli/base';
import { versionInForce } from '@tiaoli/compiler';
import type { Expr, LayerDeclaration, LayerSlot } from '@tiaoli/ir';
import { referencesOf, walkExpr } from '@tiaoli/ir';
import type { EditedSide } from '../behaviour/find-idle-edits.ts';
import { isAboutSource, subjectOf } from '../print/group-changes.ts';
import { compareStructures } from '../structure/compare-structures.ts';
import { exprOnDay } from '../structure/expr-on-day.ts';
import { slotStep } from '../structure/facts/slot-facts.ts';
import { subjectKey } from '../structure/part-key.ts';
import type { Change, Step } from '../structure/structure.ts';
import { declarationsOf, structureOf } from '../structure/structure-of.ts';
import type { Atom } from './parts-of-change.ts';
import { declarationKey } from './parts-of-change.ts';

/** Changes that are one, and the atoms that make them. */
export interface ChangeBar {
  readonly changes: readonly Change[];
  readonly keys: ReadonlySet<string>;
}

/**
 * Atoms by the changes that they make: a declaration is one bar, a layer one for each of its slots. What no change tells
 * of (another document that this one rests on) is one bar without changes.
 */
export function barsOf(
  before: EditedSide,
  after: EditedSide,
  atoms: readonly Atom[],
): readonly ChangeBar[] {
  const { changes } = compareStructures(
    structureOf(before.module, before.on),
    structureOf(after.module, after.on),
  );
  const told = changes.filter((change) => !isAboutSource(change));
  const bySubject = Map.groupBy(told, (change) => subjectKey(subjectOf(change)));
  const changed = new Set(atoms.flatMap(({ pair, owner }) => (pair ? [] : [owner])));
  const bars = [...bySubject.values()].flatMap((own) => {
    const owners = ownersOf(own, before, after);
    const mine = atoms.filter(({ owner }) => owners.has(owner));
    return mine.length === 0 ? [] : subjectBars(own, mine, { before, after, changed });
  });
  const taken = new Set(bars.flatMap(({ keys }) => [...keys]));
  const rest = atoms.filter(({ key }) => !taken.has(key));
  const isShaped = (atom: Atom): boolean => readOf(atom, changed).length > 0;
  const orphans = rest.filter((atom) => !isShaped(atom));
  const whole = rest
    .filter(isShaped)
    .reduce<readonly ChangeBar[]>((joined, atom) => withShape(joined, atom, changed), bars);
  if (orphans.length === 0) return whole;
  const unmade = [...bySubject.values()].filter((own) => mayReachOthers(own)).flat();
  return [...whole, { changes: unmade, keys: keysOf(orphans) }];
}

/** Which of the changed declarations a formula reads: the bands of a table shape the formula of the layer that reads it. */
function readOf({ pair }: Atom, changed: ReadonlySet<string>): readonly string[] {
  if (!pair) return [];
  const { parameters } = referencesOf(pair.before, pair.after);
  return [...parameters].filter((id) => changed.has(id));
}

/** A formula goes with what it is shaped by. */
function withShape(
  bars: readonly ChangeBar[],
  atom: Atom,
  changed: ReadonlySet<string>,
): readonly ChangeBar[] {
  const read = new Set(readOf(atom, changed).map(declarationKey));
  const isShape = ({ keys }: ChangeBar): boolean => [...keys].some((key) => read.has(key));
  const shaped = joinAll([...bars.filter(isShape), { changes: [], keys: new Set([atom.key]) }]);
  return [...bars.filter((bar) => !isShape(bar)), shaped];
}

/** What is worked into the formulas of others: the members of a group, the rounding of the document. */
function mayReachOthers([change]: readonly Change[]): boolean {
  const kind = change && subjectOf(change).kind;
  return kind === 'group' || kind === 'enumeration' || kind === 'document' || kind === 'entity';
}

type SlotTexts = ReadonlyMap<string, ReadonlySet<string>>;

interface LayerSides extends Pick<TwoSides, 'changed'> {
  readonly old: SlotTexts;
  readonly now: SlotTexts;
}

interface TwoSides {
  /** Ids of declarations that are others as a whole. */
  readonly changed: ReadonlySet<string>;
  readonly before: EditedSide;
  readonly after: EditedSide;
}

function ownersOf(
  [change]: readonly Change[],
  before: EditedSide,
  after: EditedSide,
): ReadonlySet<string> {
  if (!change) return new Set();
  const subject = subjectOf(change);
  const both = [before, after].flatMap(({ module }) => declarationsOf(module, subject));
  return new Set(both.map(({ id }) => id));
}

function subjectBars(
  changes: readonly Change[],
  atoms: readonly Atom[],
  { before, after, changed }: TwoSides,
): readonly ChangeBar[] {
  const [old, now] = [before, after].map((side) => slotTextsOf(changes, side));
  return old && now
    ? slotBars(changes, atoms, { old, now, changed })
    : [{ changes, keys: keysOf(atoms) }];
}

/** Of a layer that a side has. */
function slotTextsOf([change]: readonly Change[], { module, on }: EditedSide) {
  const layer = change && declarationsOf(module, subjectOf(change))[0];
  return layer?.kind === 'layer' ? slotTexts(layer, on) : undefined;
}

/** A layer slot by slot: an atom belongs to the slots whose own formulas it holds; what cannot be told apart is one bar. */
function slotBars(
  changes: readonly Change[],
  atoms: readonly Atom[],
  { old, now, changed }: LayerSides,
): readonly ChangeBar[] {
  const slots = [...Map.groupBy(changes, slotOfChange)].map(([slot, own]) => {
    const [was, is] = [old.get(slot) ?? none, now.get(slot) ?? none];
    const gone = without(was, is);
    const come = without(is, was);
    const mine = atoms.filter(
      ({ pair }) => pair && (holds(pair.before, gone) || holds(pair.after, come)),
    );
    return { changes: own, keys: keysOf(mine) };
  });
  const told = new Set(slots.flatMap(({ keys }) => [...keys]));
  const untold = atoms.filter((atom) => !told.has(atom.key) && readOf(atom, changed).length === 0);
  const unmade = slots.filter(({ keys }) => keys.size === 0);
  const made = joinOverlapping(slots.filter(({ keys }) => keys.size > 0));
  if (untold.length === 0) return made;
  const rest: ChangeBar = {
    changes: unmade.flatMap((each) => each.changes),
    keys: keysOf(untold),
  };
  return rest.changes.length > 0 ? [...made, rest] : [joinAll([...made, rest])];
}

function joinOverlapping(bars: readonly ChangeBar[]): readonly ChangeBar[] {
  return bars.reduce<readonly ChangeBar[]>((joined, bar) => {
    const meeting = joined.filter(({ keys }) => meets(keys, bar.keys));
    const apart = joined.filter(({ keys }) => !meets(keys, bar.keys));
    return [...apart, joinAll([...meeting, bar])];
  }, []);
}

function joinAll(bars: readonly ChangeBar[]): ChangeBar {
  return {
    changes: bars.flatMap(({ changes }) => changes),
    keys: new Set(bars.flatMap(({ keys }) => [...keys])),
  };
}

function keysOf(atoms: readonly Atom[]): ReadonlySet<string> {
  return new Set(atoms.map(({ key }) => key));
}

/** Which slot of which case a change is about; all that is about the layer itself is one. */
function slotOfChange(change: Change): string {
  if (change.kind !== 'changed') return 'layer';
  const { steps } = change.part;
  const outer = steps.find(({ kind }) => kind === 'case' || kind === 'otherwise');
  const slot = steps.find(({ kind }) => kind === 'slot');
  if (slot) return slotKey(outer, slot);
  return outer ? slotKey(outer, undefined) : 'layer';
}

function slotKey(outer: Step | undefined, slot: Step | undefined): string {
  return JSON.stringify([outer ?? null, slot ?? null]);
}

/** The formulas that each slot of a layer is written with on the day. */
function slotTexts(layer: LayerDeclaration, on: DayNumber): SlotTexts {
  const texts = new Map<string, Set<string>>();
  const note = (key: string, exprs: readonly Expr[]): void => {
    const own = texts.get(key) ?? new Set();
    for (const expr of exprs) own.add(JSON.stringify(exprOnDay(expr, on)));
    texts.set(key, own);
  };
  const noteAll = (outer: Step | undefined, slots: readonly LayerSlot[]): void => {
    const keyed = Map.groupBy(slots, (slot) => slotKey(outer, slotStep(slot)));
    for (const [key, versions] of keyed) {
      const current = versionInForce(versions, on);
      if (current) note(key, exprsOf(current));
    }
  };
  noteAll(undefined, layer.slots);
  noteAll({ kind: 'otherwise' }, layer.otherwiseSlots);
  for (const each of layer.cases.filter(({ validity }) => isInForce(validity, on))) {
    const outer: Step = { kind: 'case', label: each.label ?? '' };
    note(slotKey(outer, undefined), [each.when]);
    noteAll(outer, each.slots);
  }
  return texts;
}

function exprsOf(slot: LayerSlot): readonly Expr[] {
  switch (slot.kind) {
    case 'applies':
      return [slot.condition];
    case 'base':
      return [...slot.terms, ...slot.less];
    case 'admit':
    case 'cap':
      return [slot.limit];
    case 'deductible':
      return present([
        ...[slot.amount, ...(slot.nth?.factors ?? []), slot.stepDown?.by, slot.stepDown?.atLeast],
        ...[slot.atLeast, slot.atMost, slot.renew?.days, slot.renew?.every],
        ...[slot.inYearAtMost, slot.waivedOnce, ...slot.by],
      ]);
    case 'rate':
      return [slot.rate];
    case 'brackets':
      return present(slot.bands.flatMap(({ upTo, rate }) => [upTo, rate]));
    case 'adjustment':
      return present([changeOf(slot.change), slot.atLeast, slot.atMost, slot.when]);
    case 'person-share':
      return [slot.atLeast];
    case 'guarantee':
      return present([slot.rate, slot.of, slot.when]);
    case 'stock':
      return [slot.stock];
    case 'for-each':
      return present([slot.when, slot.self]);
    case 'no-cap':
    case 'rounding':
      return [];
    default:
      return assertNever(slot);
  }
}

function changeOf(change: Extract<LayerSlot, { kind: 'adjustment' }>['change']): Expr | undefined {
  if (change.kind === 'add') return change.amount;
  return change.kind === 'times' ? change.factor : undefined;
}

function present(exprs: readonly (Expr | undefined)[]): readonly Expr[] {
  return exprs.filter((each) => each !== undefined);
}

function holds(expr: Expr, texts: ReadonlySet<string>): boolean {
  let found = false;
  walkExpr(expr, (each) => {
    found ||= texts.has(JSON.stringify(each));
  });
  return found;
}

const none: ReadonlySet<string> = new Set();

function without(some: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...some].filter((each) => !others.has(each)));
}

function meets(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((each) => others.has(each));
}
