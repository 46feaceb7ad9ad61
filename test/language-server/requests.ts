import { TextDocument } from 'vscode-languageserver-textdocument';

/** A request about one document, at an offset of its text. */
export interface TestRequest {
  readonly method: string;
  readonly params: (uri: string, text: string, offset: number) => object;
}

/** One of every kind that the server answers; the first one needs all findings of the document. */
export const requests: readonly TestRequest[] = [
  {
    method: 'textDocument/codeAction',
    params: (uri, text) => ({
      textDocument: { uri },
      range: rangeOf(text, 0, text.length),
      context: { diagnostics: [], only: ['quickfix'] },
    }),
  },
  {
    method: 'textDocument/codeAction',
    params: (uri, text) => ({
      textDocument: { uri },
      range: rangeOf(text, 0, 0),
      context: { diagnostics: [], only: ['source'] },
    }),
  },
  { method: 'textDocument/codeLens', params: (uri) => ({ textDocument: { uri } }) },
  { method: 'tiaoli/runExamples', params: (uri) => ({ uri }) },
];

function rangeOf(text: string, from: number, to: number) {
  const document = TextDocument.create('', '', 0, text);
  return { start: document.positionAt(from), end: document.positionAt(to) };
}
