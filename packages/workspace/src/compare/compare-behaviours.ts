import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { Behaviour, EditedSide, IntentVerdict, Progress } from '@tiaoli/diff';
import { compareOpened, judgeIntent } from '@tiaoli/diff';
import type { Program } from '@tiaoli/ir';
import { inventedIn } from '@tiaoli/settlement';
import type { Edits } from './find-edits.ts';
import { findEdits } from './find-edits.ts';
import { nameCauses } from './name-causes.ts';
import { openCompared } from './open-compared.ts';
import { readIntent } from './read-intent.ts';
import type { ComparedSide, NamedSide, OpenedSide } from './version-side.ts';
import { comparedSide, lastBegun, openBoth } from './version-side.ts';

export interface BehaviourRequest {
  /** What the later side is meant to change, as a person writes it. */
  readonly intent?: string;
}

export interface ComparedBehaviour {
  readonly comparison?: BehaviourComparison;
  readonly diagnostics: readonly Diagnostic[];
}

export interface BehaviourComparison extends Edits {
  readonly behaviour: Behaviour;
  /** `YYYY-MM-DD`: on which day each side is in force as it was compared. */
  readonly days: { readonly old: string; readonly new: string };
  /** Whether nothing but the intent changed, where one was declared. */
  readonly verdict?: IntentVerdict;
  /** Names of invented values (等级 示例) of either side: what rests on them is nobody's policy. */
  readonly illustrative: readonly string[];
}

/** Two sides on their days, ready to be compared. */
export interface BoundSides extends Pick<BehaviourComparison, 'days' | 'illustrative'> {
  readonly old: ComparedSide;
  readonly new: ComparedSide;
  /** Plain JSON, so that a thread can compare them. */
  readonly before: Program;
  readonly after: Program;
  readonly edited: { readonly before: EditedSide; readonly after: EditedSide };
}

/**
 * What the two sides do with every claim, each as it is on its day (of a side without one, on the first day of its last
 * version; where one place is above the other, on the later of both) in its own place. Yields after each result; may be
 * left at any time.
 */
export function* compareBehaviours(
  old: NamedSide,
  now: NamedSide,
  { intent: written }: BehaviourRequest = {},
): Generator<Progress, ComparedBehaviour> {
  const { sides, diagnostics } = bindSides(old, now);
  if (!sides) return { diagnostics };
  const opened = openCompared(sides.before, sides.after);
  const { intent, diagnostics: unread } = readIntent(written, opened);
  if (unread.length > 0) return { diagnostics: unread };
  const behaviour = yield* compareOpened(opened);
  const verdict = intent && (yield* judgeIntent(opened, behaviour, intent));
  return {
    comparison: { ...toldOf(behaviour, sides), ...(verdict && { verdict }) },
    diagnostics: [],
  };
}

/** What is told of two sides, once their programs are compared. */
export function toldOf(
  behaviour: Behaviour,
  { days, illustrative, edited, before, after }: BoundSides,
): BehaviourComparison {
  const edits = findEdits(behaviour, edited.before, edited.after);
  const named = nameCauses(
    behaviour,
    { ...edited.before, program: before },
    { ...edited.after, program: after },
  );
  return { behaviour: named, ...edits, days, illustrative };
}

/** The programs of both sides; refused where one cannot be settled, or where they have nothing to do with each other. */
export function bindSides(
  old: NamedSide,
  now: NamedSide,
): { readonly sides?: BoundSides; readonly diagnostics: readonly Diagnostic[] } {
  const found = openBoth(old, now);
  if (found.kind === 'refused') return { diagnostics: found.diagnostics };
  const { before, after } = found;
  const [left, right] = [boundOn(before), boundOn(after)];
  if (!left.bound || !right.bound) {
    return { diagnostics: [...left.diagnostics, ...right.diagnostics] };
  }
  const invented = [
    ...inventedIn(left.bound.program, before),
    ...inventedIn(right.bound.program, after),
  ];
  const sides: BoundSides = {
    old: comparedSide(before),
    new: comparedSide(after),
    before: left.bound.program,
    after: right.bound.program,
    edited: {
      before: { module: before.module, on: left.bound.day },
      after: { module: after.module, on: right.bound.day },
    },
    days: { old: printDate(left.bound.day), new: printDate(right.bound.day) },
    illustrative: [...new Set(invented)].toSorted(),
  };
  return { sides, diagnostics: [] };
}

interface BoundSide {
  readonly bound?: { readonly program: Program; readonly day: DayNumber };
  readonly diagnostics: readonly Diagnostic[];
}

function boundOn(side: OpenedSide): BoundSide {
  const day = side.on ?? lastBegun(side) ?? 0;
  const dates = Object.fromEntries(governingDates(side.module).map((ref) => [ref, day]));
  const { program, diagnostics } = bind(side.module, { dates });
  return program ? { bound: { program, day }, diagnostics: [] } : { diagnostics };
}
