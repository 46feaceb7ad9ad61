import type { LinkedFile } from '../../link-documents.ts';
import { keywordLanguageOf } from '../../lower/keyword-language.ts';
import { findExcess } from '../../syntax/guard.ts';
import type { SourceParser } from '../../syntax/parser.ts';
import { spellRounding } from '../../syntax/roundings.ts';
import type { KeywordLanguage } from '../../syntax/spellings.ts';
import { spell, wordByCanonical } from '../../syntax/spellings.ts';
import { scannedFile } from '../scanned-text.ts';
import type { LinkedFiles } from '../symbols.ts';
import type { Completion, Completions } from './completion.ts';
import { sameText } from './completion.ts';
import { constructs, snippetOf } from './constructs.ts';
import type { CursorContext } from './cursor-context.ts';
import { cursorContext } from './cursor-context.ts';
import { offerDelegated } from './offer-delegated.ts';
import { offers } from './offer-names.ts';
import { tryCursor } from './trial-document.ts';
import type { NextToken } from './walk-grammar.ts';
import { allRules, nextTokens } from './walk-grammar.ts';

/** Texts and parser that a completion reads. */
export interface CompletionSource {
  readonly linked: LinkedFile;
  readonly files: LinkedFiles;
  readonly parser: SourceParser;
}

/**
 * What may stand at `offset`: keywords that the grammar allows there, in the file's keyword language, and names that the
 * place may take. A half-typed word filters nothing here: whoever shows the list does. Undefined where nothing is to be
 * completed: in a comment, in a quoted text, in a number.
 */
export function completionsAt(
  offset: number,
  { linked, files, parser }: CompletionSource,
): Completions | undefined {
  const context = cursorContext(scannedFile(linked), offset);
  if (context === undefined) return undefined;
  const next = expectedTokens(context);
  const language = keywordLanguageOf(linked.document);
  const keywords = context.isQuoted ? [] : offerKeywords(next, context, language);
  const isDeterminable = keywords.some(
    ({ kind, alias }) => kind === 'construct' && alias === 'determine',
  );
  const delegated = isDeterminable ? offerDelegated(linked, language) : [];
  const positions = positionsOf(next, context.isQuoted);
  const names = positions.length === 0 ? [] : offerNames(positions, context, language);
  // Editors close 「 by themselves, or they do not.
  const isClosed = /^[」』`’]/.test(linked.open.text.slice(offset));
  const close = context.isQuoted && !isClosed ? '」' : '';
  const space = context.isGlued ? ' ' : '';
  const items = distinct([...names, ...delegated, ...keywords]).map((each) => ({
    ...each,
    insert: `${space}${each.insert}${close}`,
  }));
  return { from: context.from, to: context.to, items };

  function offerNames(
    wanted: readonly string[],
    at: CursorContext,
    spelled: KeywordLanguage,
  ): readonly Completion[] {
    const titles = new Map(
      [...files.values()].map(({ open }) => [open.header.id, open.header.title]),
    );
    const trial = tryCursor(at, linked, files, parser);
    const { isQuoted, isFirstStatement } = at;
    const offered = { linked, files, trial, language: spelled, titles, isQuoted, isFirstStatement };
    return wanted.flatMap((position) => offers[position]?.(offered) ?? []);
  }
}

/** Where the text before cannot be read, the innermost block is read alone, then the statement alone. */
function expectedTokens(context: CursorContext): readonly NextToken[] {
  const { heads, statement, isLineStart } = context;
  const outer = heads.flat();
  // What the guard leaves out is not read either; the ways to read it would be too many.
  if (findExcess([...outer, ...statement]).length > 0) return [];
  const going = nextTokens([...outer, ...statement], ['File']);
  // A missing ； must not hide what a new line may begin with.
  const starting = isLineStart && statement.length > 0 ? nextTokens(outer, ['File']) : [];
  const found = [...going, ...starting].filter((each) => fitsTop(each, context));
  if (found.length > 0) return found;
  const inner = heads.at(-1) ?? [];
  const alone = nextTokens([...inner, ...statement], allRules());
  return alone.length > 0 ? alone : nextTokens(statement, allRules());
}

/** 语言 and 文件 stand at the head of a file only. */
function fitsTop({ token }: NextToken, { heads, isAfterFirst }: CursorContext): boolean {
  const isHead = token === 'language' || token === 'document';
  return !isHead || heads.length > 0 || !isAfterFirst;
}

/** 总 and 余 are those of a 分担. */
function fitsBlock(token: string, { heads }: CursorContext): boolean {
  if (token !== 'allocated' && token !== 'left') return true;
  return heads.some(([first]) => first?.tokenType.name === 'allocate');
}

const nameTerminals: ReadonlySet<string> = new Set(['ID', 'QNAME', 'LABEL']);

/** In 「 only what is always quoted, and names; else whatever a name may be. */
function positionsOf(next: readonly NextToken[], isQuoted: boolean): readonly string[] {
  const wanted = next.filter(({ token, isKeyword }) =>
    isQuoted ? token === 'QNAME' || token === 'LABEL' : !isKeyword && nameTerminals.has(token),
  );
  return [...new Set(wanted.flatMap(({ position }) => position ?? []))];
}

function offerKeywords(
  next: readonly NextToken[],
  context: CursorContext,
  language: KeywordLanguage,
): readonly Completion[] {
  const words = new Set(
    next.flatMap(({ token, isKeyword }) =>
      isKeyword && wordByCanonical.has(token) && fitsBlock(token, context) ? [token] : [],
    ),
  );
  const isStart = context.statement.length === 0 || context.isLineStart;
  const block = blockOf(context);
  const whole = constructs
    .filter(({ keyword, within }) => words.has(keyword) && (within ?? block) === block)
    .map((each): Completion => {
      const label = spell(each.keyword, language);
      const insert = snippetOf(each, language);
      return {
        kind: 'construct',
        label,
        alias: each.keyword,
        insert,
        detail: each.detail,
        rank: 3,
      };
    });
  const roundings = next.some(({ token }) => token === 'ROUNDING') ? offerRoundings(language) : [];
  return [
    ...[...words].map((word) => offerKeyword(word, language)),
    ...(isStart ? whole : []),
    ...roundings,
  ];
}

function offerKeyword(word: string, language: KeywordLanguage): Completion {
  const label = spell(word, language);
  const alias = spell(word, language === 'zh' ? 'en' : 'zh');
  return { kind: 'keyword', label, alias, insert: label, detail: sameText(''), rank: 2 };
}

function offerRoundings(language: KeywordLanguage): readonly Completion[] {
  return ['四舍五入到分', '舍去到分', '进位到分', '四舍五入到元', '舍去到元', '进位到元'].map(
    (rounding) => {
      const label = spellRounding(rounding, language);
      return { kind: 'value', label, insert: label, detail: sameText(''), rank: 1 };
    },
  );
}

/** The keyword of the innermost block: a 情形 of a layer is one of the layer. */
function blockOf({ heads }: CursorContext): string | undefined {
  const openers = heads.map(([first]) => first?.tokenType.name);
  return openers.findLast((opener) => opener === 'layer' || opener === 'define');
}

/** One entry per name and kind; the better rank stays. */
function distinct(items: readonly Completion[]): readonly Completion[] {
  const best = new Map<string, Completion>();
  for (const item of items) {
    const key = `${item.kind} ${item.label} ${item.insert}`;
    const known = best.get(key);
    if (!known || item.rank < known.rank) best.set(key, item);
  }
  return [...best.values()];
}
