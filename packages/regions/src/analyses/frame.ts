import type { DayNumber } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { Declaration, Definition, DocumentDeclaration, Module, Program } from '@tiaoli/ir';
import { isBelowEvent, referencesOf } from '@tiaoli/ir';
import type { Side } from '../claim.ts';
import type { Proofs } from '../proofs.ts';
import { createProofs } from '../proofs.ts';
import type { RegionSession } from '../session.ts';
import { analysisOf, openSessionWith, sideOf } from '../session.ts';
import { lastChange } from './last-change.ts';
import type { Meanings } from './meaning.ts';
import { createMeanings } from './meaning.ts';

/** A document as it holds in one place on the days of one version: what the analyses ask about. */
export interface Frame {
  readonly module: Module;
  /** Findings are made about what stands in this file. */
  readonly file: string;
  readonly side: Side;
  readonly program: Program;
  readonly session: RegionSession;
  readonly proofs: Proofs;
  readonly meanings: Meanings;
  /** Where it was bound for; undefined for the place of the document itself. */
  readonly place: string | undefined;
  /** A day on which it holds. */
  readonly day: DayNumber;
}

/** More versions than this of one document are not looked at one by one. */
const MOST_WINDOWS = 24;

/**
 * The frames of the file: the place of its own document first, then each place below that sets something; of each the
 * versions from the first on. Frames that are the same program are met once.
 */
export function* framesOf(
  module: Module,
  file: string,
  proofs: Proofs = createProofs(),
): Generator<Frame> {
  const document = documentOf(module, file);
  if (document?.effective.from === undefined) return;
  for (const place of [undefined, ...placesBelow(module, document)]) {
    yield* versionsOf(module, document, place, proofs);
  }
}

export function documentOf(module: Module, file: string): DocumentDeclaration | undefined {
  return module.declarations.find(
    (each): each is DocumentDeclaration => each.kind === 'document' && each.span.file === file,
  );
}

/** Places below that of the document for which something is set, or added, that does not hold in it. */
function placesBelow({ declarations }: Module, own: DocumentDeclaration): readonly string[] {
  const documents = declarations.filter((each) => each.kind === 'document');
  const parents = new Map(
    documents.flatMap(({ place, parent }) => (place === undefined ? [] : [[place, parent]])),
  );
  const isBelow = (place: string | undefined): boolean => {
    for (let above = place; above !== undefined; above = parents.get(above)) {
      if (above === own.place) return place !== own.place;
    }
    return own.place === undefined && place !== undefined;
  };
  const setting = new Set(
    declarations.flatMap((each) =>
      each.kind === 'fill' || each.kind === 'derogation' || each.kind === 'layer'
        ? [each.document]
        : [],
    ),
  );
  const below = documents.filter(({ id, place }) => setting.has(id) && isBelow(place));
  return [...new Set(below.flatMap(({ place }) => place ?? []))];
}

function* versionsOf(
  module: Module,
  { effective, span: { file } }: DocumentDeclaration,
  place: string | undefined,
  proofs: Proofs,
): Generator<Frame> {
  const refs = governingDates(module);
  const last = Math.min(effective.to ?? Number.MAX_SAFE_INTEGER, lastChange(module) ?? 0);
  let day = effective.from;
  for (let count = 0; day !== undefined && count < MOST_WINDOWS; count += 1) {
    const dates = Object.fromEntries(refs.map((ref) => [ref, day as DayNumber]));
    const { program } = bind(module, {
      dates,
      ...(place !== undefined && { jurisdiction: place }),
    });
    if (!program) return;
    yield frameOf({ module, file, place, day, proofs }, program);
    const ends = Object.values(program.validity).flatMap(({ to }) =>
      to === undefined ? [] : [to],
    );
    const next: DayNumber | undefined = ends.length === 0 ? undefined : Math.min(...ends) + 1;
    day = next === undefined || next <= day || next > last ? undefined : next;
  }
}

type FrameSource = Pick<Frame, 'module' | 'file' | 'place' | 'day' | 'proofs'>;

function frameOf(source: FrameSource, program: Program): Frame {
  const session = openSessionWith({ proofs: source.proofs }, program);
  const meanings = createMeanings(program);
  return { ...source, program, session, meanings, side: sideOf(program) };
}

/** The same frame for another program of the same claims. */
export function frameFor(frame: Frame, program: Program): Frame {
  return frameOf(frame, program);
}

/**
 * The frame in which records below the event (明细) are asked about as if each were an event of its own: what is asked
 * of a claim is asked of one record then.
 */
export function recordFrame(frame: Frame): Frame {
  const declarations = frame.program.declarations.map(
    (each): Declaration => (each.kind === 'entity' ? { ...each, order: [] } : each),
  );
  return frameFor(frame, { ...frame.program, declarations });
}

/** The definitions that stand in the file of the frame. */
export function ownDefinitions({ program, file }: Frame): readonly Definition[] {
  return program.definitions.filter(({ origin }) => origin.span.file === file);
}

export function isOfRecord({ entity }: Definition, { session, program }: Frame): boolean {
  return isBelowEvent(entity, analysisOf(session, program).index);
}

/** For each definition: those that read it. */
export function readersOf({ definitions }: Program): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>();
  for (const { id, body } of definitions) {
    for (const read of referencesOf(body).definitions) {
      const known = readers.get(read);
      if (known) known.push(id);
      else readers.set(read, [id]);
    }
  }
  return readers;
}

/** The frame in which a definition is asked about: for those of records, each record stands by itself. */
export function frameOfDefinition(definition: Definition, frame: Frame): Frame {
  if (!isOfRecord(definition, frame)) return frame;
  const known = recordFrames.get(frame) ?? recordFrame(frame);
  recordFrames.set(frame, known);
  return known;
}

const recordFrames = new WeakMap<Frame, Frame>();
