import type { IToken, TokenType } from 'chevrotain';
import { MismatchedTokenException, tokenMatcher } from 'chevrotain';
import type { LangiumParser } from 'langium';
import { findingOfMessage, messageOfFinding } from './parser-messages.ts';
import { refineFinding } from './refine-finding.ts';

/** An exception of Chevrotain. */
interface ParserError extends Error {
  readonly token?: IToken;
}

/** The parts of Chevrotain's recovery that are replaced; protected there, but their names are stable since version 6. */
interface RecoveringParser {
  readonly input: readonly IToken[];
  flattenFollowSet(): TokenType[];
  findReSyncTokenType(): TokenType;
  reSyncTo(type: TokenType): IToken[];
  LA(offset: number): IToken;
  SKIP_TOKEN(): IToken;
  SAVE_ERROR(error: ParserError): ParserError;
  tryInRuleRecovery(expected: TokenType, follows: TokenType[]): IToken;
  canRecoverWithSingleTokenInsertion(expected: TokenType, follows: TokenType[]): boolean;
  getTokenToInsert(expected: TokenType): IToken;
  tryInRepetitionRecovery(
    again: (...args: unknown[]) => unknown,
    args: unknown[],
    lookahead: () => boolean,
    expected: TokenType,
  ): void;
  errorMessageProvider: {
    buildMismatchTokenMessage(options: {
      expected: TokenType;
      actual: IToken;
      previous: IToken;
      ruleName: string;
    }): string;
  };
}

/**
 * After a mistake the parser goes on behind the whole statement, not inside its block: a `;` within a `{ … }` that the
 * mistake left unopened is no end of the statement. Where the braces do not balance, Chevrotain's own way is taken.
 */
export function skipWholeStatements(parser: LangiumParser): LangiumParser {
  const { wrapper } = parser as unknown as { wrapper: RecoveringParser };
  resynchronizeOutsideBlocks(wrapper);
  insertOnlyMissingBraces(wrapper);
  skipRestOfStatement(wrapper);
  skipUnknownStatements(wrapper);
  refineMessages(wrapper);
  return parser;
}

const tokenIndexes = new WeakMap<readonly IToken[], ReadonlyMap<IToken, number>>();

/** Made once for a text with mistakes: to search for each of thousands would take quadratic time. */
function indexesOf(tokens: readonly IToken[]): ReadonlyMap<IToken, number> {
  const known = tokenIndexes.get(tokens);
  if (known) return known;
  const indexes = new Map(tokens.map((token, index) => [token, index]));
  tokenIndexes.set(tokens, indexes);
  return indexes;
}

/** The parser words a message of two tokens; here all of them are known. */
function refineMessages(wrapper: RecoveringParser): void {
  const saveByDefault = wrapper.SAVE_ERROR;
  wrapper.SAVE_ERROR = function saveError(this: RecoveringParser, error: ParserError) {
    const finding = findingOfMessage(error.message);
    const index = error.token && indexesOf(this.input).get(error.token);
    if (finding && index !== undefined) {
      error.message = messageOfFinding(refineFinding(finding, this.input, index));
    }
    return saveByDefault.call(this, error);
  };
}

function resynchronizeOutsideBlocks(wrapper: RecoveringParser): void {
  const findByDefault = wrapper.findReSyncTokenType;
  const skipByDefault = wrapper.reSyncTo;
  let toSkip: number | undefined;
  wrapper.findReSyncTokenType = function findReSyncTokenType(this: RecoveringParser) {
    const found = nextFollowToken(this);
    toSkip = found?.distance;
    return found?.type ?? findByDefault.call(this);
  };
  wrapper.reSyncTo = function reSyncTo(this: RecoveringParser, type: TokenType) {
    if (toSkip === undefined) return skipByDefault.call(this, type);
    const skipped = Array.from({ length: toSkip }, () => this.SKIP_TOKEN());
    toSkip = undefined;
    return skipped.slice(0, -1);
  };
}

/** The next token outside nested blocks that one of the open rules can go on with. */
function nextFollowToken(
  parser: RecoveringParser,
): { type: TokenType; distance: number } | undefined {
  const follow = parser.flattenFollowSet();
  let depth = 0;
  for (let offset = 1; ; offset += 1) {
    const token = parser.LA(offset);
    const { name } = token.tokenType;
    if (name === 'EOF') return undefined;
    const type = depth === 0 && name !== '{' && follow.find((each) => tokenMatcher(token, each));
    if (type) return { type, distance: offset - 1 };
    if (name === '{') depth += 1;
    else if (name === '}' && depth > 0) depth -= 1;
  }
}

/**
 * A `{` is taken as written only where the file lacks one: else the header was broken, and a block opened too early would
 * swallow the statements behind it.
 */
function insertOnlyMissingBraces(wrapper: RecoveringParser): void {
  const canInsertByDefault = wrapper.canRecoverWithSingleTokenInsertion;
  wrapper.canRecoverWithSingleTokenInsertion = function canRecoverWithSingleTokenInsertion(
    this: RecoveringParser,
    expected: TokenType,
    follows: TokenType[],
  ) {
    const isMissing = expected.name !== '{' || lacksOpeningBrace(this.input);
    return isMissing && canInsertByDefault.call(this, expected, follows);
  };
}

const braceBalances = new WeakMap<readonly IToken[], boolean>();

function lacksOpeningBrace(tokens: readonly IToken[]): boolean {
  const known = braceBalances.get(tokens);
  if (known !== undefined) return known;
  const count = (name: string) => tokens.filter(({ tokenType }) => tokenType.name === name).length;
  const lacks = count('{') < count('}');
  braceBalances.set(tokens, lacks);
  return lacks;
}

/** Where a statement should have ended, what is left of it is skipped, so that its block goes on behind it. */
function skipRestOfStatement(wrapper: RecoveringParser): void {
  const recoverByDefault = wrapper.tryInRuleRecovery;
  wrapper.tryInRuleRecovery = function tryInRuleRecovery(
    this: RecoveringParser,
    expected: TokenType,
    follows: TokenType[],
  ) {
    const isEnd = expected.name === ';';
    if (!isEnd || this.canRecoverWithSingleTokenInsertion(expected, follows)) {
      return recoverByDefault.call(this, expected, follows);
    }
    skipStatement(this);
    return this.getTokenToInsert(expected);
  };
}

/** A statement that starts with an unknown word is left out as a whole, up to its `;`. */
function skipUnknownStatements(wrapper: RecoveringParser): void {
  const recoverByDefault = wrapper.tryInRepetitionRecovery;
  wrapper.tryInRepetitionRecovery = function tryInRepetitionRecovery(
    this: RecoveringParser,
    again,
    args,
    lookahead,
    expected,
  ) {
    const previous = this.LA(0);
    if (!isUnknownStatement(previous, this.LA(1), expected)) {
      withPrevious(this, previous, () =>
        recoverByDefault.call(this, again, args, lookahead, expected),
      );
      return;
    }
    // A loop, because `again` comes back here: thousands of such statements would overflow the stack.
    while (!lookahead.call(this) && isUnknownStatement(this.LA(0), this.LA(1), expected)) {
      saveMismatch(this, expected);
      skipStatement(this);
    }
    again.apply(this, args);
  };
}

function saveMismatch(parser: RecoveringParser, expected: TokenType): void {
  const [previous, actual] = [parser.LA(0), parser.LA(1)];
  const message = parser.errorMessageProvider.buildMismatchTokenMessage({
    expected,
    actual,
    previous,
    ruleName: '',
  });
  parser.SAVE_ERROR(new MismatchedTokenException(message, actual, previous));
}

/** Chevrotain words its message after it has skipped tokens, and then takes the last skipped one for the token before. */
function withPrevious(parser: RecoveringParser, previous: IToken, recover: () => void): void {
  const provider = parser.errorMessageProvider;
  parser.errorMessageProvider = {
    ...provider,
    buildMismatchTokenMessage: (options) =>
      provider.buildMismatchTokenMessage({ ...options, previous }),
  };
  try {
    recover();
  } finally {
    parser.errorMessageProvider = provider;
  }
}

const statementStarts = new Set([';', '{', 'EOF']);

function isUnknownStatement(previous: IToken, actual: IToken, expected: TokenType): boolean {
  const closes = expected.name === '}' || expected.name === 'EOF';
  const goesOn = actual.tokenType.name !== '}' && actual.tokenType.name !== 'EOF';
  return closes && goesOn && statementStarts.has(previous.tokenType.name);
}

function skipStatement(parser: RecoveringParser): void {
  let depth = 0;
  for (;;) {
    const { name } = parser.LA(1).tokenType;
    if (name === 'EOF' || (name === '}' && depth === 0)) return;
    if (name === '{') depth += 1;
    else if (name === '}') depth -= 1;
    parser.SKIP_TOKEN();
    if (name === ';' && depth === 0) return;
  }
}
