import type { Range } from 'vscode-languageserver';
import type { CancellationToken, IPosition, Monaco, TextModel } from '../monaco/monaco-types.ts';
import type { ModelScheme } from './document-uri.ts';
import { pathOf, uriOf } from './document-uri.ts';
import type { Answer } from './json-rpc.ts';
import type { LanguageClient } from './language-client.ts';
import { toPosition } from './ranges.ts';

export const policyLanguage = 'tiaoli';

/** What every feature of the editor needs to ask the server and to show what it answers. */
export interface Bridge {
  readonly monaco: Monaco;
  readonly client: LanguageClient;
  /** Which models are its own: two editors may be alive in one page, and each answers for its own texts. */
  readonly selector: ModelSelector;
  /** Whether a document may be changed from here. */
  isEditable(path: string): boolean;
  /** The model of a document; made from what is stored where it is not open. Undefined for a document that is not there. */
  modelOf(uri: string): TextModel | undefined;
}

/** For registering a feature: the language, and the scheme of the models. */
export interface ModelSelector {
  readonly language: typeof policyLanguage;
  readonly scheme: ModelScheme;
}

export interface TextDocumentPlace {
  readonly textDocument: { readonly uri: string };
}

export function documentOf(model: TextModel): TextDocumentPlace {
  return { textDocument: { uri: uriOfModel(model) } };
}

export function placeOf(model: TextModel, position: IPosition) {
  return { ...documentOf(model), position: toPosition(position) };
}

/** The URI by which the server knows the document of a model. */
export function uriOfModel(model: TextModel): string {
  return uriOf(pathOf(model.uri.toString()) ?? model.uri.toString());
}

/** Asks about a document; undefined where there is no answer. */
export async function ask<T>(
  { client }: Bridge,
  method: string,
  params: unknown,
  token?: CancellationToken,
): Promise<T | undefined> {
  const answer: Answer<T | null> = await client.request<T | null>(method, params, token);
  return answer.kind === 'answer' ? (answer.value ?? undefined) : undefined;
}

export interface Location {
  readonly uri: string;
  readonly range: Range;
}
