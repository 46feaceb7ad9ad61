import type { LanguageWorkspace } from '@tiaoli/language';
import { editsOfNumber } from './number-edits.ts';
import type { EditKind } from './word-edits.ts';
import { editsOfWord } from './word-edits.ts';

/** A policy with one thing in it changed. */
export interface Mutant {
  readonly kind: EditKind | 'number' | 'counted';
  readonly path: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Token extends Stretch {
  readonly kind: string;
  readonly line: number;
  readonly word: string;
}

/**
 * Every number, boundary, rounding and way to combine in the rules of a document, and what its accumulators count, changed
 * by one step; what stands in examples, in the heading (but for its rounding) and in quotations is left.
 */
export function mutantsOf(
  language: LanguageWorkspace,
  { path, text }: { readonly path: string; readonly text: string },
): readonly Mutant[] {
  const tokens = tokensOf(language, path, text);
  const left = leftOut(text, tokens);
  const told = [...tokens, ...signsIn(text, tokens)].filter(
    (token) => !left.some((each) => isIn(token, each)),
  );
  const head = tokens.filter(({ word, kind }) => kind === 'keyword' && word.endsWith('到分'));
  const edited = [...new Set([...head.slice(0, 1), ...told])].flatMap((token) =>
    changesOf(token).map(({ kind, to }) => ({ kind, to, at: token })),
  );
  return [...edited, ...uncounted(text, told)].map(({ kind, to, at }) => ({
    ...{ kind, path, line: at.line, from: text.slice(at.start, at.end), to },
    text: text.slice(0, at.start) + to + text.slice(at.end),
  }));
}

/**
 * Every end of a band that is written twice, where one band ends and where the next one begins, changed in both places: in
 * one of them alone it leaves a gap or an overlap, which the checks refuse.
 */
export function bandMutantsOf(
  language: LanguageWorkspace,
  { path, text }: { readonly path: string; readonly text: string },
): readonly Mutant[] {
  const tokens = tokensOf(language, path, text);
  const left = leftOut(text, tokens);
  const lines = text.split('\n');
  const ends = tokens.filter(
    (token) =>
      token.kind === 'money' &&
      !left.some((each) => isIn(token, each)) &&
      /超过|不满|以上|以下|至/.test(lines[token.line - 1] ?? ''),
  );
  return ends.flatMap((token, at) => {
    const next = ends
      .slice(at + 1)
      .find(({ word, line }) => word === token.word && line > token.line && line <= token.line + 2);
    if (!next) return [];
    return changesOf(token).map(({ kind, to }) => ({
      ...{ kind, path, line: token.line, from: token.word, to },
      text:
        text.slice(0, token.start) +
        to +
        text.slice(token.end, next.start) +
        to +
        text.slice(next.end),
    }));
  });
}

function changesOf({ kind, word }: Token): readonly Pick<Mutant, 'kind' | 'to'>[] {
  if (kind === 'money' || kind === 'rate' || kind === 'number') {
    return editsOfNumber(word).map((to) => ({ kind: 'number', to }));
  }
  const edits = kind === 'keyword' || kind === 'builtin' ? editsOfWord(word) : undefined;
  return (edits?.others ?? []).map((to) => ({ kind: edits?.kind ?? 'boundary', to }));
}

function tokensOf(language: LanguageWorkspace, path: string, text: string): readonly Token[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return language.editor.semanticTokens(path).map(({ kind, line, column, length }) => {
    const start = (starts[line - 1] ?? 0) + column - 1;
    const end = start + length;
    return { kind, line, start, end, word: text.slice(start, end) };
  });
}

/** The heading and the examples, with what stands in their braces. */
function leftOut(text: string, tokens: readonly Token[]): readonly Stretch[] {
  const quoted = tokens.filter(({ kind }) => ['text', 'legal-text', 'comment'].includes(kind));
  const bare = quoted.reduce(
    (all, { start, end }) => all.slice(0, start) + ' '.repeat(end - start) + all.slice(end),
    text,
  );
  const opened = tokens.filter(
    ({ kind, word }) => kind === 'keyword' && ['语言', '文件', '算例'].includes(word),
  );
  return opened.map(({ start, word }) => ({
    start,
    end: word === '语言' ? bare.indexOf('\n', start) : endOfBlock(bare, start),
  }));
}

/** Comparing signs, of lines that hold a condition; one that is no comparison makes a text that is refused. */
function signsIn(text: string, tokens: readonly Token[]): readonly Token[] {
  const quoted = tokens.filter(({ kind }) => kind === 'text' || kind === 'comment');
  return [...text.matchAll(/[=≠]/g)].flatMap(({ index, 0: word }) => {
    const sign = { kind: 'keyword', start: index, end: index + 1, word };
    const begin = text.lastIndexOf('\n', index) + 1;
    const isAsked = /当|情形|例外|布尔/.test(text.slice(begin, index));
    if (!isAsked || quoted.some((each) => isIn(sign, each))) return [];
    return [{ ...sign, line: text.slice(0, index).split('\n').length }];
  });
}

function endOfBlock(bare: string, from: number): number {
  let depth = 0;
  for (let at = bare.indexOf('{', from); at < bare.length; at += 1) {
    if (bare[at] === '{') depth += 1;
    if (bare[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return bare.length;
}

function isIn({ start, end }: Stretch, within: Stretch): boolean {
  return start >= within.start && end <= within.end;
}

/** What else is counted: an accumulator without its condition, a base or a pool without one of its parts. */
function uncounted(
  text: string,
  tokens: readonly Token[],
): readonly { readonly kind: Mutant['kind']; readonly to: string; readonly at: Token }[] {
  const statements = tokens.filter(({ kind }) => kind === 'keyword');
  return statements.flatMap((token) => {
    const end = text.indexOf('；', token.end);
    const statement = text.slice(token.start, end);
    if (end < 0) return [];
    if (token.word === '累计') {
      const from = statement.indexOf(' 当 ');
      const stretch = { ...token, start: token.start + from, end };
      return from < 0 ? [] : [{ kind: 'counted', to: '', at: stretch }];
    }
    const isListed = token.word === '基数' || token.word === '限额池' || token.word === '次第';
    return isListed ? withoutOne(token, statement) : [];
  });
}

function withoutOne(token: Token, statement: string) {
  return [...statement.matchAll(/、[^、；{} ]+/g)].map(({ index, 0: part }) => ({
    kind: 'counted' as const,
    to: '',
    at: { ...token, start: token.start + index, end: token.start + index + part.length },
  }));
}
