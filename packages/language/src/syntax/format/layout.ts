import type { LeafCstNode } from 'langium';
import type { KeywordLanguage } from '../spellings.ts';
import { spell } from '../spellings.ts';
import { displayWidth, padDisplay } from './display-width.ts';
import { isKeyword, printToken, ruleOf } from './print-token.ts';
import { isSpaced } from './spacing.ts';
import type { Block, Item, Statement } from './syntax-tree.ts';

/** In columns of the Chinese spelling, so that the layout is the same in both keyword languages. */
const MOST_COLUMNS = 100;
const INDENT = '  ';
const CONTINUATION = '    ';

/** Which language each token is printed in. */
export type LanguageOf = (leaf: LeafCstNode) => KeywordLanguage;

interface Layout {
  readonly languageOf: LanguageOf;
  readonly lines: string[];
}

const inChinese: LanguageOf = () => 'zh';

/** The lines of a file. Deterministic and idempotent: nothing depends on the widths of the source. */
export function layOut(items: readonly Item[], languageOf: LanguageOf): readonly string[] {
  const layout: Layout = { languageOf, lines: [] };
  printItems(layout, items, '', true);
  return layout.lines;
}

/** `isAiry`: a statement of several lines stands between free lines. */
function printItems(layout: Layout, items: readonly Item[], indent: string, isAiry: boolean): void {
  const grid = columnWidths(items, layout.languageOf);
  let wasLong = false;
  items.forEach((item, index) => {
    const before = items.slice(0, index).findLast(isOnOwnLine);
    if (item.kind === 'comment') {
      printComment(layout, item, indent, index > 0 && (item.isApart || (isAiry && wasLong)));
      if (!item.isTrailing) wasLong = false;
      return;
    }
    const lines = printStatement(item, indent, layout.languageOf, grid);
    const isLong = item.block !== undefined && lines.length > 1;
    const isForced = isAiry && (wasLong || (isLong && before?.kind === 'statement'));
    if (index > 0 && (item.isApart || isForced)) layout.lines.push('');
    layout.lines.push(...lines);
    wasLong = isLong;
  });
}

function isOnOwnLine(item: Item): boolean {
  return item.kind === 'statement' || !item.isTrailing;
}

function printComment(
  layout: Layout,
  comment: { readonly text: string; readonly isTrailing: boolean },
  indent: string,
  isApart: boolean,
): void {
  const last = layout.lines.at(-1);
  if (comment.isTrailing && last) {
    layout.lines[layout.lines.length - 1] = `${last} ${comment.text}`;
    return;
  }
  if (isApart) layout.lines.push('');
  layout.lines.push(indent + comment.text);
}

function printStatement(
  statement: Statement,
  indent: string,
  languageOf: LanguageOf,
  grid: readonly number[],
): readonly string[] {
  const { block } = statement;
  if (!block) {
    if (isEdition(statement)) return [indent + printTokens(statement.tokens, languageOf)];
    const end = spell(';', endLanguage(statement, languageOf));
    if (isGridRow(statement)) return [indent + printGridRow(statement, languageOf, grid) + end];
    return wrap(statement.tokens, indent, languageOf, end);
  }
  const width = displayWidth(indent) + inlineWidth(statement);
  if (width <= MOST_COLUMNS) return [indent + printInline(statement, languageOf)];
  const inner: Layout = { languageOf, lines: wrap(statement.tokens, indent, languageOf, ' {') };
  printItems(inner, block.items, indent + INDENT, isArticle(statement));
  return [...inner.lines, `${indent}}`];
}

/** Columns of the statement on one line; infinite when it may not stand on one. */
function inlineWidth(statement: Statement): number {
  if (statement.block && !mayBeInline(statement.block)) return Number.POSITIVE_INFINITY;
  return displayWidth(printInline(statement, inChinese));
}

function mayBeInline(block: Block): boolean {
  return (
    block.isOneLine &&
    block.items.every(
      (item) => item.kind === 'statement' && (!item.block || mayBeInline(item.block)),
    )
  );
}

function printInline(statement: Statement, languageOf: LanguageOf): string {
  const head = printTokens(withoutOuterBars(statement.tokens), languageOf);
  if (!statement.block) return head;
  const statements = statement.block.items.filter((item) => item.kind === 'statement');
  const inner = statements.map((item, index) => {
    const text = printInline(item, languageOf);
    const isLast = index === statements.length - 1;
    return isLast || item.block ? text : text + spell(';', endLanguage(item, languageOf));
  });
  return [head, '{', ...inner, '}'].join(' ');
}

/** The statement on one line, or on several where it is too wide, the later ones further in. */
function wrap(
  tokens: readonly LeafCstNode[],
  indent: string,
  languageOf: LanguageOf,
  end: string,
): string[] {
  const whole = printTokens(tokens, inChinese);
  if (displayWidth(indent + whole + end) <= MOST_COLUMNS) {
    return [indent + printTokens(tokens, languageOf) + end];
  }
  const lines: LeafCstNode[][] = [[]];
  for (const segment of segmentsOf(tokens)) {
    const line = lines.at(-1) ?? [];
    const width = displayWidth(
      indent + CONTINUATION + printTokens([...line, ...segment], inChinese),
    );
    if (line.length > 0 && width + end.length > MOST_COLUMNS) lines.push([...segment]);
    else line.push(...segment);
  }
  return lines.map((line, index) => {
    const text = printTokens(line, languageOf);
    const isLast = index === lines.length - 1;
    return (index === 0 ? indent : indent + CONTINUATION) + text + (isLast ? end : '');
  });
}

const breakBefore = new Set([
  'and',
  'or',
  'when',
  'source',
  'waive',
  'less',
  'then',
  'else',
  'at_least',
  'not_above',
]);

/** The tokens between the places where a long statement may be broken; a condition in parentheses stays together. */
function segmentsOf(tokens: readonly LeafCstNode[]): readonly LeafCstNode[][] {
  const segments: LeafCstNode[][] = [[]];
  let depth = 0;
  tokens.forEach((leaf, index) => {
    const previous = tokens[index - 1];
    if (index > 0 && isBreak(previous, leaf, depth)) segments.push([]);
    segments.at(-1)?.push(leaf);
    if (leaf.tokenType.name === '(') depth += 1;
    else if (leaf.tokenType.name === ')') depth -= 1;
  });
  return segments;
}

function isBreak(previous: LeafCstNode | undefined, leaf: LeafCstNode, depth: number): boolean {
  const type = leaf.tokenType.name;
  const before = previous?.tokenType.name;
  if (before === 'TEXT' && type === 'TEXT') return true;
  if (depth > 0) return false;
  if (before === ',' || ruleOf(leaf) === 'AddSign') return true;
  return isKeyword(leaf) && breakBefore.has(type) && ruleOf(leaf) !== 'BeforeWord';
}

function printTokens(tokens: readonly LeafCstNode[], languageOf: LanguageOf): string {
  return tokens
    .map((leaf, index) => {
      const previous = tokens[index - 1];
      const language = languageOf(leaf);
      const printed = printToken(leaf, language, tokens[index + 1]);
      const space = previous && isSpaced(previous, leaf, language, printed) ? ' ' : '';
      return space + printed;
    })
    .join('');
}

// ---- rows of a table ----

function isBar(leaf: LeafCstNode): boolean {
  return leaf.tokenType.name === '|';
}

function isGridRow(statement: Statement): boolean {
  return statement.tokens.some(isBar);
}

function withoutOuterBars(tokens: readonly LeafCstNode[]): readonly LeafCstNode[] {
  const first = tokens[0];
  const last = tokens.at(-1);
  return tokens.slice(first && isBar(first) ? 1 : 0, last && isBar(last) ? -1 : undefined);
}

function cellsOf(statement: Statement, languageOf: LanguageOf): readonly string[] {
  const cells: LeafCstNode[][] = [[]];
  for (const leaf of withoutOuterBars(statement.tokens)) {
    if (isBar(leaf)) cells.push([]);
    else cells.at(-1)?.push(leaf);
  }
  return cells.map((cell) => printTokens(cell, languageOf));
}

function columnWidths(items: readonly Item[], languageOf: LanguageOf): readonly number[] {
  const widths: number[] = [];
  for (const item of items) {
    if (item.kind !== 'statement' || !isGridRow(item)) continue;
    cellsOf(item, languageOf).forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
    });
  }
  return widths;
}

function printGridRow(
  statement: Statement,
  languageOf: LanguageOf,
  widths: readonly number[],
): string {
  const cells = cellsOf(statement, languageOf);
  return cells
    .map((cell, column) =>
      column < cells.length - 1 ? padDisplay(cell, widths[column] ?? 0) : cell,
    )
    .join(' | ');
}

// ---- kinds of statements ----

function isEdition(statement: Statement): boolean {
  return statement.tokens[0]?.tokenType.name === 'language' && statement.tokens.length === 2;
}

const articleStarts = new Set(['article', 'CLAUSE', 'under']);

function isArticle(statement: Statement): boolean {
  return articleStarts.has(statement.tokens[0]?.tokenType.name ?? '');
}

function endLanguage(statement: Statement, languageOf: LanguageOf): KeywordLanguage {
  const last = statement.tokens.at(-1);
  return last ? languageOf(last) : 'zh';
}
