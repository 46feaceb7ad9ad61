import type { SourceHeader } from '../header/find-header.ts';
import type { Outline, OutlineClause, OutlinePart, OutlineTable } from '../outline/outline.ts';
import type { ImportNote } from '../report/import-note.ts';
import { beginning } from '../source-document.ts';
import { clauseName, quoted, withoutInvisible } from './quote.ts';
import { rowText, tableDraft } from './table-text.ts';

/** A skeleton before it is laid out, and what came up while it was written. */
export interface PrintedSkeleton {
  readonly text: string;
  readonly notes: readonly ImportNote[];
}

interface Printer {
  readonly lines: string[];
  readonly notes: ImportNote[];
  /** Paths of clauses that are taken. */
  readonly paths: Set<string>;
  isInvisibleTold: boolean;
}

const uncoded = '未编码 "导入后还没有编码"';

/** The outline as a document of the language: quoted texts, nothing encoded, what nobody can know left blank. */
export function printSkeleton(
  header: SourceHeader,
  { parts }: Outline,
  source: string,
): PrintedSkeleton {
  const printer: Printer = { lines: [], notes: [], paths: new Set(), isInvisibleTold: false };
  printer.lines.push(
    '语言 1',
    '',
    `// 由“${seen(source, printer)}”导入。引文是原文；没有编码，也没有核对。`,
    ...headerLines(header, source, printer),
  );
  for (const part of parts) {
    printer.lines.push('');
    printPart(part, [], printer);
  }
  return { text: `${printer.lines.join('\n')}\n`, notes: printer.notes };
}

function headerLines(
  { title, number, from, to, issuers }: SourceHeader,
  source: string,
  printer: Printer,
): readonly string[] {
  const name = clauseTitle(title ?? `待填：${source.replace(/\.[^.]*$/u, '')}的标题`, printer);
  const blank = (what: string): string => `未见 "待填：原文没有明说${what}"`;
  const days =
    from === undefined ? blank('施行日期') : `自 ${from}${to === undefined ? '' : ` 至 ${to}`}`;
  const offices = issuers.map((each) => `「${each}」`).join('、');
  return [
    `文件「${name}」 {`,
    `文号 ${number ?? blank('文号')}；`,
    `层级 ${blank('由哪一级施行')}；`,
    `施行 ${days}；`,
    `发文机关 ${offices === '' ? blank('发文机关') : offices}；`,
    '}',
  ];
}

/** Titles keep all of their words; only the marks that would end the name are others. */
function clauseTitle(title: string, printer: Printer): string {
  const text = seen(title, printer);
  return isPaired(text) ? text : text.replaceAll('「', '“').replaceAll('」', '”');
}

function isPaired(text: string): boolean {
  let depth = 0;
  for (const each of text) {
    depth += each === '「' ? 1 : each === '」' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function printPart(part: OutlinePart, path: readonly string[], printer: Printer): void {
  if (part.kind === 'table') printTable(part, path, printer);
  else printClause(part, path, printer);
}

function printClause(clause: OutlineClause, path: readonly string[], printer: Printer): void {
  const { label, texts, parts, isHeading } = clause;
  const { name, isWhole } = clauseName(seen(label, printer));
  if (!isWhole) printer.notes.push({ code: 'shortened-name', at: beginning(label) });
  const quotes = [...(isWhole ? [] : [label]), ...texts].flatMap((text) => quote(text, printer));
  const own = [...path, name];
  const head = [nameToken(name), identifierOf(own, printer), ...quotes].filter(
    (word) => word !== '',
  );
  const isHolder = isHeading && quotes.length <= 1 && parts.some(({ kind }) => kind === 'clause');
  if (!isHolder) head.push(uncoded);
  if (parts.length === 0) {
    printer.lines.push(`${head.join(' ')}；`);
    return;
  }
  printer.lines.push(`${head.join(' ')} {`);
  for (const part of parts) printPart(part, own, printer);
  printer.lines.push('}');
}

function printTable(
  { label, rows }: OutlineTable,
  path: readonly string[],
  printer: Printer,
): void {
  const quotes = rows.flatMap((row) => quote(rowText(row), printer));
  const hasMerged = rows.flat().some(({ kind }) => kind === 'merged');
  const reason = hasMerged ? '表格还没有编码；←、↑ 表示与左边、上面的格合并' : '表格还没有编码';
  if (hasMerged) printer.notes.push({ code: 'merged-cells', at: label });
  const head = [nameToken(label), identifierOf([...path, label], printer), ...quotes];
  const drafted = tableDraft(label, rows).map((line) => `// ${seen(line, printer)}`);
  printer.lines.push(
    `${head.filter((word) => word !== '').join(' ')} 未编码 "${reason}" {`,
    ...drafted,
    '}',
  );
}

/** 第五条 stands for itself; any other name in 「」. */
function nameToken(name: string): string {
  return /^第[0-9零一二三四五六七八九十百]+[编章节条]$/u.test(name) ? name : `条「${name}」`;
}

/** Of clauses with the same path the later ones get an identifier: a path finds one clause. */
function identifierOf(path: readonly string[], { paths, notes }: Printer): string {
  const whole = path.join(' / ');
  if (!paths.has(whole)) {
    paths.add(whole);
    return '';
  }
  notes.push({ code: 'same-number', quote: path.at(-1) ?? '', at: path.slice(0, -1).join(' ') });
  let count = 2;
  while (paths.has(`${whole} ${count}`)) count += 1;
  paths.add(`${whole} ${count}`);
  return `标识 "${`${whole} ${count}`.replaceAll('"', '”')}"`;
}

function quote(text: string, printer: Printer): readonly string[] {
  const quotes = quoted(seen(text, printer));
  if (quotes.length > 1) printer.notes.push({ code: 'split-text', at: beginning(text) });
  return quotes;
}

function seen(text: string, printer: Printer): string {
  const { text: plain, had } = withoutInvisible(text);
  if (had) {
    if (!printer.isInvisibleTold) printer.notes.push({ code: 'invisible', at: beginning(plain) });
    printer.isInvisibleTold = true;
  }
  return plain.replaceAll('\t', ' ');
}
