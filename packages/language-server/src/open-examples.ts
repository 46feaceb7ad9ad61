import type { ExampleRuns } from './example-runs.ts';
import type { LiveSession } from './live-session.ts';
import type { TextStore } from './text-store.ts';
import { inPieces, pause } from './turns.ts';

/** Milliseconds of running examples after which messages are let in. */
const PIECE = 25;

/** Milliseconds without a change before examples are run unasked. */
const PAUSE = 250;

export interface OpenExamplesParts {
  readonly session: LiveSession;
  readonly texts: TextStore;
  readonly runs: ExampleRuns;
}

/**
 * Runs the examples of open documents, so that their lenses show results of the newest text; broken off when the texts
 * change meanwhile.
 *
 * @returns whether any result is another than before
 */
export async function runOpenExamples(parts: OpenExamplesParts): Promise<boolean> {
  const { session, texts, runs } = parts;
  const { revision } = session;
  // One example of a very long document takes a while: a steady typist is not to wait for it.
  await pause(PAUSE);
  if (session.revision !== revision || texts.hasChanges()) return false;
  const pieces = inPieces(PIECE);
  let isNew = false;
  for (const path of texts.openPaths()) {
    for (const { name } of session.workspace.examples(path)) {
      await pieces.next();
      if (session.revision !== revision || texts.hasChanges()) return isNew;
      isNew = runs.runOne(session.workspace, path, name) || isNew;
    }
  }
  return isNew;
}
