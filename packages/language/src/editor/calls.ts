import type { Span } from '@tiaoli/base';
import type { AstNode } from 'langium';
import type { LinkedFile } from '../link-documents.ts';
import { spanOf } from '../span-of.ts';
import type { NameRow } from './name-uses.ts';
import { nameUses } from './name-uses.ts';
import type { DeclarationPlace, EditorSymbol, SymbolKind } from './symbol.ts';
import type { LinkedFiles, SymbolKey } from './symbols.ts';
import { rowsOf, symbolOf } from './symbols.ts';

/** Something that reads, or is read, with the places of the names that do so. */
export interface Reading {
  readonly symbol: EditorSymbol;
  /** The declaration in which it reads; of what is read its first one. */
  readonly place: DeclarationPlace;
  /** The names, all of one file, in the order of its text. */
  readonly uses: readonly Span[];
}

/** What holds or works out a value. */
const valueKinds: ReadonlySet<SymbolKind> = new Set<SymbolKind>([
  ...(['parameter', 'layer', 'definition', 'input', 'accumulator', 'output', 'catalogue'] as const),
  ...(['share-part', 'pool', 'waterfall', 'watchlist', 'metric'] as const),
]);

/** Whether something holds a value, so that others may read it. */
export function holdsValue({ kind }: SymbolKey): boolean {
  return valueKinds.has(kind);
}

/** What reads a value: declarations, and for statements without a name their clause or document. 授权, 确定 and 算例 read nothing. */
export function readersOf(symbol: SymbolKey, files: LinkedFiles): readonly Reading[] {
  const reading = rowsOf(symbol, files).filter(reads);
  const byReader = Map.groupBy(reading, (row) => holderOf(row, files));
  return [...byReader].flatMap(([holder, rows]) => {
    if (!holder || isSame(holder, symbol)) return [];
    return [
      {
        symbol: symbolOf(holder, files),
        place: { name: holder.span, whole: spanOf(holder.node) },
        uses: rows.map(({ span }) => span),
      },
    ];
  });
}

/** What the declarations of a symbol read, in the order of the texts. */
export function readBy(symbol: SymbolKey, files: LinkedFiles): readonly Reading[] {
  const inside = rowsOf(symbol, files)
    .filter(({ role }) => role === 'declaration')
    .flatMap((row) => readIn(row, files));
  const byFileAndSymbol = Map.groupBy(
    inside.filter((row) => !isSame(row, symbol)),
    ({ kind, id, span }) => `${span.file} ${kind} ${id}`,
  );
  return [...byFileAndSymbol.values()].flatMap((rows) => {
    const [first] = rows;
    const found = first && symbolOf(first, files);
    const [place] = found?.declarations ?? [];
    return found && place ? [{ symbol: found, place, uses: rows.map(({ span }) => span) }] : [];
  });
}

function readIn({ node, span: { file } }: NameRow, files: LinkedFiles): readonly NameRow[] {
  const linked = files.get(file);
  const { start, end } = spanOf(node);
  return (linked ? nameUses(linked) : []).filter(
    (row) =>
      reads(row) &&
      holdsValue(row) &&
      start.offset <= row.span.start.offset &&
      row.span.end.offset <= end.offset,
  );
}

function reads({ role, use }: NameRow): boolean {
  return role === 'reference' && (use === 'value' || use === 'other');
}

function isSame(left: SymbolKey, right: SymbolKey): boolean {
  return left.kind === right.kind && left.id === right.id;
}

const declarations = new WeakMap<readonly NameRow[], ReadonlyMap<AstNode, NameRow>>();

/** The declarations of a file by their nodes, and its clauses and header for what has no name. */
function declarationsOf(linked: LinkedFile): ReadonlyMap<AstNode, NameRow> {
  const rows = nameUses(linked);
  const known =
    declarations.get(rows) ??
    new Map(
      rows
        .filter(({ role, kind }) => role === 'declaration' && isHolder(kind))
        .map((row) => [row.node, row] as const),
    );
  declarations.set(rows, known);
  return known;
}

function isHolder(kind: SymbolKind): boolean {
  return valueKinds.has(kind) || ['clause', 'document', 'entity', 'group'].includes(kind);
}

/** The innermost declaration around a name; undefined inside of an 算例. */
function holderOf({ node, span }: NameRow, files: LinkedFiles): NameRow | undefined {
  const linked = files.get(span.file);
  if (!linked) return undefined;
  const declared = declarationsOf(linked);
  let each: AstNode | undefined = node;
  while (each) {
    const found = declared.get(each);
    if (found) return found;
    if (each.$type === 'Example') return undefined;
    each = each.$container;
  }
  return [...declared.values()].find(({ kind }) => kind === 'document');
}
