import type { LocalText } from '@tiaoli/base';
import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain';
import { tokenMatcher } from 'chevrotain';
import { conditionSlip } from './condition-words.ts';
import type { SyntaxCode, SyntaxFinding } from './messages.ts';
import { syntaxFinding } from './messages.ts';
import { guessWord } from './slips.ts';
import {
  canonicalBySpelling,
  reservedSpellings,
  spell,
  wordByCanonical,
  words,
} from './spellings.ts';

/**
 * The parser hands a message over as a string, so the finding travels inside it as JSON; `findingOfMessage` takes it out.
 * Offsets of 0 stand for the token of the parser's error.
 */
export function createParserMessages(): IParserErrorMessageProvider {
  return {
    buildMismatchTokenMessage: ({ expected, actual, previous }) =>
      messageOfFinding(mismatch(expected, actual, previous)),
    buildNotAllInputParsedMessage: ({ firstRedundant }) =>
      messageOfFinding(redundant(firstRedundant)),
    buildNoViableAltMessage: ({ expectedPathsPerAlt, actual, previous }) =>
      messageOfFinding(noAlternative(expectedPathsPerAlt.flat(), actual, previous)),
    buildEarlyExitMessage: ({ expectedIterationPaths, actual, previous }) =>
      messageOfFinding(unexpected(actual[0], previous, distinct(expectedIterationPaths.flat()))),
  };
}

/** The finding inside a message of the parser; undefined for a message that Chevrotain made on its own. */
export function findingOfMessage(message: string): SyntaxFinding | undefined {
  return message.startsWith('{') ? (JSON.parse(message) as SyntaxFinding) : undefined;
}

/** The string that `findingOfMessage` reads. */
export function messageOfFinding(finding: SyntaxFinding): string {
  return JSON.stringify(finding);
}

function say<C extends SyntaxCode>(
  code: C,
  params: Parameters<typeof syntaxFinding<C>>[1],
): SyntaxFinding {
  return syntaxFinding(code, params, 0, 0);
}

/** The finding at a token of its own, not at that of the parser's error. */
function at(token: IToken, finding: SyntaxFinding): SyntaxFinding {
  const from = token.startOffset;
  return { ...finding, from, to: from + Math.max(1, token.image.length) };
}

/** Where several tokens are read ahead, the mistake is at the first one that no alternative goes on with. */
function noAlternative(
  paths: readonly TokenType[][],
  actual: readonly IToken[],
  previous: IToken,
): SyntaxFinding {
  let alive = paths;
  let before = previous;
  for (const [index, token] of actual.entries()) {
    const goingOn = alive.filter((path) => path[index] && tokenMatcher(token, path[index]));
    if (goingOn.length === 0) {
      const finding = unexpected(token, before, distinct(alive.map((path) => path[index])));
      return index === 0 ? finding : at(token, finding);
    }
    alive = goingOn;
    before = token;
  }
  return unexpected(actual[0], previous, distinct(paths.map((path) => path[0])));
}

const everyWord: ReadonlySet<string> = new Set(words.map((word) => word.canonical));
const nameTypes = new Set(['ID', 'QNAME']);
const listEnds = new Set(['}', ')', ';']);

function mismatch(expected: TokenType, actual: IToken, previous: IToken): SyntaxFinding {
  const found = shown(actual);
  const after = previous.image;
  if (actual.tokenType.name === 'document' && expected.name === 'EOF') {
    return say('second-document', {});
  }
  if (expected.name === 'EOF') return redundant(actual);
  if (isBlankCell(actual, previous)) return at(previous, say('blank-cell', {}));
  const habit = habitOf(expected, actual, previous);
  if (habit) return habit;
  if (expected.name === ';') return missingEnd(actual, previous);
  if (nameTypes.has(expected.name) && isReserved(actual)) {
    return say('reserved-word', { word: actual.image });
  }
  if (expected.name === '}' && startsStatement(previous)) return unknownStatement(actual);
  if (expected.name === '{') return say('missing-brace', { after, found });
  if (listEnds.has(expected.name) && isNameLike(actual) && isNameLike(previous)) {
    return say('missing-separator', { after, found });
  }
  if (expected.name === ':' && actual.tokenType.name !== '}' && after !== '') {
    return say('missing-colon', { after, found });
  }
  const guess = guessed(actual, new Set([expected.name]));
  return guess ?? say('expected-token', { expected: called(expected), found });
}

/** Habits of other texts, known by the two tokens at the mistake. */
function habitOf(expected: TokenType, actual: IToken, previous: IToken): SyntaxFinding | undefined {
  const after = previous.image;
  const found = actual.tokenType.name;
  if (expected.name === 'over') return say('exception-without-base', { name: after });
  const isNumbered = previous.tokenType.name === 'CLAUSE' || nameTypes.has(previous.tokenType.name);
  if (found === ':' && (expected.name === '{' || (expected.name === ';' && isNumbered))) {
    return say('extra-colon', { mark: actual.image, after });
  }
  const isGlued = (previous.endOffset ?? 0) + 1 === actual.startOffset;
  if (expected.name === ':' && found === 'QUANTITY' && isGlued) {
    return at(previous, say('number-in-name', { name: after + actual.image }));
  }
  return conditionHabit(actual, previous);
}

/** 就医地 等于 跨省: a word of elsewhere behind a value. */
function conditionHabit(actual: IToken, previous: IToken): SyntaxFinding | undefined {
  const slip = endsValue(previous) ? conditionSlip(actual.image) : undefined;
  if (!slip) return undefined;
  return slip.kind === 'joining'
    ? say('joining-word', { word: actual.image })
    : say('misspelt-word', { word: actual.image, meant: slip.meant });
}

/** A `;` is missing, unless the statement before it never ended: then the word before was only taken for a name. */
function missingEnd(actual: IToken, previous: IToken): SyntaxFinding {
  const after = previous.image;
  const word = wordByCanonical.get(previous.tokenType.name);
  if (word && !word.reserved && after !== '') return say('unfinished-statement', { word: after });
  const finding = say('missing-semicolon', { after, found: shown(actual) });
  // What is missing is missing behind the token before, which may be lines above.
  return after === ''
    ? finding
    : { ...finding, from: previous.endOffset ?? 0, to: (previous.endOffset ?? 0) + 1 };
}

function redundant(actual: IToken): SyntaxFinding {
  if (actual.tokenType.name === '}') return say('extra-brace', { line: actual.startLine ?? 1 });
  if (actual.tokenType.name === 'document') return say('second-document', {});
  return unknownStatement(actual);
}

/** Clauses of a statement that a block has already ended. */
const trailingClauses = new Set([
  'rounding',
  'source',
  'grade',
  'when',
  'waive',
  'alias',
  'better',
]);

function unknownStatement(actual: IToken): SyntaxFinding {
  if (trailingClauses.has(actual.tokenType.name)) {
    return say('clause-after-block', { word: actual.image });
  }
  return guessed(actual, everyWord) ?? say('unexpected-token', { found: shown(actual) });
}

function unexpected(
  actual: IToken | undefined,
  previous: IToken,
  expected: readonly TokenType[],
): SyntaxFinding {
  const names = new Set(expected.map((type) => type.name));
  if (!actual) return say('unexpected-token', { found: { zh: '', en: '' } });
  if (isBlankCell(actual, previous)) return at(previous, say('blank-cell', {}));
  const habit = slotHabit(actual, previous, names) ?? conditionHabit(actual, previous);
  if (habit) return habit;
  if (names.has('ID') && isReserved(actual)) return say('reserved-word', { word: actual.image });
  if (actual.tokenType.name === 'document') return say('second-document', {});
  if (names.has(':') && isNameLike(previous)) {
    return say('missing-colon', { after: previous.image, found: shown(actual) });
  }
  const guess = guessed(actual, names);
  if (guess) return guess;
  const found = shown(actual);
  return say(
    'unexpected-token',
    expected.length === 0 ? { found } : { found, list: listed(expected) },
  );
}

const periodNames: ReadonlySet<string> = new Set(['per_year', 'per_claim', 'per_stay']);
const slotWords: ReadonlySet<string> = new Set([
  'payer',
  'base',
  'cost_limit',
  'deductible',
  'rate',
  'person_share',
  'guarantee',
  'cap',
]);

/** Right behind 比例, 限额 and the like: a colon, or a value without its period. And behind 条: a number without 「」. */
function slotHabit(
  actual: IToken,
  previous: IToken,
  names: ReadonlySet<string>,
): SyntaxFinding | undefined {
  const found = actual.tokenType.name;
  const word = previous.image;
  if (slotWords.has(previous.tokenType.name) && (found === ':' || found === '=')) {
    return say('extra-colon', { mark: actual.image, after: word });
  }
  const isValue = isNumber(actual) || isNameLike(actual);
  if ([...periodNames].every((name) => names.has(name)) && isValue) {
    return say('missing-period', { word, found: actual.image });
  }
  const isArticle = previous.tokenType.name === 'article' && (found === 'TEXT' || found === 'ID');
  if (isArticle && names.has('QNAME')) {
    return say('bare-number', { number: actual.image.replace(/["“”＂]/g, '') });
  }
  const wantsName = names.has('ID') && names.has('QNAME') && !names.has('QUANTITY');
  return wantsName && found === 'QUANTITY'
    ? say('number-in-name', { name: actual.image })
    : undefined;
}

function isNumber({ tokenType: { name } }: IToken): boolean {
  return name === 'QUANTITY' || name === 'NUMBER';
}

/** A name, a number or a closing bracket. */
function endsValue(token: IToken): boolean {
  const { name } = token.tokenType;
  return isNameLike(token) || isNumber(token) || name === ')' || name === ']' || name === 'DATE';
}

function guessed(token: IToken, expected: ReadonlySet<string>): SyntaxFinding | undefined {
  const guess = token.image === '' ? undefined : guessWord(token.image, expected);
  if (!guess) return undefined;
  return guess.kind === 'glued'
    ? say('glued-words', { word: token.image, apart: guess.apart })
    : say('misspelt-word', { word: token.image, meant: guess.meant });
}

function startsStatement(previous: IToken): boolean {
  return previous.tokenType.name === ';' || previous.tokenType.name === '{';
}

/** `a | | b` and `a | ；`. */
function isBlankCell(actual: IToken, previous: IToken): boolean {
  return (
    previous.tokenType.name === '|' &&
    (actual.tokenType.name === '|' || actual.tokenType.name === ';')
  );
}

function isReserved(token: IToken): boolean {
  return reservedSpellings.has(token.image) && canonicalBySpelling.has(token.image);
}

function isNameLike({ tokenType }: IToken): boolean {
  return nameTypes.has(tokenType.name) || wordByCanonical.get(tokenType.name)?.reserved === false;
}

function distinct(types: readonly (TokenType | undefined)[]): readonly TokenType[] {
  return [...new Set(types)].filter((type) => type !== undefined);
}

const kinds: ReadonlyMap<string, LocalText> = new Map([
  ['ID', { zh: '名称', en: 'a name' }],
  ['LABEL', { zh: '「名称」', en: 'a 「label」' }],
  ['QNAME', { zh: '「名称」', en: 'a 「name」' }],
  ['TEXT', { zh: '引号中的文字', en: 'a quoted text' }],
  ['QUANTITY', { zh: '带单位的数', en: 'a number with a unit' }],
  ['NUMBER', { zh: '数', en: 'a number' }],
  ['DATE', { zh: '日期', en: 'a date' }],
  ['YEAR', { zh: '年度', en: 'a year' }],
  ['MONTHDAY', { zh: '月日', en: 'a day of the year' }],
  ['CLAUSE', { zh: '第几条', en: 'a clause' }],
  ['DOCNO', { zh: '文号', en: 'a document number' }],
  ['CODE', { zh: '检查代码', en: 'a code of a finding' }],
  ['IDENTIFIER', { zh: '标识', en: 'an identifier' }],
  ['ROUNDING', { zh: '取整方式', en: 'a rounding' }],
  ['EOF', { zh: '文件结尾', en: 'the end of the file' }],
]);

/** What a token type is called in a message. */
function called(type: TokenType): LocalText {
  const quoted = { zh: `“${spell(type.name, 'zh')}”`, en: `“${spell(type.name, 'en')}”` };
  return kinds.get(type.name) ?? quoted;
}

/** A token as it stands in the text. */
function shown(token: IToken): LocalText {
  if (token.tokenType.name === 'EOF') return { zh: '文件结尾', en: 'the end of the file' };
  if (token.image === '') return { zh: '“}”', en: '“}”' };
  return { zh: `“${token.image}”`, en: `“${token.image}”` };
}

const MOST_LISTED = 8;

function listed(types: readonly TokenType[]): LocalText {
  const first = types.slice(0, MOST_LISTED).map(called);
  const more = types.length > MOST_LISTED;
  return {
    zh: first.map((type) => type.zh).join('、') + (more ? ' 等' : ''),
    en: first.map((type) => type.en).join(', ') + (more ? ', …' : ''),
  };
}
