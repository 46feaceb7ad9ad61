import type { Completion, SymbolKind } from '@tiaoli/language';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Session } from '../session.ts';
import { filterText } from './pinyin.ts';
import type { PositionParams } from './places.ts';
import { placeAt } from './places.ts';

const kinds: Readonly<Record<SymbolKind | 'keyword' | 'construct' | 'value', CompletionItemKind>> =
  {
    accumulator: CompletionItemKind.Variable,
    builtin: CompletionItemKind.Function,
    catalogue: CompletionItemKind.Struct,
    clause: CompletionItemKind.Reference,
    column: CompletionItemKind.Field,
    construct: CompletionItemKind.Snippet,
    definition: CompletionItemKind.Variable,
    document: CompletionItemKind.File,
    entity: CompletionItemKind.Struct,
    enumeration: CompletionItemKind.Enum,
    example: CompletionItemKind.Event,
    group: CompletionItemKind.Enum,
    input: CompletionItemKind.Property,
    keyword: CompletionItemKind.Keyword,
    label: CompletionItemKind.Reference,
    layer: CompletionItemKind.Class,
    member: CompletionItemKind.EnumMember,
    metric: CompletionItemKind.Event,
    watchlist: CompletionItemKind.Event,
    output: CompletionItemKind.Property,
    parameter: CompletionItemKind.Constant,
    place: CompletionItemKind.Module,
    pool: CompletionItemKind.Variable,
    service: CompletionItemKind.Interface,
    'share-part': CompletionItemKind.Field,
    value: CompletionItemKind.Value,
    waterfall: CompletionItemKind.Class,
  };

/** Characters behind which an editor asks by itself, besides letters. */
export const completionTriggers: readonly string[] = ['.', '「', '：', ':', '{', '[', '、'];

/**
 * `textDocument/completion`: everything that may stand at the cursor. The editor narrows the list while one types, by the
 * name itself, by pinyin, by initials, by the English name.
 */
export function findCompletions(session: Session, params: PositionParams): CompletionList {
  const place = placeAt(session, params);
  const found = place && session.workspace.editor.completionsAt(place.path, place.offset);
  const text = place && session.textOf(place.path);
  if (!found || text === undefined) return { isIncomplete: false, items: [] };
  const document = TextDocument.create('', '', 0, text);
  const range = { start: document.positionAt(found.from), end: document.positionAt(found.to) };
  const items = found.items.map((item, index): CompletionItem => {
    const detail = detailOf(item, session);
    return {
      label: item.label,
      kind: kinds[item.kind],
      ...(detail !== '' && { detail }),
      ...(item.document !== undefined && { labelDetails: { description: item.document } }),
      filterText: filterText(item.label, item.alias),
      sortText: `${item.rank}${String(index).padStart(6, '0')}`,
      textEdit: { range, newText: item.insert },
      ...(item.kind === 'construct' && { insertTextFormat: InsertTextFormat.Snippet }),
    };
  });
  return { isIncomplete: false, items };
}

function detailOf({ detail, document }: Completion, { language }: Session): string {
  const parts = [detail[language], document];
  return parts.filter((part) => part !== undefined && part !== '').join(' — ');
}
