import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import {
  isDefinition,
  isEnumeration,
  isEnumerationExtension,
  isLayer,
  isTable,
  isWatchlist,
} from '../generated/ast.ts';
import type { Declared } from '../references/declared.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import type { Resolution } from '../references/resolution.ts';
import type { NameUse, SymbolKind } from './symbol.ts';

type SymbolHead = Pick<NameUse, 'kind' | 'id' | 'name'>;

type DeclaredBy = ReadonlyMap<AstNode, Declared>;

/** A declared name. Blocks that add fields to an entity of a document below are the same entity. */
export function declaredSymbol(declared: Declared, scope: DocumentScope): SymbolHead {
  if (declared.kind !== 'entity') {
    return { kind: declared.kind, id: declared.id, name: declared.name };
  }
  const root = scope.lookup(declared.name, 'entity').at(-1) ?? declared;
  return { kind: 'entity', id: root.id, name: root.name };
}

/** What the name of a resolved reference means; undefined when it means nothing. */
export function symbolOfResolution(
  resolution: Resolution,
  declaredBy: DeclaredBy,
  scope: DocumentScope,
): SymbolHead | undefined {
  switch (resolution.kind) {
    case 'unresolved':
    // A word that an example gives to one of its people: nothing else names it.
    case 'record-name':
      return undefined;
    case 'member': {
      const { enumeration, member } = resolution;
      return { kind: 'member', id: `${enumeration.id}#${member}`, name: member };
    }
    case 'element':
      return declaredSymbol(resolution.enumeration, scope);
    case 'label':
      return labelSymbol(resolution.label, resolution.node, declaredBy, scope);
    case 'output-field':
      return resolution.declared
        ? declaredSymbol(resolution.declared, scope)
        : builtin(resolution.field);
    case 'waterfall-name':
    case 'function':
    case 'type':
      return builtin(resolution.name);
    case 'year-index':
      return builtin(String(resolution.offset));
    default:
      return declaredSymbol(resolution.declared, scope);
  }
}

function builtin(name: string): SymbolHead {
  return { kind: 'builtin', id: name, name };
}

function labelSymbol(
  label: string,
  node: AstNode,
  declaredBy: DeclaredBy,
  scope: DocumentScope,
): SymbolHead {
  // The heading of the only value column of a table: a word of its own, which nothing else names.
  if (node.$type === 'Table' || node.$type === 'Determination') return builtin(label);
  const kind: SymbolKind = node.$type === 'Column' ? 'column' : 'label';
  return { kind, id: `${labelOwner(node, declaredBy, scope)}#${label}`, name: label };
}

/** Id of what a member, a column or a label belongs to; labels of one kind are told from those of another. */
export function labelOwner(node: AstNode, declaredBy: DeclaredBy, scope: DocumentScope): string {
  if (node.$type === 'Member') return enumerationOf(node, declaredBy, scope);
  if (node.$type === 'Column')
    return ownerOf(node, AstUtils.getContainerOfType(node, isTable), declaredBy, scope);
  const owner =
    AstUtils.getContainerOfType(node, isLayer) ??
    AstUtils.getContainerOfType(node, isDefinition) ??
    AstUtils.getContainerOfType(node, isWatchlist);
  const isAdjust = node.$type === 'AdjustSlot' || node.$type === 'CapSlot';
  const space = isAdjust ? node.$type : '情形';
  return `${ownerOf(node, owner, declaredBy, scope)}/${space}`;
}

function enumerationOf(node: AstNode, declaredBy: DeclaredBy, scope: DocumentScope): string {
  const extension = AstUtils.getContainerOfType(node, isEnumerationExtension);
  if (extension) {
    const found = scope.resolveReference(extension.enumeration, extension);
    return found.kind === 'enumeration' ? found.declared.id : extension.enumeration.$refText;
  }
  return ownerOf(node, AstUtils.getContainerOfType(node, isEnumeration), declaredBy, scope);
}

/** The declaration may stand in another document, whose scope knows it by name. */
function ownerOf(
  node: AstNode,
  owner: (AstNode & { readonly name: string }) | undefined,
  declaredBy: DeclaredBy,
  scope: DocumentScope,
): string {
  const own = owner && declaredBy.get(owner);
  if (own) return own.id;
  const elsewhere =
    owner &&
    scope
      .home(node)
      .own.byName.get(owner.name)
      ?.find(({ nodes }) => isAmong(owner, nodes));
  return elsewhere?.id ?? '';
}

function isAmong(node: AstNode, nodes: readonly AstNode[]): boolean {
  return nodes.includes(node);
}
