import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { Behaviour, Progress } from '@tiaoli/diff';
import { compareBehaviour } from '@tiaoli/diff';
import type { Program } from '@tiaoli/ir';
import { inventedIn } from '@tiaoli/settlement';
import { versionSpans } from '../list-versions.ts';
import type { Edits } from './find-edits.ts';
import { findEdits } from './find-edits.ts';
import type { NamedSide, OpenedSide, VersionSide } from './version-side.ts';
import { findSide, openSide } from './version-side.ts';

export interface ComparedBehaviour {
  readonly comparison?: BehaviourComparison;
  readonly diagnostics: readonly Diagnostic[];
}

export interface BehaviourComparison extends Edits {
  readonly behaviour: Behaviour;
  /** `YYYY-MM-DD`: on which day each side is in force as it was compared. */
  readonly days: { readonly old: string; readonly new: string };
  /** Names of invented values (等级 示例) of either side: what rests on them is nobody's policy. */
  readonly illustrative: readonly string[];
}

/**
 * What the two sides do with every claim, each as it is on its day (of a side without one, on the first day of its last
 * version) in its own place. Yields after each result; may be left at any time.
 */
export function* compareBehaviours(
  old: NamedSide,
  now: NamedSide,
): Generator<Progress, ComparedBehaviour> {
  const [before, after] = [programOf(old), programOf(now)];
  if (!before.bound || !after.bound) {
    return { diagnostics: [...before.diagnostics, ...after.diagnostics] };
  }
  const behaviour = yield* compareBehaviour(before.bound.program, after.bound.program);
  const [left, right] = [before.bound, after.bound];
  const edits = findEdits(
    behaviour,
    { module: left.side.module, on: left.day },
    { module: right.side.module, on: right.day },
  );
  const invented = [left, right].flatMap(({ program, side }) => inventedIn(program, side));
  return {
    comparison: {
      behaviour,
      ...edits,
      days: { old: printDate(left.day), new: printDate(right.day) },
      illustrative: [...new Set(invented)].toSorted(),
    },
    diagnostics: [],
  };
}

interface BoundSide {
  readonly bound?: {
    readonly side: OpenedSide;
    readonly program: Program;
    readonly day: DayNumber;
  };
  readonly diagnostics: readonly Diagnostic[];
}

function programOf(named: NamedSide): BoundSide {
  const { side, diagnostics } = findSide(named);
  if (!side) return { diagnostics };
  const { opened, diagnostics: errors } = openSide(side);
  return opened ? boundOn(opened, dayOf(side)) : { diagnostics: errors };
}

function boundOn(side: OpenedSide, day: DayNumber): BoundSide {
  const dates = Object.fromEntries(governingDates(side.module).map((ref) => [ref, day]));
  const { program, diagnostics } = bind(side.module, { dates });
  return program ? { bound: { side, program, day }, diagnostics: [] } : { diagnostics };
}

function dayOf({ on, header }: VersionSide): DayNumber {
  return on ?? versionSpans([header]).at(-1)?.from ?? 0;
}
