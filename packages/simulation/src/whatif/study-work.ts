import type { Diagnostic } from '@tiaoli/base';
import { assumeThresholds } from '../watch/assume-thresholds.ts';
import { changesOf } from './by-change.ts';
import { sensitivityCases } from './claim-transform.ts';
import type { ReadWhatIf } from './read-whatif.ts';
import { readWhatIf } from './read-whatif.ts';
import { AT_ONCE } from './solve-targets.ts';
import type { StudyRequest } from './study.ts';

/** How much there is to do at most, as far as it is known before anything is run. */
export interface StudyWork {
  /** How often the population is read. */
  readonly scans: number;
  /** Rules that are settled over it, in all scans together. */
  readonly programs: number;
}

export type PlannedWork =
  | ({ readonly kind: 'work' } & StudyWork)
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** What a study will do, or everything that is wrong with the question; runs nothing. */
export function studyWork({ whatIf = {}, lists = [], ...core }: StudyRequest): PlannedWork {
  const read = readWhatIf(whatIf, core, 'ends');
  if (read.kind === 'refused') return read;
  const assumed = assumeThresholds(lists, whatIf.thresholds ?? []);
  if (assumed.kind === 'refused') return assumed;
  const changes = core.reforms.reduce(
    (sum, reform) => sum + changesOf(core.baseline, reform).length,
    0,
  );
  return { kind: 'work', ...workOf(read, 1 + core.reforms.length, changes) };
}

type Read = Extract<ReadWhatIf, { kind: 'read' }>;

function workOf(read: Read, sides: number, changes: number): StudyWork {
  const points = read.sweeps.reduce((sum, each) => sum + each.points.length, 0);
  const more = scansBeyond(read);
  const sensitivity = more.sensitivity * sides;
  const solve = more.solve * (1 + AT_ONCE);
  return {
    scans: 1 + more.sensitivity + more.solve,
    programs: sides + changes + points + sensitivity + solve,
  };
}

/** Scans after the first, at most. */
export function scansBeyond({ sensitivity, solve }: Read) {
  return {
    sensitivity: sensitivity ? 2 * sensitivityCases.length : 0,
    solve: solve ? roundsOf(solve.grid.points.length) : 0,
  };
}

/** Each round cuts the stretch in which the answer lies into as many parts as it has points, less one. */
function roundsOf(points: number): number {
  let rounds = 1;
  for (let width = points - 1; width > AT_ONCE - 1; rounds += 1) {
    width = Math.ceil(width / (AT_ONCE - 1));
  }
  return rounds;
}
