import type { IToken } from 'chevrotain';
import type { LinkedFile } from '../link-documents.ts';
import { quantityOf, spellQuantity } from '../syntax/literals.ts';
import { wordByCanonical } from '../syntax/spellings.ts';
import { citedNames } from './cited-names.ts';
import type { NameRow } from './name-uses.ts';
import { nameUses } from './name-uses.ts';
import { scannedFile } from './scanned-text.ts';
import type { SymbolKind } from './symbol.ts';
import type { LinkedFiles } from './symbols.ts';

/** What a stretch of text is, for colouring: names by what they refer to. */
export type TokenKind =
  | Exclude<SymbolKind, 'place'>
  | 'keyword'
  | 'place'
  | 'number'
  | 'money'
  | 'rate'
  | 'date'
  | 'legal-text'
  | 'text'
  | 'comment'
  /** 未见, 示例 and other words that say how sure a value is. */
  | 'mark';

/** A stretch of one line. */
export interface SemanticToken {
  readonly kind: TokenKind;
  readonly isDeclaration: boolean;
  /** From 1. */
  readonly line: number;
  /** UTF-16 code units, from 1. */
  readonly column: number;
  readonly length: number;
}

/**
 * Every coloured stretch of a file, in the order of the text and without overlaps. Where the parser found no statement the
 * scanner still tells keywords, numbers, texts and comments.
 */
export function semanticTokens(linked: LinkedFile, files: LinkedFiles): readonly SemanticToken[] {
  const { tokens, hidden } = scannedFile(linked);
  const names = new Map<number, NameRow>();
  for (const row of [...nameUses(linked), ...citedNames(linked, files)]) {
    names.set(row.span.start.offset - (row.quotes === '' ? 0 : 1), row);
  }
  const found: SemanticToken[] = [];
  const texts = textKinds(tokens);
  for (const token of tokens) {
    const name = names.get(token.startOffset);
    const kind = name?.kind ?? texts.get(token) ?? kindOf(token);
    const isDeclaration = name?.role === 'declaration';
    if (kind !== undefined) push(found, token, kind, isDeclaration);
  }
  for (const comment of hidden) push(found, comment, 'comment', false);
  return found.sort((left, right) => left.line - right.line || left.column - right.column);
}

const marks: ReadonlySet<string> = new Set([
  'unseen',
  'illustrative',
  'inferred',
  'approximate',
  'paraphrase',
  'pending',
]);

function kindOf({ tokenType, image }: IToken): TokenKind | undefined {
  const { name } = tokenType;
  if (marks.has(name)) return 'mark';
  if (wordByCanonical.has(name)) return 'keyword';
  switch (name) {
    case 'QUANTITY':
      return quantityKind(image);
    case 'NUMBER':
      return 'number';
    case 'DATE':
    case 'YEAR':
    case 'MONTHDAY':
      return 'date';
    case 'CLAUSE':
      return 'clause';
    case 'LABEL':
      return 'label';
    case 'DOCNO':
    case 'IDENTIFIER':
      return 'document';
    case 'ROUNDING':
      return 'keyword';
    case 'CODE':
      return 'builtin';
    default:
      return undefined;
  }
}

function quantityKind(image: string): TokenKind {
  const unit = quantityOf(spellQuantity(image, 'zh'))?.kind;
  if (unit === 'money') return 'money';
  return unit === 'rate' || unit === 'points' ? 'rate' : 'number';
}

/** Behind a clause and behind 出处 a text is quoted from the source; further paragraphs follow it directly. */
function textKinds(tokens: readonly IToken[]): ReadonlyMap<IToken, TokenKind> {
  const kinds = new Map<IToken, TokenKind>();
  tokens.forEach((token, index) => {
    if (token.tokenType.name !== 'TEXT') return;
    const before = tokens[index - 1];
    const isLegal = before ? kinds.get(before) === 'legal-text' : false;
    const opens = before && opensLegalText(before, tokens[index - 2]);
    kinds.set(token, isLegal || opens ? 'legal-text' : 'text');
  });
  return kinds;
}

function opensLegalText(before: IToken, first: IToken | undefined): boolean {
  const { name } = before.tokenType;
  const isClauseName = name === 'QNAME' && first?.tokenType.name === 'article';
  return name === 'source' || name === 'CLAUSE' || isClauseName;
}

/** Editors want no token over a line end. */
function push(
  found: SemanticToken[],
  { image, startLine = 1, startColumn = 1 }: IToken,
  kind: TokenKind,
  isDeclaration: boolean,
): void {
  image.split('\n').forEach((text, index) => {
    const length = text.replace(/\r$/, '').length;
    const column = index === 0 ? startColumn : 1;
    if (length > 0) found.push({ kind, isDeclaration, line: startLine + index, column, length });
  });
}
