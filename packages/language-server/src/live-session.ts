import type { DayNumber, TextLanguage } from '@tiaoli/base';
import type { LanguageWorkspace, Source } from '@tiaoli/language';
import { createLanguageWorkspace } from '@tiaoli/language';
import type { DocumentPaths } from './document-paths.ts';
import type { Session } from './session.ts';
import type { TextStore } from './text-store.ts';

/** A session whose documents change, and for whom and which day it answers. */
export interface LiveSession extends Session {
  /** How often the documents were linked: what was worked out at the same count still holds. */
  readonly revision: number;
  /** Links the newest texts. A defect of ours is told to `logDefect`, and costs the documents that met it only. */
  settle(): Promise<void>;
  setLanguage(language: TextLanguage): void;
  /** Without a day each document's newest version is shown. */
  setDay(day: DayNumber | undefined): void;
}

export interface SessionParts {
  readonly paths: DocumentPaths;
  readonly texts: TextStore;
  readonly logDefect: (where: string, error: unknown) => void;
  readonly createWorkspace?: () => LanguageWorkspace;
}

export function createLiveSession(parts: SessionParts): LiveSession {
  const { paths, texts, logDefect, createWorkspace = createLanguageWorkspace } = parts;
  const linked = new Map<string, string>();
  let workspace = createWorkspace();
  let revision = 0;
  let language: TextLanguage = 'zh';
  let day: DayNumber | undefined;

  const link = async (changed: readonly Source[], removed: readonly string[]): Promise<void> => {
    for (const path of removed) linked.delete(path);
    try {
      await workspace.update(changed, removed);
      for (const { path, text } of changed) linked.set(path, text);
    } catch (error) {
      logDefect('update', error);
      for (const { path } of changed) linked.delete(path);
      workspace = createWorkspace();
      await workspace.update([...linked].map(([path, text]) => ({ path, text })));
      // What cannot even be linked stays out until it is edited again.
      if (changed.length > 1) for (const each of changed) await link([each], []);
    }
  };

  return {
    get workspace() {
      return workspace;
    },
    get language() {
      return language;
    },
    get on() {
      return day;
    },
    get revision() {
      return revision;
    },
    textOf: (path) => linked.get(path),
    pathOf: paths.pathOf,
    uriOf: paths.uriOf,
    settle: async () => {
      const { changed, removed } = texts.takeChanges();
      if (changed.length + removed.length === 0) return;
      revision += 1;
      await link(changed, removed);
    },
    setLanguage: (chosen) => {
      language = chosen;
    },
    setDay: (chosen) => {
      day = chosen;
    },
  };
}
