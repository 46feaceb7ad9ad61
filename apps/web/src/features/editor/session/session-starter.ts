import type { TextLanguage } from '@tiaoli/base';
import { loadMonaco } from '../monaco/load-monaco.ts';
import { fetchSources } from '../sources/source-api.ts';
import type { EditorHost } from './editor-host.ts';
import { createEditorHost } from './editor-host.ts';
import type { EditorSession, SessionTexts } from './editor-session.ts';
import { createEditorSession } from './editor-session.ts';

/** The session and the one editor in which it shows documents. */
export interface StartedEditor {
  readonly session: EditorSession;
  readonly host: EditorHost;
  /** What is said from now on, when the reader changes the language. */
  setTexts(language: TextLanguage, texts: SessionTexts): void;
}

let starting: Promise<StartedEditor> | undefined;

/**
 * Starts the editor once for the whole life of the page, so that nothing typed is lost while another page is shown. Rejects
 * when the server cannot be reached; then it may be called again.
 */
export function startEditor(language: TextLanguage, texts: SessionTexts): Promise<StartedEditor> {
  starting ??= start(language, texts).catch((error: unknown) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function start(language: TextLanguage, first: SessionTexts): Promise<StartedEditor> {
  const [monaco, answer] = await Promise.all([loadMonaco(language), fetchSources(undefined)]);
  if (answer.kind !== 'list') throw new Error('the list of sources cannot be had');
  const { sources, tag } = answer;
  let texts = first;
  const session = createEditorSession({ monaco, language, sources, tag, texts: () => texts });
  return {
    session,
    host: createEditorHost({
      ...{ monaco, scheme: 'tiaoli', insight: session.insight },
      open: session.documents.open,
    }),
    setTexts: (chosen, words) => {
      texts = words;
      session.setLanguage(chosen);
    },
  };
}
