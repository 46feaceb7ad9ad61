import type { AstNode } from 'langium';
import type { LinkedFile } from '../link-documents.ts';
import { spanOf } from '../span-of.ts';
import { citedNames } from './cited-names.ts';
import type { NameRow } from './name-uses.ts';
import { nameUses } from './name-uses.ts';
import type { EditorSymbol, NameUse, SymbolKind } from './symbol.ts';

export type LinkedFiles = ReadonlyMap<string, LinkedFile>;

/** What identifies a symbol. */
export interface SymbolKey {
  readonly kind: SymbolKind;
  readonly id: string;
}

/** The name at an offset, be the cursor before, in or right behind it; undefined where none stands. */
export function nameAt(path: string, offset: number, files: LinkedFiles): NameRow | undefined {
  const linked = files.get(path);
  if (linked === undefined) return undefined;
  const touching = [...nameUses(linked), ...citedNames(linked, files)].filter((row) =>
    touches(row, offset),
  );
  // Between two names the one that begins here is meant.
  return touching.find(({ span }) => offset < span.end.offset) ?? touching[0];
}

function touches({ span, quotes }: NameRow, offset: number): boolean {
  const margin = quotes === '' ? 0 : 1;
  return span.start.offset - margin <= offset && offset <= span.end.offset + margin;
}

const indexes = new WeakMap<readonly NameRow[], ReadonlyMap<string, readonly NameRow[]>>();

function indexOf(rows: readonly NameRow[]): ReadonlyMap<string, readonly NameRow[]> {
  const known = indexes.get(rows) ?? Map.groupBy(rows, keyOf);
  indexes.set(rows, known);
  return known;
}

function keyOf({ kind, id }: SymbolKey): string {
  return `${kind} ${id}`;
}

/** Every place of all open files where the symbol is declared or named, by file and in the order of the text. */
export function rowsOf(symbol: SymbolKey, files: LinkedFiles): readonly NameRow[] {
  const isCited = symbol.kind === 'document' || symbol.kind === 'clause';
  return [...files.values()].flatMap((linked) => {
    const own = indexOf(nameUses(linked)).get(keyOf(symbol)) ?? [];
    if (!isCited) return own;
    const cited = citedNames(linked, files).filter((row) => keyOf(row) === keyOf(symbol));
    return [...own, ...cited];
  });
}

/** The symbol behind a name, with every place where it is declared. */
export function symbolOf(name: NameRow, files: LinkedFiles): EditorSymbol {
  const declaring = rowsOf(name, files).filter(({ role }) => role === 'declaration');
  const alias = declaring.map(({ node }) => aliasOf(node)).find((each) => each !== undefined);
  const homes = declaring.flatMap(({ span }) => files.get(span.file)?.document.id ?? []);
  // An amendment declares a version in another document than the one that owns the name.
  const document = homes.find((home) => name.id.startsWith(`${home}/`)) ?? homes[0];
  return {
    kind: name.kind,
    id: name.id,
    name: name.name,
    ...(alias !== undefined && { alias }),
    ...(document !== undefined && { document }),
    declarations: declaring.map(({ span, node }) => ({ name: span, whole: spanOf(node) })),
  };
}

function aliasOf(node: AstNode & { readonly alias?: string }): string | undefined {
  return node.alias;
}

/** A name without its node. */
export function plainName({ node: _, ...use }: NameRow): NameUse {
  return use;
}
