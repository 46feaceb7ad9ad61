import type { DayNumber, Validity } from '@tiaoli/base';
import { compareText, parseDate, printDate } from '@tiaoli/base';
import type { AstNode } from 'langium';
import type { Determination, Parameter, Table } from '../generated/ast.ts';
import { isDetermination } from '../generated/ast.ts';
import type { LinkedFile } from '../link-documents.ts';
import { lowerValidity, statementValidity } from '../lower/validity.ts';
import { spanOf } from '../span-of.ts';
import type { DocumentHeader } from '../tiaoli-document.ts';
import type { SourceNotes } from './clauses.ts';
import { notesOf } from './clauses.ts';
import type { NameRow } from './name-uses.ts';
import type { LinkedFiles } from './symbols.ts';

/** A value of a 参数 or 表 in one version of a document. */
export interface DatedValue {
  /** `自 2024-01-01`, `2022年度`: its own, else that of the version of its document. */
  readonly validity: string;
  /** As written; of a table how many rows it has: `表（3 行）`. */
  readonly value: string;
  readonly document: string;
  /** 文号 of that document. */
  readonly number?: string;
  /** The place that set it, where it is not the document that declares it. */
  readonly place?: string;
  readonly source: SourceNotes;
}

/** The values of a parameter in every open version of every document that says one. */
export interface ValueHistory {
  /** Where it is declared, oldest first. */
  readonly declared: readonly DatedValue[];
  /** Where the document at hand, in all its versions, sets it, oldest first. */
  readonly setHere: readonly DatedValue[];
  /** Other documents that set it. */
  readonly setElsewhere: number;
}

interface Ordered {
  readonly from: DayNumber;
  readonly path: string;
  readonly offset: number;
  readonly value: DatedValue;
}

/**
 * @param rows  where the parameter is declared and named
 * @param path  the file at hand
 */
export function valueHistory(
  rows: readonly NameRow[],
  path: string,
  files: LinkedFiles,
): ValueHistory {
  const own = files.get(path)?.open.header.id;
  const declared = rows.flatMap((row) => (row.role === 'declaration' ? valuesOf(row, files) : []));
  const settings = rows.filter(({ use }) => use === 'determine');
  const idOf = ({ span }: NameRow) => files.get(span.file)?.open.header.id;
  const here = settings.filter((row) => idOf(row) === own);
  const others = new Set(settings.map(idOf).filter((id) => id !== own));
  return {
    declared: inOrder(declared),
    setHere: inOrder(here.flatMap((row) => valuesOf(row, files))),
    setElsewhere: others.size,
  };
}

function inOrder(values: readonly Ordered[]): readonly DatedValue[] {
  return values
    .toSorted(
      (left, right) =>
        left.from - right.from || compareText(left.path, right.path) || left.offset - right.offset,
    )
    .map(({ value }) => value);
}

function valuesOf({ node, span }: NameRow, files: LinkedFiles): readonly Ordered[] {
  const linked = files.get(span.file);
  if (!linked) return [];
  const { $type } = node;
  if ($type === 'Parameter') return parameterValues(node as Parameter, linked);
  if ($type === 'Table') {
    const { rows, annotations } = node as Table;
    return [dated(node, { value: rowsText(rows.length), source: notesOf(annotations) }, linked)];
  }
  return isDetermination(node) ? [determined(node, linked)] : [];
}

function parameterValues(node: Parameter, linked: LinkedFile): readonly Ordered[] {
  return node.versions.map((version) => {
    const value = oneLine(version.value);
    const source = notesOf(version.annotations);
    if (version.$type === 'PlainVersion') return dated(node, { value, source }, linked);
    const own = version.year ?? oneLine(version.validity);
    const year = Number(version.year?.slice(0, 4) ?? Number.NaN);
    const { from } = lowerValidity(version.validity);
    const day = from ?? (Number.isNaN(year) ? undefined : dayOfYear(year));
    return ordered(node, { from: day, validity: own, value, source }, linked);
  });
}

function determined(node: Determination, linked: LinkedFile): Ordered {
  const value = node.value ? oneLine(node.value) : rowsText(node.rows.length);
  const place = linked.open.header.place;
  const more = { value, source: notesOf(node.annotations), ...(place !== undefined && { place }) };
  return dated(node, more, linked);
}

type Said = Pick<DatedValue, 'value' | 'source'> & Partial<Pick<DatedValue, 'place'>>;

/** What has no days of its own holds with its statement, or with its document. */
function dated(node: AstNode, said: Said, linked: LinkedFile): Ordered {
  const { header } = linked.open;
  const days = statementValidity(node);
  const from = days.from ?? header.from;
  return ordered(
    node,
    { ...said, from, validity: validityText({ ...headerDays(header), ...days }) },
    linked,
  );
}

function headerDays({ from, to }: DocumentHeader): Validity {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function validityText({ from, to }: Validity): string {
  const begin = from === undefined ? '' : `自 ${printDate(from)}`;
  const end = to === undefined ? '' : `至 ${printDate(to)}`;
  return [begin, end].filter((text) => text !== '').join(' ');
}

function ordered(
  node: AstNode,
  {
    from = Number.NEGATIVE_INFINITY,
    ...said
  }: Said & { readonly from: DayNumber | undefined; readonly validity: string },
  { open: { path, header } }: LinkedFile,
): Ordered {
  const { title, number } = header;
  const value = { ...said, document: title, ...(number !== undefined && { number }) };
  return { from, path, offset: spanOf(node).start.offset, value };
}

function dayOfYear(year: number): DayNumber {
  return parseDate(`${year}-01-01`) ?? Number.NEGATIVE_INFINITY;
}

function rowsText(count: number): string {
  return `表（${count} 行）`;
}

function oneLine(node: AstNode | undefined): string {
  return node?.$cstNode?.text.replace(/\s+/g, ' ') ?? '';
}
