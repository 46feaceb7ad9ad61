import type { IToken, TokenType } from 'chevrotain';
import type { Lexer, LexerResult } from 'langium';
import { findExcess } from '../guard.ts';
import type { SyntaxFinding } from '../messages.ts';
import { syntaxFinding } from '../messages.ts';
import { scan } from './scan.ts';

/** What the scanner finds, in the shape of Langium, with the finding itself beside it. */
export interface LexerFinding {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly finding: SyntaxFinding;
}

export function isLexerFinding(error: object): error is LexerFinding {
  return 'finding' in error;
}

/** The scanner as Langium's lexer; statements beyond the limits of the guard are left out and reported. */
export function createLexer(tokenTypes: readonly TokenType[]): Lexer {
  const definition = Object.fromEntries(tokenTypes.map((type) => [type.name, type]));
  return { definition, tokenize: (text) => tokenize(text, definition) };
}

function tokenize(text: string, definition: Record<string, TokenType>): LexerResult {
  const { tokens, hidden, findings } = scan(text, definition);
  const dropped = new Set<IToken>();
  const excess: SyntaxFinding[] = [];
  for (const { from, to, code, most } of findExcess(tokens)) {
    const range = tokens.slice(from, to);
    for (const token of range) dropped.add(token);
    const start = range[0]?.startOffset ?? 0;
    const end = (range.at(-1)?.endOffset ?? start) + 1;
    excess.push(syntaxFinding(code, { most }, start, end));
  }
  return {
    tokens: dropped.size === 0 ? tokens : tokens.filter((token) => !dropped.has(token)),
    hidden,
    errors: [...findings, ...excess].map((finding) => lexerFinding(finding, text)),
  };
}

function lexerFinding(finding: SyntaxFinding, text: string): LexerFinding {
  const before = text.slice(0, finding.from);
  return {
    offset: finding.from,
    length: finding.to - finding.from,
    line: before.split('\n').length,
    column: finding.from - before.lastIndexOf('\n'),
    message: finding.message.zh,
    finding,
  };
}
