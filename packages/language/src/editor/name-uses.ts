import type { Span } from '@tiaoli/base';
import type { AstNode, CstNode } from 'langium';
import { AstUtils, GrammarUtils } from 'langium';
import type { MemberAccess } from '../generated/ast.ts';
import { isExample, isMemberAccess, isNameReference } from '../generated/ast.ts';
import type { LinkedFile } from '../link-documents.ts';
import type { Declared } from '../references/declared.ts';
import { spanOfCst } from '../span-of.ts';
import { declaredSymbol, labelOwner, symbolOfResolution } from './declared-symbols.ts';
import type { NameUsage, NameUse, SymbolKind } from './symbol.ts';

/** A name with the node that holds it: never leaves this package. */
export interface NameRow extends NameUse {
  readonly node: AstNode;
}

/** What a name means, before its place is known. */
export type SymbolHead = Pick<NameUse, 'kind' | 'id' | 'name'>;

interface Collector {
  readonly linked: LinkedFile;
  readonly declaredBy: ReadonlyMap<AstNode, Declared>;
  readonly rows: NameRow[];
}

const known = new WeakMap<object, readonly NameRow[]>();

/**
 * Every name of a file with what it means, in the order of the text; made once for as long as its meaning stays.
 *
 * What 依据 and 据 cite is left out, because that depends on which other files are open: see `citedNames`.
 */
export function nameUses(linked: LinkedFile): readonly NameRow[] {
  const found = known.get(linked.document) ?? collect(linked);
  known.set(linked.document, found);
  return found;
}

function collect(linked: LinkedFile): readonly NameRow[] {
  const declaredBy = new Map<AstNode, Declared>();
  for (const declared of linked.names.all) {
    for (const node of declared.nodes) declaredBy.set(node, declared);
  }
  const collector: Collector = { linked, declaredBy, rows: [] };
  for (const node of AstUtils.streamAst(linked.open.file)) {
    addDeclaration(node, collector);
    addReferences(node, collector);
  }
  return collector.rows.sort((left, right) => left.span.start.offset - right.span.start.offset);
}

/** A node as far as this file reads it. */
interface NamedNode extends AstNode {
  readonly name?: string;
  readonly alias?: string;
}

function addDeclaration(node: NamedNode, collector: Collector): void {
  const head = headOf(node, collector);
  if (head === undefined) return;
  const property =
    node.$type === 'Article' ? 'number' : node.$type === 'Constraint' ? 'label' : 'name';
  add(node, property, { ...head, role: 'declaration' }, collector);
  if (node.alias !== undefined) add(node, 'alias', { ...head, role: 'alias' }, collector);
}

/** What a node declares; undefined when it has no name of its own. */
function headOf(node: NamedNode, { linked, declaredBy }: Collector): SymbolHead | undefined {
  const declared = declaredBy.get(node);
  const { scope } = linked.document;
  if (declared) return declaredSymbol(declared, scope);
  const document = linked.open.header;
  switch (node.$type) {
    case 'Document':
      return { kind: 'document', id: document.id, name: document.title };
    case 'Article':
      return clauseSymbol(document.id, (node as AstNode & { readonly number: string }).number);
    case 'Example':
      return named('example', `${document.path}/`, node.name);
    case 'Constraint': {
      const { label } = node as AstNode & { readonly label?: string };
      return named('label', `${document.id}/约束/`, label);
    }
    case 'Member':
    case 'Column':
    case 'CaseSlot':
    case 'ExceptionSlot':
    case 'WhenCase':
    case 'WatchCase':
    case 'ExceptionCase':
    case 'AdjustSlot':
    case 'CapSlot':
      return named(kindOfPart(node), `${labelOwner(node, declaredBy, scope)}#`, node.name);
    default:
      return undefined;
  }
}

function kindOfPart({ $type }: AstNode): SymbolKind {
  if ($type === 'Member') return 'member';
  return $type === 'Column' ? 'column' : 'label';
}

function named(kind: SymbolKind, prefix: string, name: string | undefined): SymbolHead | undefined {
  return name === undefined || name === '' ? undefined : { kind, id: `${prefix}${name}`, name };
}

/** A clause as declared (`第五条`, 「名」) or cited (条「名」). */
export function clauseSymbol(document: string, number: string | undefined): SymbolHead | undefined {
  const name = number?.replace(/^(?:条|article)\s*/, '').replace(/^「(.*)」$/, '$1');
  return named('clause', `${document}/条/`, name);
}

function addReferences(node: AstNode, collector: Collector): void {
  const { scope } = collector.linked.document;
  if (isMemberAccess(node)) addMemberAccess(node, collector);
  else if (node.$type === 'PlaceItem') addPlace(node, 'place', collector);
  else if (node.$type === 'JurisdictionField') {
    addPlace(node, 'place', collector);
    addPlace(node, 'parent', collector);
  }
  for (const { reference } of AstUtils.streamReferences(node)) {
    if (!('ref' in reference)) continue;
    const resolution = isNameReference(node)
      ? scope.resolve(node)
      : scope.resolveReference(reference, node);
    const head = symbolOfResolution(resolution, collector.declaredBy, scope);
    if (head && reference.$refNode) addAt(reference.$refNode, node, head, collector);
  }
}

/** What stands behind the `.`: a result of a layer, a column, a field of an entity. */
function addMemberAccess(access: MemberAccess, collector: Collector): void {
  const { scope } = collector.linked.document;
  const resolution = scope.resolve(access);
  const whole = symbolOfResolution(resolution, collector.declaredBy, scope);
  const cst = GrammarUtils.findNodeForProperty(access.$cstNode, 'member');
  if (!whole || !cst) return;
  const name = access.member;
  const isColumn = resolution.kind === 'parameter' && resolution.column === name;
  if (isColumn) addAt(cst, access, { kind: 'column', id: `${whole.id}#${name}`, name }, collector);
  else if (ownersOfNames.has(scope.resolve(access.of).kind)) addAt(cst, access, whole, collector);
  else addAt(cst, access, { kind: 'builtin', id: name, name }, collector);
  const label = GrammarUtils.findNodeForProperty(access.$cstNode, 'label');
  if (label && access.label !== undefined) {
    const id = `${whole.id}/AdjustSlot#${access.label}`;
    addAt(label, access, { kind: 'label', id, name: access.label }, collector);
  }
}

/** Behind them stands a declared name: `结算.医疗费总额`, `出资人.个人账户余额`. */
const ownersOfNames: ReadonlySet<string> = new Set(['entity', 'input', 'record-name']);

function addPlace(node: AstNode, property: string, collector: Collector): void {
  const name = (node as unknown as Record<string, string | undefined>)[property];
  if (name === undefined) return;
  add(node, property, { kind: 'place', id: name, name, role: 'reference' }, collector);
}

type Role = Pick<NameUse, 'role'>;

function add(node: AstNode, property: string, head: SymbolHead & Role, collector: Collector): void {
  const cst = GrammarUtils.findNodeForProperty(node.$cstNode, property);
  if (!cst) return;
  const place = placeOf(cst, collector.linked.open.path);
  collector.rows.push({ ...head, ...place, use: 'other', node });
}

function addAt(cst: CstNode, node: AstNode, head: SymbolHead, collector: Collector): void {
  const place = placeOf(cst, collector.linked.open.path);
  collector.rows.push({ ...head, role: 'reference', ...place, use: usageOf(node), node });
}

const usages: Readonly<Record<string, NameUsage>> = {
  Delegation: 'delegate',
  Determination: 'determine',
  NameReference: 'value',
  Override: 'derogate',
};

function usageOf(node: AstNode): NameUsage {
  const usage = usages[node.$type] ?? 'other';
  const isExpected = usage === 'value' && AstUtils.getContainerOfType(node, isExample);
  return isExpected ? 'example' : usage;
}

/** Where a name stands and how it is written; of `条「名」` the name alone. */
export function placeOf(cst: CstNode, path: string): Pick<NameUse, 'span' | 'written' | 'quotes'> {
  const { text } = cst;
  const opening = /^(?:条|article)?\s*(?=["“”＂「『`‘])/.exec(text)?.[0];
  const whole = spanOfCst(cst, path);
  if (opening === undefined) return { span: whole, written: text, quotes: '' };
  const quote = text.charAt(opening.length);
  const isClosed = text.length > opening.length + 1 && /[」』"＂”’“`]$/.test(text);
  const span: Span = {
    ...whole,
    start: moved(whole.start, opening.length + 1),
    end: isClosed ? moved(whole.end, -1) : whole.end,
  };
  const written = text.slice(opening.length + 1, isClosed ? -1 : undefined);
  return { span, written, quotes: /["“”＂]/.test(quote) ? '""' : '「」' };
}

function moved(position: Span['start'], by: number): Span['start'] {
  return { ...position, offset: position.offset + by, column: position.column + by };
}
