import type { TokenKind } from '@tiaoli/language';
import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import type { Session } from '../session.ts';
import type { TextDocumentParams } from './places.ts';

/** How a kind is told to the editor: types that any theme knows, with modifiers that ours tells apart. */
interface TokenRow {
  readonly type: string;
  readonly modifiers?: readonly string[];
}

/** The one table of token types. */
export const tokenTable: Readonly<Record<TokenKind, TokenRow>> = {
  accumulator: { type: 'variable', modifiers: ['accumulator'] },
  builtin: { type: 'macro' },
  catalogue: { type: 'struct', modifiers: ['catalogue'] },
  clause: { type: 'label', modifiers: ['clause'] },
  column: { type: 'property', modifiers: ['column'] },
  comment: { type: 'comment' },
  date: { type: 'number', modifiers: ['date'] },
  definition: { type: 'function' },
  document: { type: 'namespace' },
  entity: { type: 'struct' },
  enumeration: { type: 'enum' },
  example: { type: 'event' },
  group: { type: 'enum', modifiers: ['group'] },
  input: { type: 'property' },
  keyword: { type: 'keyword' },
  label: { type: 'label' },
  layer: { type: 'class' },
  'legal-text': { type: 'string', modifiers: ['legal'] },
  mark: { type: 'decorator' },
  member: { type: 'enumMember' },
  money: { type: 'number', modifiers: ['money'] },
  number: { type: 'number' },
  metric: { type: 'event' },
  watchlist: { type: 'event' },
  output: { type: 'interface' },
  parameter: { type: 'parameter' },
  place: { type: 'namespace', modifiers: ['place'] },
  pool: { type: 'variable', modifiers: ['pool'] },
  rate: { type: 'number', modifiers: ['rate'] },
  service: { type: 'interface' },
  'share-part': { type: 'property', modifiers: ['share'] },
  text: { type: 'string' },
  waterfall: { type: 'class', modifiers: ['waterfall'] },
};

const rows = Object.values(tokenTable);
const tokenTypes = [...new Set(rows.map(({ type }) => type))];
const tokenModifiers = [
  ...new Set(['declaration', ...rows.flatMap(({ modifiers }) => modifiers ?? [])]),
];

/** What the numbers in the answers below mean. */
export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes, tokenModifiers };

const typeNumbers = new Map(tokenTypes.map((type, index) => [type, index]));
const modifierBits = new Map(tokenModifiers.map((modifier, index) => [modifier, 1 << index]));

/** `textDocument/semanticTokens/full`. */
export function findSemanticTokens(
  session: Session,
  { textDocument }: TextDocumentParams,
): SemanticTokens {
  const tokens = session.workspace.editor.semanticTokens(session.pathOf(textDocument.uri));
  const numbers: number[] = [];
  let line = 1;
  let column = 1;
  for (const token of tokens) {
    const { type, modifiers = [] } = tokenTable[token.kind];
    const all = token.isDeclaration ? ['declaration', ...modifiers] : modifiers;
    const bits = all.reduce((sum, modifier) => sum | (modifierBits.get(modifier) ?? 0), 0);
    if (token.line !== line) column = 1;
    numbers.push(token.line - line, token.column - column, token.length);
    numbers.push(typeNumbers.get(type) ?? 0, bits);
    line = token.line;
    column = token.column;
  }
  return { data: numbers };
}
