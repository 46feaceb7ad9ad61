import type { IToken, TokenType } from 'chevrotain';
import type { Stretch, SyntaxCode, SyntaxFinding } from '../messages.ts';
import { syntaxFinding } from '../messages.ts';

/** Findings beyond this number help nobody. */
const MOST_FINDINGS = 50;

/** A `{` of a block ends a statement with its `}`; one of a set (属于 {…}, = {…}) does not. */
export type BraceKind = 'block' | 'set';

interface OpenBrace {
  readonly kind: BraceKind;
  readonly at: number;
  readonly line: number;
  readonly indent: number;
}

interface ClosingBrace {
  readonly at: number;
  readonly line: number;
}

export type TokenTypes = Readonly<Record<string, TokenType>>;

/** One run of the scanner over one text; the only mutable thing of the scanner. */
export interface ScanState {
  readonly text: string;
  readonly types: TokenTypes;
  readonly tokens: IToken[];
  readonly hidden: IToken[];
  readonly findings: SyntaxFinding[];
  readonly braces: OpenBrace[];
  /** The next character, as a UTF-16 offset. */
  at: number;
  line: number;
  lineStart: number;
  /** The first token of the statement that is being read. */
  statementHead: string;
  /** The token before was the } of a block: its statement ends here, with or without a ; */
  closedBlock: boolean;
  /** The { whose } is probably missing, by its indentation. */
  suspect: OpenBrace | undefined;
  /** The } that is probably one too many: by its indentation, else the last one that closed everything. */
  suspectClose: ClosingBrace | undefined;
  outermostClose: ClosingBrace;
}

export function startScan(text: string, types: TokenTypes): ScanState {
  return {
    text,
    types,
    tokens: [],
    hidden: [],
    findings: [],
    braces: [],
    at: 0,
    line: 1,
    lineStart: 0,
    statementHead: '',
    closedBlock: false,
    suspect: undefined,
    suspectClose: undefined,
    outermostClose: { at: 0, line: 1 },
  };
}

/** The type of the token before; empty at the head of the text. */
export function previousType(state: ScanState): string {
  return state.tokens.at(-1)?.tokenType.name ?? '';
}

/** Appends a token that starts at `state.at`, and the `;` that a closed block implies before it. */
export function pushToken(state: ScanState, type: string, image: string): void {
  if (state.closedBlock) {
    state.closedBlock = false;
    if (type !== ';') pushImpliedEnd(state);
  } else if (type === ';' && previousType(state) === ';') {
    advance(state, image); // an empty statement
    return;
  }
  const before = previousType(state);
  if (before === '' || before === ';' || before === '{') state.statementHead = type;
  state.tokens.push(makeToken(state, type, image));
  advance(state, image);
}

export function pushHidden(state: ScanState, image: string): void {
  state.hidden.push(makeToken(state, 'COMMENT', image));
  advance(state, image);
}

/** The `;` that a brace implies: it has no place in the text, so no syntax node is made for it. */
export function pushImpliedEnd(state: ScanState): void {
  state.tokens.push(makeToken(state, ';', ''));
  state.closedBlock = false;
}

export function advance(state: ScanState, image: string): void {
  for (let i = image.indexOf('\n'); i >= 0; i = image.indexOf('\n', i + 1)) {
    state.line += 1;
    state.lineStart = state.at + i + 1;
  }
  state.at += image.length;
}

export function report<C extends SyntaxCode>(
  state: ScanState,
  code: C,
  params: Parameters<typeof syntaxFinding<C>>[1],
  from: number,
  to: number,
  hides?: Stretch,
): void {
  if (state.findings.length >= MOST_FINDINGS) return;
  const finding = syntaxFinding(code, params, from, Math.max(to, from + 1));
  state.findings.push(hides ? { ...finding, hides } : finding);
}

function makeToken(state: ScanState, type: string, image: string): IToken {
  const tokenType = state.types[type];
  if (tokenType?.tokenTypeIdx === undefined) throw new Error(`no token type ${type}`);
  const column = state.at - state.lineStart + 1;
  const newlines = image.split('\n').length - 1;
  return {
    image,
    tokenType,
    tokenTypeIdx: tokenType.tokenTypeIdx,
    startOffset: state.at,
    endOffset: state.at + image.length - 1,
    startLine: state.line,
    startColumn: column,
    endLine: state.line + newlines,
    endColumn: newlines ? image.length - image.lastIndexOf('\n') - 1 : column + image.length - 1,
  };
}
