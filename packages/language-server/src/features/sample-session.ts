import type { DayNumber, TextLanguage } from '@tiaoli/base';
import type { Source } from '@tiaoli/language';
import { createLanguageWorkspace } from '@tiaoli/language';
import type { Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Session } from '../session.ts';
import type { PositionParams } from './places.ts';

/** For tests: a session over texts, and positions in them found by what stands there. */
export interface SampleSession extends Session {
  /** The position `marker` begins at, `by` characters further; throws on a slip of the test. */
  at(path: string, marker: string, by?: number): PositionParams;
  document(path: string): { readonly textDocument: { readonly uri: string } };
  change(source: Source): Promise<void>;
}

const SCHEME = 'test:///';

export async function openSession(
  sources: readonly Source[],
  { language = 'zh', on }: { readonly language?: TextLanguage; readonly on?: DayNumber } = {},
): Promise<SampleSession> {
  const workspace = createLanguageWorkspace();
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  await workspace.update(sources);
  const uriOf = (path: string): string => `${SCHEME}${path}`;
  return {
    workspace,
    language,
    ...(on !== undefined && { on }),
    textOf: (path) => texts.get(path),
    pathOf: (uri) => uri.slice(SCHEME.length),
    uriOf,
    at: (path, marker, by = 0) => ({
      textDocument: { uri: uriOf(path) },
      position: positionOf(texts.get(path) ?? '', marker, by),
    }),
    document: (path) => ({ textDocument: { uri: uriOf(path) } }),
    change: async (source) => {
      texts.set(source.path, source.text);
      await workspace.update([source]);
    },
  };
}

function positionOf(text: string, marker: string, by: number): Position {
  const offset = text.indexOf(marker);
  if (offset < 0) throw new Error(`the text lacks ${marker}`);
  return TextDocument.create('', '', 0, text).positionAt(offset + by);
}
