import type { Span } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { GrammarUtils } from 'langium';
import type { LinkedFile } from '../link-documents.ts';
import { spanOf } from '../span-of.ts';
import { placeOf } from './name-uses.ts';
import type { SymbolKind } from './symbol.ts';

/** What an outline shows: things with a name, and statements that are known by what they do. */
export type OutlineKind = Exclude<SymbolKind, 'builtin' | 'place'> | 'rule';

/** One entry of the outline of a document. */
export interface OutlineEntry {
  readonly kind: OutlineKind;
  /** As declared; of a statement without a name what it is about. */
  readonly name: string;
  /** Its type, what it sets … in the words of the text; empty when there is nothing to add. */
  readonly detail: string;
  /** 别名. */
  readonly alias?: string;
  readonly span: Span;
  /** The part of `span` to put the cursor on. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineEntry[];
}

/** The document, its clauses and what they declare, as a tree in the order of the text. */
export function outlineOf({ open }: LinkedFile): readonly OutlineEntry[] {
  const { document, elements } = open.file;
  const inside = elements.flatMap((element) => entriesOf(element, open.path));
  const head = document && entryOf(document, 'document', document.name, open.path);
  return head ? [{ ...head, detail: open.header.number ?? '' }, ...inside] : inside;
}

/** A node as far as the outline reads it. */
interface Statement extends AstNode {
  readonly name?: string;
  readonly alias?: string;
  readonly number?: string;
  readonly label?: string;
  readonly body?: readonly AstNode[];
  readonly fields?: readonly AstNode[];
  readonly members?: readonly AstNode[];
  readonly shares?: readonly AstNode[];
  readonly slots?: readonly AstNode[];
  readonly cases?: readonly AstNode[];
  readonly changes?: readonly AstNode[];
  readonly overrides?: readonly AstNode[];
  readonly text?: readonly string[];
}

/** Nodes that declare a name, by type. */
const namedKinds: Readonly<Record<string, OutlineKind>> = {
  Accumulator: 'accumulator',
  AdjustSlot: 'label',
  CapPool: 'pool',
  CaseSlot: 'label',
  Catalogue: 'catalogue',
  CatalogueColumn: 'column',
  Definition: 'definition',
  Entity: 'entity',
  Enumeration: 'enumeration',
  Example: 'example',
  ExceptionCase: 'label',
  ExceptionSlot: 'label',
  Group: 'group',
  Input: 'input',
  Layer: 'layer',
  Member: 'member',
  OutputField: 'output',
  Parameter: 'parameter',
  Metric: 'metric',
  Service: 'service',
  Share: 'share-part',
  Table: 'parameter',
  WatchCase: 'label',
  Watchlist: 'watchlist',
  Waterfall: 'waterfall',
  WhenCase: 'label',
};

/** Statements without a name of their own: they stand under their first words. */
const rules: ReadonlySet<string> = new Set([
  'Allocation',
  'AllocationAmendment',
  'Amendment',
  'Constraint',
  'Delegation',
  'Derogation',
  'Determination',
  'EnumerationExtension',
  'Monotony',
  'Output',
  'ServiceDelegation',
  'UnderBlock',
  'WaterfallExtension',
]);

function entriesOf(node: AstNode, path: string): readonly OutlineEntry[] {
  const statement = node as Statement;
  const children = childrenOf(statement).flatMap((child) => entriesOf(child, path));
  if (statement.$type === 'Article') {
    const entry = entryOf(statement, 'clause', statement.number, path);
    return entry ? [{ ...entry, detail: statement.text?.[0] ?? '', children }] : children;
  }
  const kind = namedKinds[statement.$type];
  const isNamed = kind !== undefined && statement.name !== undefined && statement.name !== '';
  if (isNamed) {
    const entry = entryOf(statement, kind, statement.name, path);
    const { alias } = statement;
    const more = { detail: detailOf(statement), ...(alias !== undefined && { alias }) };
    return entry ? [{ ...entry, ...more, children }] : children;
  }
  if (!rules.has(statement.$type) && statement.$type !== 'Waterfall') return [];
  const entry = entryOf(statement, 'rule', firstWords(statement), path);
  return entry ? [{ ...entry, children }] : children;
}

function childrenOf(node: Statement): readonly AstNode[] {
  if (node.$type === 'Group') return [];
  const { body, fields, members, shares, slots, cases, changes } = node;
  return [body, fields, members, shares, slots, cases, changes].flatMap((list) => list ?? []);
}

function entryOf(
  node: AstNode,
  kind: OutlineKind,
  name: string | undefined,
  path: string,
): OutlineEntry | undefined {
  if (name === undefined || name === '' || !node.$cstNode) return undefined;
  const property = node.$type === 'Article' ? 'number' : 'name';
  const cst = GrammarUtils.findNodeForProperty(node.$cstNode, property);
  const span = spanOf(node);
  // A clause cited by number or a statement without a name: its first token.
  const first = { ...span, end: span.start };
  const nameSpan = cst ? placeOf(cst, path).span : first;
  return { kind, name, detail: '', span, nameSpan, children: [] };
}

/** The declared type, as written. */
function detailOf(node: AstNode & { readonly type?: AstNode }): string {
  return oneLine(node.type?.$cstNode?.text ?? '');
}

/** What stands before the block, the value and the annotations: 授权 市 确定 重点救助比例. */
function firstWords(node: AstNode): string {
  const text = node.$cstNode?.text ?? '';
  const end = text.search(/[{｛=＝"“;；\n]|\s(?:出处|等级|不低于|不超过|source|grade)\s/u);
  return oneLine(end > 0 ? text.slice(0, end) : text).slice(0, 40);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
