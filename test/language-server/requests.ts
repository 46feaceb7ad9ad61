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
  { method: 'tiaoli/clauses', params: (uri) => ({ uri }) },
  { method: 'tiaoli/differences', params: (uri, text) => ({ uri, before: `一行\n${text}` }) },
  { method: 'tiaoli/runExamples', params: (uri) => ({ uri }) },
  // Behind it, because the lenses show what came of the last run.
  { method: 'textDocument/codeLens', params: (uri) => ({ textDocument: { uri } }) },
  { method: 'textDocument/completion', params: place },
  { method: 'textDocument/definition', params: place },
  { method: 'textDocument/documentHighlight', params: place },
  { method: 'textDocument/documentSymbol', params: (uri) => ({ textDocument: { uri } }) },
  { method: 'textDocument/foldingRange', params: (uri) => ({ textDocument: { uri } }) },
  {
    method: 'textDocument/formatting',
    params: (uri) => ({ textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } }),
  },
  { method: 'textDocument/hover', params: place },
  {
    method: 'textDocument/inlayHint',
    params: (uri, text) => ({ textDocument: { uri }, range: rangeOf(text, 0, text.length) }),
  },
  { method: 'textDocument/prepareRename', params: place },
  {
    method: 'textDocument/references',
    params: (uri, text, offset) => ({
      ...place(uri, text, offset),
      context: { includeDeclaration: true },
    }),
  },
  {
    method: 'textDocument/rename',
    params: (uri, text, offset) => ({ ...place(uri, text, offset), newName: '另一个名称' }),
  },
  { method: 'textDocument/semanticTokens/full', params: (uri) => ({ textDocument: { uri } }) },
];

function place(uri: string, text: string, offset: number) {
  return { textDocument: { uri }, position: rangeOf(text, offset, offset).start };
}

function rangeOf(text: string, from: number, to: number) {
  const document = TextDocument.create('', '', 0, text);
  return { start: document.positionAt(from), end: document.positionAt(to) };
}
