import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { rational } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import { isSame } from '@tiaoli/diff';
import type { Facts, Outcome, Value } from '@tiaoli/interpreter';
import { emptyState, interpretStep, isSameValue } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import type { Policies, SourceFolder } from '@tiaoli/workspace';
import { compareVersions, openPolicies } from '@tiaoli/workspace';
import { behaviourOf } from '../diff/open-pair.ts';
import type { CellEdit } from './cell-edits.ts';
import { cellEdits } from './cell-edits.ts';

/** A document and the rows that it reads, as they are shipped. */
interface RowFile {
  readonly document: string;
  readonly rows: string;
}

const rowFiles: readonly RowFile[] = [
  {
    document: 'policies/national/drug-list-example.tiaoli',
    rows: 'policies/national/drug-list-example.csv',
  },
  {
    document: 'policies/shanxi/drug-list-example.tiaoli',
    rows: 'policies/shanxi/drug-list-example-added.csv',
  },
  { document: 'policies/patterns/shape-19.tiaoli', rows: 'policies/patterns/shape-19-drugs.csv' },
];

const basis = ['policies/national/common.tiaoli', 'policies/national/drug-list-example.tiaoli'];
const root = join(import.meta.dirname, '../..');

/** What is said of a cell that is another. */
export interface CellTrial {
  readonly edit: CellEdit;
  readonly fate: 'refused' | 'told' | 'not-told';
}

/** Every cell of the shipped catalogues, changed by one step. */
export function allCellEdits(): readonly CellEdit[] {
  return rowFiles.flatMap(({ rows }) => cellEdits(rows, textOf(rows)));
}

/** Whether the comparison of documents tells the row of an edited cell, by its key and column. */
export async function tryCell(before: Policies, edit: CellEdit): Promise<CellTrial> {
  const after = await openEdited(edit);
  if (after.catalogues.findings.length > 0) return { edit, fate: 'refused' };
  const reference = documentOf(edit);
  const { comparison } = compareVersions(
    { policies: before, reference },
    { policies: after, reference },
  );
  if (!comparison || comparison.isSame) return { edit, fate: 'not-told' };
  const changed = comparison.catalogues.flatMap((each) =>
    each.kind === 'compared' ? each.rows.rows : [],
  );
  const [key = ''] = lineOf(edit).split(',');
  const isTold = changed.some(({ before: old, after: now, columns, kinds }) => {
    const isOfKey = [old, now].some((row) => row?.textKeys.includes(key));
    const isMoved =
      edit.column.endsWith('日') && (kinds.includes('added') || kinds.includes('removed'));
    return isOfKey && (isMoved || columns.includes(edit.column));
  });
  // What a province adds is told by the hash of what its file says.
  const isChange = comparison.structure.changes.some(
    (each) => each.kind === 'changed' && each.part.field === 'catalogue-content',
  );
  const isProvince = edit.path.includes('-added');
  return { edit, fate: isTold || (isProvince && isChange) ? 'told' : 'not-told' };
}

export interface RowTrial {
  readonly edit: CellEdit;
  readonly claims: number;
  /** Claims by items of which some result is another. */
  readonly changed: number;
  /** Results that are said to be the same and are not. */
  readonly broken: readonly string[];
  readonly isComplete: boolean;
}

/** What the comparison of results says of an edited cell, against claims of the items that the rows name. */
export async function tryRows(before: Policies, edit: CellEdit): Promise<RowTrial> {
  const after = await openEdited(edit);
  const [old, now] = [before, after].map((policies) => programOf(policies, edit));
  if (!old || !now) throw new Error(`not bound: ${edit.path}`);
  const { results, unlike, isComplete } = behaviourOf(old, now);
  const same = results.filter(({ kind, state }) => kind === 'result' && isSame(state));
  const broken = new Set<string>();
  let changed = 0;
  const claims = claimsOfRows(edit);
  for (const facts of claims) {
    const [left, right] = [
      interpretStep(old, emptyState, facts, { reference: before.reference }),
      interpretStep(now, emptyState, facts, { reference: after.reference }),
    ];
    const moved = old.definitions.filter(
      ({ id }) => !isAlike(left.outcomes.get(id), right.outcomes.get(id)),
    );
    if (moved.length > 0) changed += 1;
    // Totals that are worked out of the rows are told as not compared.
    if (unlike.length > 0) continue;
    for (const { name } of moved) if (same.some((each) => each.name === name)) broken.add(name);
  }
  return { edit, claims: claims.length, changed, broken: [...broken], isComplete };
}

export function openShipped(): Promise<Policies> {
  return openPolicies(folderWith());
}

function openEdited({ path, text }: CellEdit): Promise<Policies> {
  return openPolicies(folderWith({ path, text }));
}

function folderWith(edited?: { readonly path: string; readonly text: string }): SourceFolder {
  const bytes = (path: string): Uint8Array =>
    new TextEncoder().encode(path === edited?.path ? edited.text : textOf(path));
  const paths = [...new Set([...basis, ...rowFiles.map(({ document }) => document)])];
  return {
    list: async () => paths.toSorted(),
    library: async () => [],
    read: async (path) => bytes(path),
    findBeside: async (path) => bytes(path),
    write: async () => {},
  };
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function documentOf({ path }: CellEdit): string {
  const found = rowFiles.find(({ rows }) => rows === path);
  if (!found) throw new Error(`rows of no document: ${path}`);
  return found.document;
}

function lineOf({ path, line }: Pick<CellEdit, 'path' | 'line'>): string {
  return textOf(path).split('\n')[line - 1] ?? '';
}

function programOf(policies: Policies, edit: CellEdit): Program | undefined {
  const { module } = policies.lower(documentOf(edit));
  const dates = module ? governingDates(module).map((ref) => [ref, day(2024, 8)] as const) : [];
  return module && bind(module, { dates: Object.fromEntries(dates) }).program;
}

function day(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / 86_400_000;
}

/** A claim of ten of each item that the file names, one item each, on a day of each year. */
function claimsOfRows({ path }: CellEdit): readonly Facts[] {
  const [, ...rows] = textOf(path).split('\n');
  const codes = [...new Set(rows.flatMap((row) => row.split(',').slice(0, 1)))].filter(Boolean);
  return codes.flatMap((code) => [2023, 2024, 2025].map((year) => claimOf(code, day(year, 8))));
}

function claimOf(code: string, on: number): Facts {
  const item: Facts = {
    inputs: new Map<string, Value>([
      ['national.common/明细.项目代码', code],
      ['national.common/明细.数量', rational(10)],
      ['national.common/明细.单价', rational(10_000)],
    ]),
    children: new Map(),
  };
  return {
    inputs: new Map<string, Value>([
      ['on', rational(on)],
      ['national.common/结算.结算日期', rational(on)],
      ['national.common/结算.结算号', '1'],
      ['national.common/结算.就诊号', '1'],
      ['national.common/参保人.成员', '1'],
    ]),
    children: new Map([['national.common/明细', [item]]]),
  };
}

function isAlike(left: Outcome | undefined, right: Outcome | undefined): boolean {
  if (left?.status === 'value' && right?.status === 'value') {
    return isSameValue(left.value, right.value);
  }
  return left?.status === right?.status;
}

export function nameOfFile({ path }: CellEdit): string {
  return posix.basename(path);
}
