import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { Behaviour, Progress } from '@tiaoli/diff';
import { compareBehaviour } from '@tiaoli/diff';
import type { Program } from '@tiaoli/ir';
import { versionSpans } from '../list-versions.ts';
import type { NamedSide, OpenedSide, VersionSide } from './version-side.ts';
import { findSide, openSide } from './version-side.ts';

export interface ComparedBehaviour {
  readonly behaviour?: Behaviour;
  readonly diagnostics: readonly Diagnostic[];
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
  if (!before.program || !after.program) {
    return { diagnostics: [...before.diagnostics, ...after.diagnostics] };
  }
  const behaviour = yield* compareBehaviour(before.program, after.program);
  return { behaviour, diagnostics: [] };
}

interface BoundSide {
  readonly program?: Program;
  readonly diagnostics: readonly Diagnostic[];
}

function programOf(named: NamedSide): BoundSide {
  const { side, diagnostics } = findSide(named);
  if (!side) return { diagnostics };
  const { opened, diagnostics: errors } = openSide(side);
  return opened ? boundOn(opened, dayOf(side)) : { diagnostics: errors };
}

function boundOn({ module }: OpenedSide, day: DayNumber): BoundSide {
  const dates = Object.fromEntries(governingDates(module).map((ref) => [ref, day]));
  const { program, diagnostics } = bind(module, { dates });
  return program ? { program, diagnostics: [] } : { diagnostics };
}

function dayOf({ on, header }: VersionSide): DayNumber {
  return on ?? versionSpans([header]).at(-1)?.from ?? 0;
}
