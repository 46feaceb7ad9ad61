import type { languages } from 'monaco-editor/editor/editor.api.js';
import type {
  CompletionItem,
  CompletionList,
  CompletionItemKind as LspKind,
} from 'vscode-languageserver';
import type { IDisposable, IRange, Monaco, TextModel } from '../monaco/monaco-types.ts';
import type { Bridge } from './bridge.ts';
import { ask, placeOf } from './bridge.ts';
import { toMonacoRange } from './ranges.ts';

/** Kinds of the protocol by the names that Monaco gives them; the numbers differ. */
const kindNames = [
  ...['Text', 'Text', 'Method', 'Function', 'Constructor', 'Field', 'Variable', 'Class'],
  ...['Interface', 'Module', 'Property', 'Unit', 'Value', 'Enum', 'Keyword', 'Snippet', 'Color'],
  ...['File', 'Reference', 'Folder', 'EnumMember', 'Constant', 'Struct', 'Event', 'Operator'],
  'TypeParameter',
] as readonly (keyof Monaco['languages']['CompletionItemKind'])[];

const SNIPPET_FORMAT = 2;

/**
 * @param triggerCharacters after which names are offered without being asked for
 */
export function registerCompletion(
  bridge: Bridge,
  triggerCharacters: readonly string[],
): IDisposable {
  const { monaco } = bridge;
  return monaco.languages.registerCompletionItemProvider(bridge.selector, {
    triggerCharacters: [...triggerCharacters],
    provideCompletionItems: async (model, position, context, token) => {
      const answer = await ask<CompletionList | CompletionItem[]>(
        bridge,
        'textDocument/completion',
        {
          ...placeOf(model, position),
          context: { triggerKind: context.triggerKind + 1 },
        },
        token,
      );
      const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
      const range = wordRange(model, position);
      return {
        suggestions: items.map((item) => suggestionOf(monaco, item, range)),
        incomplete: !Array.isArray(answer) && answer?.isIncomplete === true,
      };
    },
  });
}

function wordRange(
  model: TextModel,
  position: { readonly lineNumber: number; readonly column: number },
): IRange {
  const word = model.getWordUntilPosition(position);
  return {
    startLineNumber: position.lineNumber,
    endLineNumber: position.lineNumber,
    startColumn: word.startColumn,
    endColumn: word.endColumn,
  };
}

function suggestionOf(
  { languages }: Monaco,
  item: CompletionItem,
  word: IRange,
): languages.CompletionItem {
  const { textEdit, documentation, labelDetails } = item;
  const edited = textEdit && 'range' in textEdit ? toMonacoRange(textEdit.range) : undefined;
  return {
    label: labelDetails ? { label: item.label, ...labelDetails } : item.label,
    kind: kindOf(languages, item.kind),
    insertText: textEdit?.newText ?? item.insertText ?? item.label,
    range: edited ?? word,
    ...(item.insertTextFormat === SNIPPET_FORMAT && {
      insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet,
    }),
    ...(item.detail !== undefined && { detail: item.detail }),
    ...(documentation !== undefined && { documentation: documentationOf(documentation) }),
    ...(item.sortText !== undefined && { sortText: item.sortText }),
    ...(item.filterText !== undefined && { filterText: item.filterText }),
    ...(item.preselect !== undefined && { preselect: item.preselect }),
    ...(item.commitCharacters && { commitCharacters: item.commitCharacters }),
    ...(item.deprecated && { tags: [languages.CompletionItemTag.Deprecated] }),
    ...(item.additionalTextEdits && {
      additionalTextEdits: item.additionalTextEdits.map(({ range, newText }) => ({
        range: toMonacoRange(range),
        text: newText,
      })),
    }),
  };
}

function kindOf(
  { CompletionItemKind }: Monaco['languages'],
  kind: LspKind | undefined,
): languages.CompletionItemKind {
  return CompletionItemKind[kindNames[kind ?? 0] ?? 'Text'];
}

function documentationOf(given: NonNullable<CompletionItem['documentation']>) {
  return typeof given === 'string' ? given : { value: given.value };
}
