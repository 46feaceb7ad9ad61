import type { LocalText, Span } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { Annotation } from '../generated/ast.ts';
import { isArticle } from '../generated/ast.ts';
import type { LinkedFile } from '../link-documents.ts';
import { outputField } from '../references/output-fields.ts';
import {
  functionNames,
  layerResultNames,
  layerStateNames,
  typeNames,
  waterfallNames,
  yearIndexes,
} from '../references/predefined.ts';
import { wordByCanonical } from '../syntax/spellings.ts';
import type { Clause, SourceNotes } from './clauses.ts';
import { clauseOf, notesOf } from './clauses.ts';
import { constructs } from './completion/constructs.ts';
import { scannedFile } from './scanned-text.ts';
import type { EditorSymbol } from './symbol.ts';
import type { LinkedFiles } from './symbols.ts';
import { nameAt, rowsOf, symbolOf } from './symbols.ts';
import type { ValueHistory } from './value-history.ts';
import { valueHistory } from './value-history.ts';

/** What is known of the name under a cursor. */
export type HoverFacts = SymbolFacts | KeywordFacts;

export interface SymbolFacts {
  readonly kind: 'symbol';
  readonly span: Span;
  readonly symbol: EditorSymbol;
  /** The document that declares it. */
  readonly document?: { readonly title: string; readonly number?: string };
  /** Its declared type as written, with bounds and unit. */
  readonly type?: string;
  /** What a form asks (问). */
  readonly question?: string;
  /** The values of a 参数 or 表 in every open version of every document; absent for everything else. */
  readonly history?: ValueHistory;
  /** The declaring statement, at most some lines of it; empty for what is no statement. */
  readonly excerpt: string;
  /** The clause in which it is declared. */
  readonly clause?: Clause;
  /** What is written of the source at the declaration itself. */
  readonly source: SourceNotes;
  /** Of a name of the language: its other spelling and what it means. */
  readonly meaning?: LocalText;
}

export interface KeywordFacts {
  readonly kind: 'keyword';
  readonly span: Span;
  /** How it is written in both keyword languages. */
  readonly spelling: LocalText;
  /** What it is for; absent for words that only join others. */
  readonly purpose?: LocalText;
}

/** Lines of a statement that help; the whole of it is one jump away. */
const MOST_LINES = 12;

/** What an editor shows beside the cursor; undefined where neither a name nor a keyword stands. */
export function hoverAt(path: string, offset: number, files: LinkedFiles): HoverFacts | undefined {
  const row = nameAt(path, offset, files);
  if (row === undefined) return keywordAt(files.get(path), offset);
  const symbol = symbolOf(row, files);
  const rows = rowsOf(row, files);
  const declaring = rows.filter(({ role }) => role === 'declaration');
  const home = files.get(declaring[0]?.span.file ?? '');
  const node: StatementNode | undefined = declaring[0]?.node;
  const header = home?.open.header;
  const article = node && AstUtils.getContainerOfType(node, isArticle);
  const meaning = row.kind === 'builtin' ? meaningOf(row.name) : undefined;
  return {
    kind: 'symbol',
    span: row.span,
    symbol,
    ...(header && {
      document: {
        title: header.title,
        ...(header.number !== undefined && { number: header.number }),
      },
    }),
    ...typeOf(node),
    ...(node?.question !== undefined && { question: node.question }),
    ...(row.kind === 'parameter' && { history: valueHistory(rows, path, files) }),
    excerpt: excerptOf(node),
    ...(article && { clause: clauseOf(article) }),
    source: notesOf(node?.annotations ?? []),
    ...(meaning && { meaning }),
  };
}

/** A declaring node as far as this file reads it. */
interface StatementNode extends AstNode {
  readonly type?: AstNode;
  readonly question?: string;
  readonly annotations?: readonly Annotation[];
}

function typeOf(node: StatementNode | undefined): { readonly type?: string } {
  const type = node?.type?.$cstNode?.text.replace(/\s+/g, ' ');
  return type === undefined ? {} : { type };
}

/** Not of documents and clauses, whose text is shown as such. */
function excerptOf(node: AstNode | undefined): string {
  const isWhole = node?.$type === 'Document' || node?.$type === 'Article';
  const cst = node?.$cstNode;
  if (!cst || isWhole) return '';
  const indent = new RegExp(`^ {0,${cst.range.start.character}}`);
  const lines = cst.text.split('\n').map((line) => line.trimEnd().replace(indent, ''));
  return lines.length > MOST_LINES
    ? [...lines.slice(0, MOST_LINES), '  …'].join('\n')
    : lines.join('\n');
}

const predefinedNames = [
  { table: typeNames, zh: '类型', en: 'a type' },
  { table: functionNames, zh: '函数', en: 'a function' },
  { table: waterfallNames, zh: '层序中的余额和结果', en: 'a balance or result of the waterfall' },
  { table: layerResultNames, zh: '层的结果', en: 'a result of a layer' },
  { table: layerStateNames, zh: '层记住的金额', en: 'an amount that a layer remembers' },
];

function meaningOf(name: string): LocalText {
  const field = outputField(name);
  if (field)
    return { zh: `国家接口字段：${field.meaning}`, en: `national field: ${field.meaning}` };
  const year = yearIndexes.find(({ offset }) => String(offset) === name);
  if (year) return { zh: `${year.name}的统计数`, en: `the figure of ${year.english}` };
  for (const { table, zh, en } of predefinedNames) {
    const found = table.find((each) => each.name === name || each.english === name);
    if (found) return { zh: `${zh}（${found.english}）`, en: `${en} (${found.name})` };
  }
  return { zh: '语言自带的名称', en: 'a name of the language' };
}

function keywordAt(linked: LinkedFile | undefined, offset: number): KeywordFacts | undefined {
  if (linked === undefined) return undefined;
  const leaf = tokenAt(linked, offset);
  const word = leaf && wordByCanonical.get(leaf.name);
  if (!leaf || !word) return undefined;
  const purpose = constructs.find(({ keyword }) => keyword === leaf.name)?.detail;
  const spelling = { zh: word.zh.join('、'), en: word.en.join(', ') };
  return { kind: 'keyword', span: leaf.span, spelling, ...(purpose && { purpose }) };
}

function tokenAt(linked: LinkedFile, offset: number): { name: string; span: Span } | undefined {
  const token = scannedFile(linked).tokens.find(
    ({ startOffset, endOffset = startOffset }) => startOffset <= offset && offset <= endOffset,
  );
  if (token === undefined) return undefined;
  const { startOffset, startLine = 1, startColumn = 1, image, tokenType } = token;
  const start = { offset: startOffset, line: startLine, column: startColumn };
  const end = {
    offset: startOffset + image.length,
    line: startLine,
    column: startColumn + image.length,
  };
  return { name: tokenType.name, span: { file: linked.open.path, start, end } };
}
