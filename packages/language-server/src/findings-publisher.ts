import type { Diagnostic as Finding } from '@tiaoli/base';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { findingsOf } from './findings-of.ts';
import { createLateFindings } from './late-findings.ts';
import type { LiveSession } from './live-session.ts';
import { lspDiagnostic } from './lsp-diagnostics.ts';
import type { TextStore } from './text-store.ts';
import { inPieces, nextTurn } from './turns.ts';

/** Milliseconds without a key before the newest text is checked, and the most that a steady typist waits. */
const QUIET = 40;
const LONGEST = 400;

/** Milliseconds of work on other documents after which messages are let in. */
const PIECE = 25;

export interface PublisherParts {
  readonly session: LiveSession;
  readonly texts: TextStore;
  /** When stored documents have been read: before it, names would be missing. */
  readonly loaded: () => Promise<void>;
  readonly publish: (params: PublishDiagnosticsParams) => Promise<void>;
  readonly logDefect: (where: string, error: unknown) => void;
  /** When all findings of the newest texts are told, and nothing has changed since. */
  readonly onQuiet: () => Promise<void>;
}

/** Tells findings of open documents always, and of the others what an edit has changed. */
export interface FindingsPublisher {
  /** Something changed: the findings are told when it has been quiet for a moment. */
  schedule(): void;
  /** Nothing is told from now on. */
  stop(): void;
}

export function createFindingsPublisher(parts: PublisherParts): FindingsPublisher {
  const told = createToldFindings(parts);
  const late = createLateFindings();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | undefined;
  let round = 0;

  const run = async (): Promise<void> => {
    // Keys that were typed while the last check ran come first: the newest text wins.
    const mine = round;
    await parts.loaded();
    await nextTurn();
    if (mine !== round) return;
    waitingSince = undefined;
    await parts.session.settle();
    const isCurrent = (): boolean => mine === round;
    if ((await told.tellAll(isCurrent)) && isCurrent()) await parts.onQuiet();
    for (const path of parts.texts.openPaths()) {
      if (!isCurrent() || !(await late.workOut(parts.session, path, isCurrent))) return;
      await told.tell(path);
    }
  };
  return {
    schedule: () => {
      round += 1;
      waitingSince ??= performance.now();
      const left = LONGEST - (performance.now() - waitingSince);
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          run().catch((error: unknown) => parts.logDefect('findings', error));
        },
        Math.max(0, Math.min(QUIET, left)),
      );
    },
    stop: () => {
      round += 1;
      clearTimeout(timer);
    },
  };
}

interface ToldFindings {
  /** Tells what is known of one document now. */
  tell(path: string): Promise<void>;
  /** False when it was broken off because something changed meanwhile. */
  tellAll(isCurrent: () => boolean): Promise<boolean>;
}

/** What an editor shows of a document, so that it is told changes only. */
function createToldFindings({ session, texts, publish, logDefect }: PublisherParts): ToldFindings {
  const told = new Map<string, string>();
  /** What is wrong with documents, told or not: at first what was wrong with them before anybody edited. */
  const known = new Map<string, string>();

  const findingsIn = (path: string): readonly Finding[] => {
    try {
      return findingsOf(session, path, (other) => texts.versionOf(other) !== undefined);
    } catch (error) {
      logDefect(`findings of ${path}`, error);
      return [];
    }
  };
  const tell = async (path: string): Promise<void> => {
    const version = texts.versionOf(path);
    const found = findingsIn(path);
    const content = JSON.stringify(found);
    const key = `${session.language} ${version ?? ''} ${content}`;
    if (told.get(path) === key) return;
    const before = known.get(path);
    known.set(path, content);
    const isBroken = before === undefined ? isBrokenByEdit(found) : before !== content;
    if (version === undefined && !told.has(path) && !isBroken) return;
    told.set(path, key);
    const diagnostics = found.map((each) => lspDiagnostic(each, session));
    const uri = session.uriOf(path);
    await publish({ uri, diagnostics, ...(version !== undefined && { version }) });
  };
  /** Before the first look at a document: an edit may have come in between already. */
  const isBrokenByEdit = (found: readonly Finding[]): boolean =>
    texts.isEdited() && found.some(({ severity }) => severity === 'error');
  const withdraw = async (path: string): Promise<void> => {
    told.delete(path);
    await publish({ uri: session.uriOf(path), diagnostics: [] });
  };
  return {
    tell,
    tellAll: async (isCurrent) => {
      const paths = texts.paths();
      const open = new Set(texts.openPaths());
      for (const path of told.keys()) if (!paths.includes(path)) await withdraw(path);
      for (const path of open) await tell(path);
      const pieces = inPieces(PIECE);
      for (const path of paths) {
        if (open.has(path)) continue;
        await pieces.next();
        if (!isCurrent()) return false;
        await tell(path);
      }
      return true;
    },
  };
}
