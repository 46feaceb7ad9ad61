import type { Diagnostic } from '@tiaoli/base';
import type { Module } from '@tiaoli/ir';
import { proofsToKeep } from '../proofs.ts';
import type { Memory } from './ask.ts';
import { createMemory } from './ask.ts';
import { checkInvariants } from './check-invariants.ts';
import { checkMonotonies } from './check-monotonies.ts';
import { checkPayments } from './check-payments.ts';
import { checkWatchOrders } from './check-watch-orders.ts';
import { findCliffs } from './find-cliffs.ts';
import { findIdleCases } from './find-idle-cases.ts';
import { findIdleSlots } from './find-idle-slots.ts';
import { findGaps, findLapses } from './find-missing.ts';
import { findOverlaps } from './find-overlaps.ts';
import { framesOf } from './frame.ts';
import type { Findings, Inquiry } from './inquiry.ts';
import { needlessExemptions } from './needless-exemptions.ts';

const analyses: readonly ((inquiry: Inquiry) => Findings)[] = [
  findGaps,
  findLapses,
  findOverlaps,
  findIdleCases,
  findIdleSlots,
  checkPayments,
  findCliffs,
  checkWatchOrders,
  checkInvariants,
  checkMonotonies,
];

/**
 * Everything that the analyses say about what stands in one file of a module, in pieces: `undefined` where one may
 * pause or stop.
 */
export function* analyseDocument(
  module: Module,
  file: string,
  memory: Memory,
): Generator<Diagnostic | undefined, void> {
  const inquiry = yield* inquiryAbout(module, file, memory);
  for (const analysis of analyses) yield* analysis(inquiry);
  yield* inquiry.undecided.values();
  yield* needlessExemptions(inquiry);
}

/** A file with its module: all that the analyses need to know of it. */
export interface AnalysableDocument {
  readonly module: Module;
  readonly file: string;
}

/** The findings of some documents that have much in common: what was worked out for one is not asked again. */
export function analyseTogether(documents: readonly AnalysableDocument[]): readonly Diagnostic[] {
  const memory = createMemory();
  return documents.flatMap(({ module, file }) =>
    [...analyseDocument(module, file, memory)].filter((each) => each !== undefined),
  );
}

/** The gaps alone: of a module whose tables lack rows, nothing else is worth saying yet. */
export function* analyseGaps(
  module: Module,
  file: string,
  memory: Memory,
): Generator<Diagnostic | undefined, void> {
  yield* findGaps(yield* inquiryAbout(module, file, memory));
}

function* inquiryAbout(
  module: Module,
  file: string,
  memory: Memory,
): Generator<undefined, Inquiry> {
  memory.proofs = proofsToKeep(memory.proofs);
  const frames = [];
  for (const frame of framesOf(module, file, memory.proofs)) {
    frames.push(frame);
    yield undefined;
  }
  return {
    ...{ module, file, frames, memory },
    used: new Set(),
    undecided: new Map(),
    tooHard: new Set(),
  };
}
