import type { SymbolKind as NameKind, OutlineEntry, OutlineKind } from '@tiaoli/language';
import type { DocumentSymbol } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import type { Session } from '../session.ts';
import { rangeOf } from '../text-range.ts';
import type { TextDocumentParams } from './places.ts';

/** What an editor draws beside a name. */
export const symbolKinds: Readonly<Record<OutlineKind | NameKind, SymbolKind>> = {
  accumulator: SymbolKind.Variable,
  builtin: SymbolKind.Function,
  catalogue: SymbolKind.Object,
  clause: SymbolKind.Namespace,
  column: SymbolKind.Field,
  definition: SymbolKind.Function,
  document: SymbolKind.File,
  entity: SymbolKind.Struct,
  enumeration: SymbolKind.Enum,
  example: SymbolKind.Event,
  group: SymbolKind.Array,
  input: SymbolKind.Property,
  label: SymbolKind.Key,
  layer: SymbolKind.Class,
  member: SymbolKind.EnumMember,
  metric: SymbolKind.Event,
  output: SymbolKind.Interface,
  parameter: SymbolKind.Constant,
  place: SymbolKind.Package,
  pool: SymbolKind.Variable,
  rule: SymbolKind.Object,
  service: SymbolKind.Interface,
  'share-part': SymbolKind.Field,
  watchlist: SymbolKind.Event,
  waterfall: SymbolKind.Method,
};

/** `textDocument/documentSymbol`: the outline. */
export function findDocumentSymbols(
  session: Session,
  { textDocument }: TextDocumentParams,
): DocumentSymbol[] {
  return session.workspace.editor.outline(session.pathOf(textDocument.uri)).map(symbolOf);
}

function symbolOf({ kind, name, detail, span, nameSpan, children }: OutlineEntry): DocumentSymbol {
  return {
    name,
    detail,
    kind: symbolKinds[kind],
    range: rangeOf(span),
    selectionRange: rangeOf(nameSpan),
    children: children.map(symbolOf),
  };
}
