import type { Diagnostic } from '@tiaoli/base';
import type { Module } from '@tiaoli/ir';
import { analyseDocument, analyseGaps, createMemory } from '@tiaoli/regions';
import type { Session } from './session.ts';
import { inPieces } from './turns.ts';

/** Milliseconds of work after which keys are let in. */
const PIECE = 20;

/** What the analyses said of a file, as long as the module that they looked at is the one of its text. */
const known = new WeakMap<Module, Map<string, readonly Diagnostic[]>>();

/** The findings of the analyses, once they are worked out; none before. */
export function lateFindingsIn(module: Module, path: string): readonly Diagnostic[] {
  return known.get(module)?.get(path) ?? [];
}

/** Works out what the analyses say of documents, between keys. */
export interface LateFindings {
  /** False when it was broken off because something changed meanwhile. */
  workOut(session: Session, path: string, isCurrent: () => boolean): Promise<boolean>;
}

export function createLateFindings(): LateFindings {
  // What was asked of one text is not asked again of the next, where it means the same.
  const memory = createMemory();
  return {
    workOut: async (session, path, isCurrent) => {
      const module = moduleOf(session, path);
      const analyse = module ? analyseDocument : analyseGaps;
      const asked = module ?? session.workspace.lowerWithoutRows(path)?.module;
      if (!asked || known.get(asked)?.has(path)) return true;
      const found = await inTurns(analyse(asked, path, memory), isCurrent);
      if (!found) return false;
      known.set(asked, new Map([...(known.get(asked) ?? []), [path, found]]));
      return true;
    },
  };
}

/** A document with an error is not compiled: what it means is not known yet. */
function moduleOf({ workspace }: Session, path: string): Module | undefined {
  const isBroken = workspace.findingsIn(path).some(({ severity }) => severity === 'error');
  return isBroken ? undefined : workspace.lower(path).module;
}

async function inTurns(
  analysis: Iterable<Diagnostic | undefined>,
  isCurrent: () => boolean,
): Promise<readonly Diagnostic[] | undefined> {
  const pieces = inPieces(PIECE);
  const found: Diagnostic[] = [];
  for (const each of analysis) {
    if (each) found.push(each);
    await pieces.next();
    if (!isCurrent()) return undefined;
  }
  return found;
}
